// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.protocols.run.RandomStream;

/**
 * Damage that deliveries have met on their way, planted on purpose, to see whether a {@link
 * DeliveryProfile} tells it. Each is drawn so small that it could pass unseen: a single row, if one
 * row is enough for the damage to be there.
 */
public enum PlantedDamage {
  /** Some rows in a row are missing. */
  LOST_CHUNK {
    @Override
    void plant(List<Row> rows, RandomStream random) {
      int from = random.nextInt(rows.size());
      int to = Math.min(rows.size(), from + 1 + random.nextInt(20));
      rows.subList(from, to).clear();
    }
  },
  /** One spell stands there twice. */
  DOUBLED_SPELL {
    @Override
    void plant(List<Row> rows, RandomStream random) {
      rows.add(rows.get(random.nextInt(rows.size())));
    }
  },
  /** One spell stands there twice, in place of another, so that the number of rows is right. */
  DOUBLED_IN_PLACE {
    @Override
    void plant(List<Row> rows, RandomStream random) {
      int from = random.nextInt(rows.size());
      int to = (from + 1 + random.nextInt(rows.size() - 1)) % rows.size();
      rows.set(to, rows.get(from));
    }
  },
  /** Numbers were read as whole numbers and lost their leading zeros. */
  LEADING_ZEROS_LOST {
    @Override
    void plant(List<Row> rows, RandomStream random) {
      rows.replaceAll(row -> row.withNumber(Long.toString(Long.parseLong(row.number()))));
    }
  },
  /** The set was ignored: every number was taken for one of the set that identifies. */
  SETS_IGNORED {
    @Override
    void plant(List<Row> rows, RandomStream random) {
      rows.replaceAll(row -> row.withSet("R"));
    }
  },
  /** The numbers are of another kind, such as of addresses: nine digits, but of nobody. */
  OTHER_KIND_OF_KEY {
    @Override
    void plant(List<Row> rows, RandomStream random) {
      int add = 500_000_000 + random.nextInt(100_000_000);
      rows.replaceAll(
          row -> row.withNumber(nineDigits(Long.parseLong(row.number()) % 100_000_000 + add)));
    }
  },
  /** The numbers were read as decimal numbers. */
  DECIMAL_KEY {
    @Override
    void plant(List<Row> rows, RandomStream random) {
      rows.replaceAll(row -> row.withNumber(row.number() + ".0"));
    }
  };

  abstract void plant(List<Row> rows, RandomStream random);

  /**
   * Plants this damage.
   *
   * @return damaged rows; the given ones stay as they are
   */
  public List<Row> in(List<Row> rows, long seed) {
    List<Row> damaged = new ArrayList<>(rows);
    plant(damaged, RandomStream.of(seed, "damage-" + name()));
    return damaged;
  }

  /** In words. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * A row of a delivery as it is written.
   *
   * @param set set of the key
   * @param number number of the key
   * @param start first day
   * @param end last day
   * @param state state
   */
  public record Row(String set, String number, int start, int end, int state) {
    Row withSet(String other) {
      return new Row(other, number, start, end, state);
    }

    Row withNumber(String other) {
      return new Row(set, other, start, end, state);
    }

    /** Shows that it is a row, never what stands in it. */
    @Override
    public String toString() {
      return "row of a delivery";
    }
  }

  /**
   * A drawn delivery without damage: persons 2 until {@code persons + 2} of set R, of whom all but
   * every tenth are in the population, each with up to four spells that may overlap, and a few rows
   * of set S, some with a number that is also one of set R.
   */
  public static List<Row> sound(long seed, int persons) {
    List<Row> rows = new ArrayList<>();
    for (int person = 2; person < persons + 2; person++) {
      RandomStream random = RandomStream.of(seed, "delivery", person);
      String set = random.nextInt(20) == 0 || person == 2 ? "S" : "R";
      int number = random.nextInt(3) == 0 ? person * 7 : person * 1_000_003 % 400_000_000;
      int spells = 1 + random.nextInt(4);
      for (int i = 0; i < spells; i++) {
        int start = 16_000 + 300 * i + random.nextInt(300);
        int end = start + random.nextInt(400);
        rows.add(new Row(set, nineDigits(number), start, end, 1 + random.nextInt(2)));
      }
    }
    return rows;
  }

  private static String nineDigits(long number) {
    return String.format(Locale.ROOT, "%09d", number);
  }

  /** Whether a pseudonym of {@link #sound} is in the population. */
  public static boolean isKnown(long pseudonym) {
    return pseudonym < 400_000_000 && pseudonym % 10 != 0;
  }
}
