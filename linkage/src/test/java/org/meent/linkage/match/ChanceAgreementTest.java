// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meent.linkage.compare.EditDistance;
import org.meent.protocols.run.RandomStream;

/** Oracle: every pair of records compared one by one. */
class ChanceAgreementTest {

  @ParameterizedTest
  @EnumSource(
      value = FieldKind.class,
      names = {"SURNAME", "DATE_OF_BIRTH", "POSTCODE", "SEX", "ADDRESS"})
  void countsEveryPairOfTwoFiles(FieldKind kind) {
    CsvTable.CsvColumn left = column(kind, 1, 300);
    CsvTable.CsvColumn right = column(kind, 2, 250);
    check(FieldColumn.of("f", kind, left, right));
  }

  @ParameterizedTest
  @EnumSource(
      value = FieldKind.class,
      names = {"SURNAME", "DATE_OF_BIRTH", "POSTCODE", "SEX", "ADDRESS"})
  void countsEveryPairOfOneFile(FieldKind kind) {
    check(FieldColumn.of("f", kind, column(kind, 3, 300), null));
  }

  @Test
  void aRareValueAgreesLessOftenByChance() {
    FieldColumn column =
        FieldColumn.of(
            "f",
            FieldKind.SURNAME,
            new CsvTable.CsvColumn(new int[] {1, 1, 1, 1, 2}, new String[] {"", "jansen", "zuil"}),
            new CsvTable.CsvColumn(new int[] {1, 1, 1, 2, 0}, new String[] {"", "jansen", "zuil"}));
    FieldComparison comparison = FieldComparison.of(column);
    ChanceAgreement chance = ChanceAgreement.of(column, comparison);
    int exact = comparison.exact();
    // 4 x 3 + 1 x 1 of 5 x 4 pairs agree; 7 - 2 and 2 - 2 others among 9 hold jansen and zuil, each
    // with half an observation more: (5 + 0.5) / (9 + 0.5 / 0.65) and 0.5 / (9 + 0.5 / 0.65)
    double all = 9 + 0.5 / (13.0 / 20);
    assertThat(chance.share(exact, 0, 0)).isCloseTo(5.5 / all, within(1e-12));
    assertThat(chance.share(exact, 1, 1)).isCloseTo(0.5 / all, within(1e-12));
  }

  private static void check(FieldColumn column) {
    FieldComparison comparison = FieldComparison.of(column);
    ChanceAgreement chance = ChanceAgreement.of(column, comparison);
    EditDistance distance = new EditDistance();
    long[] expected = new long[comparison.levels().size()];
    boolean one = column.right().length == 0;
    int[] right = one ? column.left() : column.right();
    for (int i = 0; i < column.left().length; i++) {
      for (int j = one ? i + 1 : 0; j < right.length; j++) {
        expected[comparison.level(column.left()[i], right[j], distance)]++;
      }
    }
    for (int level = 1; level < expected.length; level++) {
      assertThat(chance.pairs(level)).as(comparison.levels().get(level)).isEqualTo(expected[level]);
    }
  }

  private static CsvTable.CsvColumn column(FieldKind kind, long seed, int rows) {
    String[] values = new String[121];
    values[0] = "";
    for (int v = 1; v < values.length; v++) {
      values[v] = value(kind, RandomStream.of(seed % 2, "value", kind.ordinal(), v));
    }
    int[] codes = new int[rows];
    RandomStream random = RandomStream.of(seed, "row");
    for (int i = 0; i < rows; i++) {
      codes[i] = random.nextInt(values.length);
    }
    return new CsvTable.CsvColumn(codes, values);
  }

  private static String value(FieldKind kind, RandomStream random) {
    return switch (kind) {
      case DATE_OF_BIRTH ->
          random.nextInt(8) == 0
              ? (1980 + random.nextInt(4)) + "-01-01"
              : "%d-%02d-%02d"
                  .formatted(
                      1980 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28));
      case POSTCODE -> "12" + random.nextInt(30) + (char) ('A' + random.nextInt(4));
      case SEX -> random.nextInt(2) == 0 ? "m" : "v";
      case ADDRESS -> word(random, 6) + " " + word(random, 4);
      default -> word(random, 8);
    };
  }

  private static String word(RandomStream random, int longest) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(longest);
    for (int i = 0; i < length; i++) {
      word.append("abdt".charAt(random.nextInt(4)));
    }
    return word.toString();
  }
}
