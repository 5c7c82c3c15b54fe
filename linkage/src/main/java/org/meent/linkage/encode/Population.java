// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.linkage.match.FieldKind;
import org.meent.protocols.run.RandomStream;

/**
 * Made-up persons for attacks on a plan: names of very different frequency, days of birth, places.
 * An attacker is given all of them in clear.
 */
final class Population {
  private static final String[] HEADS = {
    "b", "br", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w", "z"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "aa", "ee", "ie", "oe", "ui"};
  private static final String[] TAILS = {"n", "r", "s", "t", "k", "m", "l", "ng", "rs", "ns"};

  private Population() {}

  /** Per person the values of the fields of a plan. */
  static List<List<String>> of(EncodingPlan plan, int persons, long seed) {
    List<List<String>> population = new ArrayList<>();
    for (int p = 0; p < persons; p++) {
      List<String> values = new ArrayList<>();
      for (int f = 0; f < plan.fields().size(); f++) {
        RandomStream random = RandomStream.of(seed, "population", p, f);
        values.add(value(plan.fields().get(f).kind(), random));
      }
      population.add(values);
    }
    return population;
  }

  private static String value(FieldKind kind, RandomStream random) {
    return switch (kind) {
      case GIVEN_NAME -> name(1, zipf(800, random));
      case SURNAME -> name(2, zipf(4000, random));
      case NAME -> name(1, zipf(800, random)) + " " + name(2, zipf(4000, random));
      case DATE_OF_BIRTH ->
          String.format(
              Locale.ROOT,
              "%d-%02d-%02d",
              1935 + random.nextInt(70),
              1 + random.nextInt(12),
              1 + random.nextInt(28));
      case POSTCODE -> (1000 + zipf(4000, random)) + "A" + (char) ('A' + random.nextInt(20));
      case HOUSE_NUMBER -> String.valueOf(1 + random.nextInt(200));
      case ADDRESS, TEXT -> name(3, zipf(2000, random)) + " straat";
      case PLACE -> name(4, zipf(300, random));
      case SEX, CATEGORY -> random.nextInt(2) == 0 ? "m" : "v";
      case COUNTRY -> name(5, zipf(40, random));
      case CODE, PHONE -> String.valueOf(1_000_000 + random.nextInt(9_000_000));
      case EMAIL -> name(1, zipf(800, random)) + random.nextInt(100) + "@" + name(6, 1) + ".nl";
      case ENCODING, IGNORE -> "";
    };
  }

  /** A rank from 0 whose chance falls roughly with the rank. */
  private static int zipf(int ranks, RandomStream random) {
    return (int) StrictMath.pow(ranks, random.nextDouble()) - 1;
  }

  /** The name of a rank: the same for every person who has it. */
  private static String name(int family, int rank) {
    RandomStream random = RandomStream.of(family, "name", rank);
    StringBuilder name = new StringBuilder();
    int syllables = 1 + random.nextInt(3);
    for (int s = 0; s < syllables; s++) {
      name.append(HEADS[random.nextInt(HEADS.length)]);
      name.append(VOWELS[random.nextInt(VOWELS.length)]);
      name.append(TAILS[random.nextInt(TAILS.length)]);
    }
    return name.toString();
  }
}
