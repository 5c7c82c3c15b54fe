// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.bench.DrawnPersons.Shape;
import org.meent.protocols.run.RandomStream;

/**
 * A made-up person, and how a clerk writes the person down.
 *
 * @param given given name
 * @param surname surname
 * @param partner surname of the partner
 * @param year year of birth
 * @param month month of birth
 * @param day day of birth
 * @param sex sex
 * @param postcode postcode
 * @param house house number
 * @param country country of birth
 */
record DrawnRecord(
    String given,
    String surname,
    String partner,
    int year,
    int month,
    int day,
    String sex,
    String postcode,
    String house,
    String country) {
  private static final String[] ON = {
    "b", "d", "f", "g", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "sch", "st", "t", "v",
    "w"
  };
  private static final String[] VOWEL = {"a", "aa", "e", "ee", "i", "ie", "o", "oe", "u", "ij"};
  private static final String[] END = {"n", "r", "s", "t", "k", "m", "l", "ng", "rs", "nd"};
  private static final String[] PARTICLE = {"van ", "van der ", "de ", "van den ", "'t "};
  private static final String[][] SOUND = {
    {"ij", "y"}, {"k", "c"}, {"aa", "a"}, {"ee", "e"}, {"ie", "i"}, {"oe", "u"}, {"v", "f"}
  };

  /** The person of a number: names are as unevenly spread as in a register. */
  static DrawnRecord of(long seed, int number, Shape shape) {
    RandomStream random = RandomStream.of(seed, "person", number);
    boolean dutch = shape == Shape.DUTCH;
    String sex = random.nextInt(2) == 0 ? "m" : "v";
    String country = random.nextDouble() < 0.7 ? "NL" : "TR";
    boolean unknownDay = dutch && random.nextDouble() < ("NL".equals(country) ? 0.01 : 0.2);
    return new DrawnRecord(
        name("given" + sex, skewed(random, 800), 1),
        surname(random, dutch),
        surname(random, dutch),
        1940 + random.nextInt(65),
        unknownDay ? 1 : 1 + random.nextInt(12),
        unknownDay ? 1 : 1 + random.nextInt(28),
        sex,
        (1000 + random.nextInt(300)) + "A" + (char) ('A' + random.nextInt(20)),
        String.valueOf(1 + random.nextInt(150)),
        country);
  }

  private static String surname(RandomStream random, boolean dutch) {
    int number = skewed(random, 8000);
    String name = name("surname", number, 2);
    return dutch && number % 5 < 2 ? PARTICLE[number % PARTICLE.length] + name : name;
  }

  /** A number below {@code most}; small numbers are frequent. */
  private static int skewed(RandomStream random, int most) {
    double u = random.nextDouble();
    return (int) (most * u * u * u);
  }

  private static String name(String list, int number, int syllables) {
    RandomStream random = RandomStream.of(0, list, number);
    StringBuilder name = new StringBuilder();
    for (int s = 0; s < syllables + random.nextInt(2); s++) {
      name.append(ON[random.nextInt(ON.length)]).append(VOWEL[random.nextInt(VOWEL.length)]);
    }
    return name.append(END[random.nextInt(END.length)]).toString();
  }

  /** The cells of a record, written with errors. */
  List<String> written(Shape shape, double errors, RandomStream random) {
    double rate = "NL".equals(country) ? errors : 2 * errors;
    String first = misspelt(given, rate, random);
    if (random.nextDouble() < rate / 3) {
      first = first.substring(0, 1);
    }
    String last = misspelt(surname(shape, rate, random), rate, random);
    if (random.nextDouble() < (shape == Shape.SWAPPED ? 0.15 : rate / 20)) {
      String other = first;
      first = last;
      last = other;
    }
    double missing = shape == Shape.MISSING ? 0.33 : rate / 5;
    List<String> cells = new ArrayList<>();
    cells.add(present(first, missing, random));
    cells.add(present(last, missing, random));
    cells.add(present(date(shape, rate, random), missing, random));
    if (shape == Shape.FEW_FIELDS) {
      return cells;
    }
    boolean moved = random.nextDouble() < Math.min(0.4, 2 * rate);
    cells.add(present(random.nextDouble() < rate / 20 ? "v" : sex, missing, random));
    String code =
        moved ? (1000 + random.nextInt(300)) + "AB" : misspelt(postcode, rate / 3, random);
    cells.add(present(code, missing, random));
    String number = moved ? String.valueOf(1 + random.nextInt(150)) : house;
    cells.add(present(number, missing, random));
    cells.add(country);
    return cells;
  }

  private String surname(Shape shape, double rate, RandomStream random) {
    if (shape != Shape.DUTCH || sex.equals("m") || random.nextDouble() >= 0.1 + rate) {
      return surname;
    }
    return switch (random.nextInt(3)) {
      case 0 -> partner;
      case 1 -> partner + "-" + surname;
      default -> surname + "-" + partner;
    };
  }

  private String date(Shape shape, double rate, RandomStream random) {
    int y = year;
    int m = month;
    int d = day;
    double u = random.nextDouble();
    if (u < (shape == Shape.SWAPPED ? 0.15 : rate / 6) && d <= 12) {
      m = day;
      d = month;
    } else if (u < rate / 3) {
      d = 1 + random.nextInt(28);
    } else if (u < rate / 2) {
      y += random.nextInt(2) == 0 ? 1 : -10;
    } else if (shape == Shape.DUTCH && u < 0.6 * rate) {
      m = 1;
      d = 1;
    }
    return String.format(Locale.ROOT, "%d-%02d-%02d", y, m, d);
  }

  private static String present(String text, double missing, RandomStream random) {
    return random.nextDouble() < missing ? "" : text;
  }

  private static String misspelt(String text, double rate, RandomStream random) {
    if (random.nextDouble() >= rate || text.length() < 2) {
      return text;
    }
    String[] sound = SOUND[random.nextInt(SOUND.length)];
    if (text.contains(sound[0])) {
      return text.replace(sound[0], sound[1]);
    }
    int at = random.nextInt(text.length() - 1);
    String before = text.substring(0, at);
    return switch (random.nextInt(4)) {
      case 0 -> before + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
      case 1 -> before + text.substring(at + 1);
      case 2 -> before + text.charAt(at) + text.substring(at);
      default -> before + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    };
  }
}
