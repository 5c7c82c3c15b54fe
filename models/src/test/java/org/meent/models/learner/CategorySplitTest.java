// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.run.RandomStream;

class CategorySplitTest {
  private static final int ROWS = 60;

  /** A split of one variable of categories reaches what the best of all divisions reaches. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7})
  void theBestOfAllDivisions(int categories) {
    for (int seed = 0; seed < 40; seed++) {
      RandomStream random = RandomStream.of(seed, "category", categories);
      // 0 is missing, and one category of its own
      int[] code = IntStream.range(0, ROWS).map(i -> random.nextInt(categories + 1)).toArray();
      double[] y = IntStream.range(0, ROWS).mapToDouble(i -> random.nextGaussian()).toArray();
      double[] weight =
          IntStream.range(0, ROWS).mapToDouble(i -> 0.5 + random.nextDouble()).toArray();
      Bins bins = Bins.of(design(code, categories));
      BinnedTree tree =
          new RegressionTreeGrower(bins, 1, 1, 1)
              .grow(
                  bins.encode(design(code, categories)),
                  y,
                  weight,
                  IntStream.range(0, ROWS).toArray(),
                  random);
      byte[] byRow = bins.encodeRows(design(code, categories));
      double[] predicted =
          IntStream.range(0, ROWS).mapToDouble(i -> tree.value(tree.leaf(byRow, i))).toArray();
      double best = Double.POSITIVE_INFINITY;
      for (int left = 1; left < 1 << categories; left++) {
        best = Math.min(best, loss(divided(code, y, weight, left), y, weight));
      }
      assertThat(loss(predicted, y, weight)).isCloseTo(best, within(1e-9));
    }
  }

  /** What trees see of a category is one column; two categories are an ordinary one. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10})
  void indicatorsBecomeOneColumn(int categories) {
    int[] code = IntStream.range(0, ROWS).map(i -> i % (categories + 1)).toArray();
    Bins bins = Bins.of(design(code, categories));
    assertThat(bins.width()).isEqualTo(1);
    assertThat(bins.isCategory(0)).isEqualTo(categories > 2);
    assertThat(bins.perCovariate(new double[] {categories - 1}))
        .hasSize(categories - 1)
        .containsOnly(1);
    byte[] codes = bins.encodeRows(design(code, categories));
    assertThat(IntStream.range(0, ROWS).map(i -> codes[i]).toArray()).isEqualTo(code);
  }

  private static Design design(int[] code, int categories) {
    double[][] columns = new double[categories - 1][code.length];
    for (int k = 0; k < columns.length; k++) {
      int at = k + 2;
      columns[k] =
          Arrays.stream(code).mapToDouble(c -> c == 0 ? Double.NaN : c == at ? 1 : 0).toArray();
    }
    return new Design(
        columns,
        code.length,
        columns.length < 2 ? List.of() : List.of(new CategoryColumns(0, columns.length)));
  }

  /** The mean of each side, for a division given by a bit for each code. */
  private static double[] divided(int[] code, double[] y, double[] weight, int left) {
    double[] sum = new double[2];
    double[] mass = new double[2];
    for (int i = 0; i < y.length; i++) {
      int side = left >> code[i] & 1;
      sum[side] += weight[i] * y[i];
      mass[side] += weight[i];
    }
    return Arrays.stream(code).mapToDouble(c -> sum[left >> c & 1] / mass[left >> c & 1]).toArray();
  }

  private static double loss(double[] predicted, double[] y, double[] weight) {
    return IntStream.range(0, y.length)
        .mapToDouble(i -> weight[i] * (y[i] - predicted[i]) * (y[i] - predicted[i]))
        .sum();
  }
}
