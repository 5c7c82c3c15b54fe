// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.run.RandomStream;

class MicrodataRiskTest {

  /** The sum over F in closed form: f = 1 and f = 2, by hand. */
  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.5, 0.1, 0.01})
  void riskHasItsClosedForm(double p) {
    double odds = p / (1 - p);
    double log = Math.log(1 / p);
    assertThat(IndividualRisk.of(1, 1 / p)).isCloseTo(odds * log, within(1e-8));
    assertThat(IndividualRisk.of(2, 2 / p)).isCloseTo(odds - odds * odds * log, within(1e-8));
    assertThat(IndividualRisk.of(3, 3)).isCloseTo(1 / 3.0, within(1e-15));
  }

  /**
   * 200,000 records of the generator "g4" (seed 4) with keys municipality, division and class:
   * sdcMicro 5.8.1 counts 13,475 below 3 and 117,679 below 10.
   */
  @Test
  void countsAsSdcMicro() {
    SplittableRandom random = new SplittableRandom(4);
    int n = 200_000;
    List<String[]> columns = List.of(new String[n], new String[n], new String[n]);
    for (int i = 0; i < n; i++) {
      double region = random.nextDouble();
      columns.get(0)[i] = "M" + (int) (40 * (region * region));
      columns.get(1)[i] = "D" + (int) (88 * Math.pow(random.nextDouble(), 1.5));
      columns.get(2)[i] = "C" + (int) (10 * random.nextDouble());
      for (int unused = 3; unused < 6; unused++) {
        random.nextDouble();
      }
    }
    KeyColumns keys = KeyColumns.of(List.of("mun", "div", "cls"), columns);
    int[] below = MicrodataRisk.of(keys, new double[0], new int[0], 1).below();
    assertThat(below[1]).isEqualTo(13_475);
    assertThat(below[3]).isEqualTo(117_679);
  }

  /** Every set of columns of every record, by definition, on small random tables. */
  @Test
  void findsAllMinimalUniques() {
    for (int seed = 0; seed < 60; seed++) {
      RandomStream random = RandomStream.of(seed, "uniques");
      int n = 6 + random.nextInt(12);
      int columns = 2 + random.nextInt(3);
      KeyColumns keys = draw(random, n, columns);
      int[] bySize = new int[columns + 1];
      double[] score = new double[n];
      for (int record = 0; record < n; record++) {
        for (int mask = 1; mask < 1 << columns; mask++) {
          boolean minimal = unique(keys, record, mask);
          for (int part = (mask - 1) & mask; part > 0; part = (part - 1) & mask) {
            minimal &= !unique(keys, record, part);
          }
          if (minimal) {
            int size = Integer.bitCount(mask);
            bySize[size]++;
            for (int k = 1, product = 1; k <= columns - size; k++) {
              product *= k;
              score[record] += k == columns - size ? product : 0;
            }
            score[record] += columns == size ? 1 : 0;
          }
        }
      }
      MinimalUniques found = MinimalUniques.of(keys, columns);
      assertThat(found.bySize()).isEqualTo(bySize);
      assertThat(found.score()).containsExactly(score, within(1e-12));
    }
  }

  private static boolean unique(KeyColumns keys, int record, int mask) {
    int[] set =
        java.util.stream.IntStream.range(0, keys.names().size())
            .filter(c -> (mask >> c & 1) == 1)
            .toArray();
    return keys.frequencies(set)[record] == 1;
  }

  private static KeyColumns draw(RandomStream random, int n, int columns) {
    List<String> names = new ArrayList<>();
    List<String[]> values = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      names.add("c" + c);
      String[] column = new String[n];
      Arrays.setAll(column, i -> "v" + random.nextInt(4));
      values.add(column);
    }
    return KeyColumns.of(names, values);
  }

  /** Four records: two alike, two unique; in one household the unique ones are found for sure. */
  @Test
  void addsUpByHand() {
    KeyColumns keys =
        KeyColumns.of(
            List.of("sex", "town"),
            List.of(new String[] {"m", "m", "m", "v"}, new String[] {"a", "a", "b", "a"}));
    MicrodataRisk risk = MicrodataRisk.of(keys, new double[0], new int[] {0, 1, 2, 2}, 2);
    assertThat(risk.below()).containsExactly(2, 4, 4, 4);
    assertThat(risk.expected()).isCloseTo(0.5 + 0.5 + 1 + 1, within(1e-12));
    assertThat(risk.householdRisk().orElseThrow()).isCloseTo((0.5 + 0.5 + 1) / 3, within(1e-12));
    assertThat(risk.uniques()).containsExactly(0, 2, 0); // town b, sex v
    assertThat(risk.columns()).extracting(MicrodataRisk.ColumnShare::share).containsExactly(.5, .5);
    MicrodataRisk sampled = MicrodataRisk.of(keys, new double[] {10, 10, 10, 10}, new int[0], 2);
    assertThat(sampled.householdRisk()).isEmpty();
    assertThat(sampled.expected()).isLessThan(1.2);
    assertThat(sampled.risky()).isEqualTo(2); // f = 1: .256 each; f = 2: .083 each
  }

  @Test
  void refusesWhatDoesNotFit() {
    KeyColumns keys = KeyColumns.of(List.of("a"), List.<String[]>of(new String[] {"x", "y"}));
    assertThatThrownBy(() -> MicrodataRisk.of(keys, new double[] {1}, new int[0], 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MicrodataRisk.of(keys, new double[] {1, 0.5}, new int[0], 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MicrodataRisk.of(keys, new double[0], new int[] {1}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
