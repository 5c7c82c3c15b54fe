// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.disclosure.perturb.PerturbationTable.Row;
import org.meent.protocols.refusal.RefusalException;

/** Noise is looked up as in the handbook, and made as its designs say. */
class PerturbationTableTest {
  private static final int KEY_08 = 80_000_000;

  /** The fictional example of the Handbook on SDC, second edition, section 5.4. */
  private static final PerturbationTable HANDBOOK =
      PerturbationTable.of(
          new Row(new int[] {0}, new double[] {1}),
          new Row(new int[] {-1, 1}, new double[] {0.5, 0.5}),
          new Row(new int[] {0, 1}, new double[] {0.8, 0.2}),
          new Row(new int[] {-1, 0, 1}, new double[] {0.3, 0.4, 0.3}));

  /** Three respondents with record keys .9, .3 and .6: cell key .8, count 3 becomes 4. */
  @Test
  void looksUpTheCountOfTheHandbook() {
    long keys = 90_000_000L + 30_000_000 + 60_000_000;
    assertThat(PerturbationTable.cellKey(keys)).isEqualTo(KEY_08);
    CellKeyMethod method = new CellKeyMethod(HANDBOOK);
    assertThat(method.counts(new long[] {3}, new long[] {keys}).values()).containsExactly(4);
  }

  /** Section 4.6 of the handbook: 300 with largest contribution 200, δ .5 and .6. */
  @ParameterizedTest
  @CsvSource({"0.5, 400", "0.6, 360"})
  void looksUpTheAmountsOfTheHandbook(double delta, double shown) {
    assertThat(new CellKeyMethod(HANDBOOK).amount(300, 200, delta, KEY_08))
        .isCloseTo(shown, within(1e-9));
  }

  /** A piece is open below and closed above: .5 is still -1 for the count 1 of the handbook. */
  @Test
  void boundsBelongToThePieceBelow() {
    assertThat(HANDBOOK.noise(1, 50_000_000)).isEqualTo(-1);
    assertThat(HANDBOOK.noise(1, 50_000_001)).isEqualTo(1);
    assertThat(HANDBOOK.noise(1, PerturbationTable.KEYS)).isEqualTo(1);
    assertThat(HANDBOOK.noise(99, 1)).isEqualTo(-1);
    assertThat(PerturbationTable.cellKey(PerturbationTable.KEYS)).isEqualTo(PerturbationTable.KEYS);
    assertThat(PerturbationTable.cellKey(PerturbationTable.KEYS + 1L)).isEqualTo(1);
  }

  /**
   * With noise up to 2, variance 1.08 and no ones, the count 1 can become 0, 2 or 3, and three
   * equations determine three probabilities: p3 = .08/3, p2 = .46, p0 = 1 - p2 - p3.
   */
  @Test
  void solvesWhatIsDetermined() {
    PerturbationTable table = PerturbationTable.of(NoiseDesign.of(2, 1.08).without(1));
    assertThat(table.rows()).hasSize(4);
    assertThat(table.rows().get(1).noise()).containsExactly(-1, 1, 2);
    assertThat(table.rows().get(1).probability())
        .containsExactly(new double[] {0.51 + 0.01 / 3, 0.46, 0.08 / 3}, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 0, -1", "3, 1.5, 0, -1", "5, 2.5, 2, -1", "5, 3, 1, 0.4", "10, 4, 0, 0.5"})
  void meetsItsDesign(int deviation, double variance, int forbidden, double stay) {
    PerturbationTable table =
        PerturbationTable.of(new NoiseDesign(deviation, variance, forbidden, stay));
    assertThat(table.deviation()).isEqualTo(deviation);
    for (int count = 1; count < table.rows().size(); count++) {
      Row row = table.rows().get(count);
      assertThat(row.mean()).isCloseTo(0, within(1e-9));
      assertThat(row.variance()).isCloseTo(variance, within(1e-8));
      for (int i = 0; i < row.noise().length; i++) {
        int result = count + row.noise()[i];
        assertThat(result == 0 || result > forbidden).isTrue();
        if (row.noise()[i] == 0 && stay >= 0) {
          assertThat(row.probability()[i]).isCloseTo(stay, within(1e-12));
        }
      }
    }
  }

  /** Whatever keeps sum, mean and variance lowers the entropy: p(v) is moved along such a line. */
  @Test
  void hasTheGreatestEntropy() {
    Row row = PerturbationTable.of(NoiseDesign.of(4, 2.5)).rows().get(4);
    double[] third = {1, -3, 3, -1}; // keeps sum, mean and mean square over four neighbours
    for (int at = 0; at + 4 <= row.noise().length; at++) {
      for (double size : new double[] {-1e-3, 1e-3}) {
        double[] other = row.probability().clone();
        for (int k = 0; k < 4; k++) {
          other[at + k] += size * third[k];
        }
        assertThat(entropy(other)).isLessThan(entropy(row.probability()));
      }
    }
  }

  private static double entropy(double[] probability) {
    double sum = 0;
    for (double p : probability) {
      sum -= p * Math.log(p);
    }
    return sum;
  }

  /** Over all keys the shares are the probabilities, to the rounding of eight digits. */
  @Test
  void sharesAreProbabilities() {
    Row row = HANDBOOK.rows().get(3);
    assertThat(row.bounds()).containsExactly(30_000_000, 70_000_000, PerturbationTable.KEYS);
  }

  @ParameterizedTest
  @CsvSource({"3, 3.5, 0, -1, 1", "2, 1.0, 1, -1, 1", "1, 0.9, 0, 0.5, 1"})
  void refusesWhatCannotBe(int deviation, double variance, int forbidden, double stay, int count) {
    NoiseDesign design = new NoiseDesign(deviation, variance, forbidden, stay);
    assertThatThrownBy(() -> PerturbationTable.of(design))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("for the count " + count);
  }
}
