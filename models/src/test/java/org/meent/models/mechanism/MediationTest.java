// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.meent.models.check.OverlapLimits;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.ElasticNet;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Regression;
import org.meent.models.learner.RidgeLogistic;
import org.meent.protocols.run.RandomStream;

/** Structural equations whose direct and indirect effects follow from their coefficients. */
class MediationTest {
  private static final List<Learner> OUTCOME = List.of(ElasticNet.withDefaults());
  private static final List<Learner> TREATMENT = List.of(RidgeLogistic.withDefaults());

  /**
   * {@code M = aW + 0.6X + γU + ε}, {@code Y = cW + bM + dWM + 0.5X + δU + ε}, support by lot of
   * odds {@code exp(sX)}; all disturbances standard normal.
   */
  private record World(
      double a, double b, double c, double d, double gamma, double delta, double s) {

    static World linear() {
      return new World(0.8, 1.5, 0.7, 0, 0, 0, 0.5);
    }

    Sample draw(int n, long seed, int copies) {
      double[] x = new double[n * copies];
      double[] m = new double[n * copies];
      double[] y = new double[n * copies];
      int[] w = new int[n * copies];
      for (int i = 0; i < n; i++) {
        RandomStream random = RandomStream.of(seed, "mediation", i);
        double covariate = random.nextGaussian();
        double unseen = random.nextGaussian();
        int support = random.nextDouble() < 1 / (1 + StrictMath.exp(-s * covariate)) ? 1 : 0;
        double between = a * support + 0.6 * covariate + gamma * unseen + random.nextGaussian();
        double after =
            c * support
                + b * between
                + d * support * between
                + 0.5 * covariate
                + delta * unseen
                + random.nextGaussian();
        for (int k = 0; k < copies; k++) {
          x[i * copies + k] = covariate;
          w[i * copies + k] = support;
          m[i * copies + k] = between;
          y[i * copies + k] = after;
        }
      }
      FrameBuilder builder =
          Frame.builder().covariate("x", x).treatment(w, List.of("0", "1")).outcome("y", y);
      if (copies > 1) {
        builder.clusters(
            IntStream.range(0, y.length).mapToObj(i -> Integer.toString(i / copies)).toList());
      }
      return new Sample(builder.build(), m);
    }
  }

  private record Sample(Frame frame, double[] mechanism) {
    MediatedEffect effect(int threads) {
      try (Parallel parallel = new Parallel(threads)) {
        Scores scores = scores(frame, parallel);
        return Mediation.withDefaults()
            .withLearners(OUTCOME, TREATMENT)
            .of(List.of(scores), mechanism, OverlapLimits.withDefaults(), parallel);
      }
    }
  }

  /** The usual cross-fitted scores of the effect itself. */
  private static Scores scores(Frame frame, Parallel parallel) {
    int[] w = frame.treatment();
    int[] fold = Folds.of(frame.units().of(), frame.units().count(), w, 5, 9);
    Design x = new Design(frame.columns(), frame.rows());
    double[] one = frame.weights();
    double[] treated = java.util.Arrays.stream(w).asDoubleStream().toArray();
    return new Scores(
        "aipw",
        frame,
        CrossFit.of(TREATMENT, x, treated, one, fold, i -> true, 1, parallel)
            .within(0.005)
            .predictions(),
        CrossFit.of(OUTCOME, x, frame.outcome(), one, fold, i -> w[i] == 0, 2, parallel)
            .predictions(),
        CrossFit.of(OUTCOME, x, frame.outcome(), one, fold, i -> w[i] == 1, 3, parallel)
            .predictions());
  }

  private static void holds(EffectEstimate estimate, double truth) {
    assertThat(estimate.value()).isCloseTo(truth, within(3 * estimate.se()));
  }

  @Test
  void partsAreProductsOfCoefficientsWhereAllIsLinear() {
    Sample sample = World.linear().draw(2000, 1, 1);
    MediatedEffect found = sample.effect(2);
    holds(found.through(), 0.8 * 1.5);
    holds(found.direct(), 0.7);
    holds(found.total(), 0.7 + 0.8 * 1.5);
    assertThat(found.total().value())
        .isCloseTo(found.direct().value() + found.through().value(), within(1e-9));
    assertThat(found.obstacle()).isEmpty();
    assertThat(found.known()).isTrue();
    // a second implementation: least squares of M on W, X and of Y on W, M, X; a times b
    double[][] first = new double[2000][];
    double[][] second = new double[2000][];
    for (int i = 0; i < first.length; i++) {
      double w = sample.frame().treatment()[i];
      double x = sample.frame().columns()[0][i];
      first[i] = new double[] {w, x};
      second[i] = new double[] {w, sample.mechanism()[i], x};
    }
    double product =
        slopes(sample.mechanism(), first)[1] * slopes(sample.frame().outcome(), second)[2];
    assertThat(found.through().value()).isCloseTo(product, within(found.through().se()));
  }

  private static double[] slopes(double[] y, double[][] x) {
    OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
    ols.newSampleData(y, x);
    return ols.estimateRegressionParameters();
  }

  /** E[Y(1,M(1)) - Y(1,M(0))] = a(b + d); the mechanism is 0 on average without support. */
  @Test
  void supportMayChangeWhatTheMechanismDoes() {
    MediatedEffect found = new World(0.8, 0.5, 0.7, 1, 0, 0, 0.5).draw(2000, 2, 1).effect(2);
    holds(found.through(), 0.8 * 1.5);
    holds(found.direct(), 0.7);
  }

  @Test
  void aMechanismThatDoesNothingIsNotKnownToWork() {
    int told = 0;
    for (int seed = 0; seed < 20; seed++) {
      // moved by support, moves nothing
      told +=
          new World(0.8, 0, 0.7, 0, 0, 0, 0.5).draw(500, 100 + seed, 1).effect(2).known() ? 1 : 0;
      // moves the outcome, not moved by support
      told +=
          new World(0, 1.5, 0.7, 0, 0, 0, 0.5).draw(500, 200 + seed, 1).effect(2).known() ? 1 : 0;
    }
    // 40 tests at 5 %: more than 6 would happen once in 300
    assertThat(told).isLessThanOrEqualTo(6);
  }

  @Test
  void intervalsHoldTheTruth() {
    int through = 0;
    int direct = 0;
    for (int seed = 0; seed < 40; seed++) {
      MediatedEffect found = World.linear().draw(500, 300 + seed, 1).effect(2);
      through += found.through().lower() <= 1.2 && 1.2 <= found.through().upper() ? 1 : 0;
      direct += found.direct().lower() <= 0.7 && 0.7 <= found.direct().upper() ? 1 : 0;
    }
    // of 40 at 95 % fewer than 34 would happen once in 300
    assertThat(through).isGreaterThanOrEqualTo(34);
    assertThat(direct).isGreaterThanOrEqualTo(34);
  }

  /** Somebody twice is no more knowledge: the error by cluster is that of each person once. */
  @Test
  void rowsOfOneClusterCountOnce() {
    MediatedEffect once = World.linear().draw(600, 7, 1).effect(2);
    MediatedEffect twice = World.linear().draw(600, 7, 2).effect(2);
    assertThat(twice.through().se() / once.through().se()).isBetween(0.9, 1.1);
  }

  @Test
  void aMechanismThatOnlySupportedPeopleHaveIsRefused() {
    MediatedEffect found = new World(8, 1.5, 0.7, 0, 0, 0, 0).draw(600, 3, 1).effect(2);
    assertThat(found.obstacle().orElseThrow().criterion()).isEqualTo("mechanism-outside-share");
  }

  /**
   * With a confounder U of mechanism and outcome left out, X without a part: the short variance of
   * M is s² = 1 + γ², of Y given W and M it is 1 + δ²/s², and E[α²] is exp(a²/s²)/P(W=1). So f =
   * |aβ| / √((1 + δ²/s²) exp(a²/s²)) with β = b + δγ/s², what least squares would find.
   */
  @Test
  void theStrengthIsThatOfTheFormula() {
    double s2 = 1 + 0.5 * 0.5;
    MediatedEffect found = new World(0.6, 0.5, 0.7, 0, 0.5, 1, 0).draw(6000, 4, 1).effect(2);
    double effect = 0.6 * (0.5 + 1 * 0.5 / s2);
    holds(found.through(), effect);
    double f = effect / StrictMath.sqrt((1 + 1 / s2) * StrictMath.exp(0.36 / s2));
    double r = (StrictMath.sqrt(f * f * f * f + 4 * f * f) - f * f) / 2;
    assertThat(found.strength().toZero()).isCloseTo(r, within(0.03));
    assertThat(found.strength().toDoubt()).isBetween(0.0, found.strength().toZero());
    // U explains (1/s²)/(1 + 1/s²) = 0.44 of the outcome's rest and 1 - exp(0.36/s² - 0.36) = 0.07
    // of the weights: the estimate is off by 0.24, and not more than this allows
    double off = effect - 0.6 * 0.5;
    double most =
        StrictMath.sqrt((1 + 1 / s2) * StrictMath.exp(0.36 / s2))
            * StrictMath.sqrt((1 / s2) / (1 + 1 / s2) * (StrictMath.exp(0.36 - 0.36 / s2) - 1));
    assertThat(off).isLessThan(most);
  }

  /** The mean of the cells of all columns: exact where everything is a code. */
  private static final class CellMeans implements Learner {
    @Override
    public String name() {
      return "cells";
    }

    @Override
    public Regression fit(Design x, double[] target, double[] weights, long seed) {
      Map<List<Double>, double[]> cells = new HashMap<>();
      for (int i = 0; i < target.length; i++) {
        double[] sum = cells.computeIfAbsent(cell(x, i), c -> new double[2]);
        sum[0] += weights[i] * target[i];
        sum[1] += weights[i];
      }
      return asked ->
          IntStream.range(0, asked.rows())
              .mapToDouble(
                  i -> {
                    double[] sum = cells.getOrDefault(cell(asked, i), new double[] {0, 1});
                    return sum[0] / sum[1];
                  })
              .toArray();
    }

    private static List<Double> cell(Design x, int row) {
      return IntStream.range(0, x.width()).mapToObj(j -> x.at(row, j)).toList();
    }
  }

  /**
   * Codes only, and nothing linear: beside the truth by summing over all codes, and beside the
   * mediation formula computed from plain frequencies.
   */
  @Test
  void codesAgreeWithTheFormulaSummedByHand() {
    int n = 4000;
    double[] x = new double[n];
    double[] m = new double[n];
    double[] y = new double[n];
    int[] w = new int[n];
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(11, "codes", i);
      x[i] = random.nextDouble() < 0.4 ? 1 : 0;
      w[i] = random.nextDouble() < (x[i] == 1 ? 0.7 : 0.4) ? 1 : 0;
      double u = random.nextDouble();
      m[i] = u < chance(w[i], (int) x[i], 0) ? 0 : u < 1 - chance(w[i], (int) x[i], 2) ? 1 : 2;
      y[i] = mean(w[i], (int) m[i], (int) x[i]) + random.nextGaussian();
    }
    Frame frame =
        Frame.builder().covariate("x", x).treatment(w, List.of("0", "1")).outcome("y", y).build();
    List<Learner> cells = List.of(new CellMeans());
    MediatedEffect found;
    try (Parallel parallel = new Parallel(2)) {
      Scores plain = scores(frame, parallel);
      found =
          Mediation.withDefaults()
              .withLearners(cells, cells)
              .of(List.of(plain), m, OverlapLimits.withDefaults(), parallel);
    }
    double truth = 0;
    for (int code = 0; code < 2; code++) {
      for (int k = 0; k < 3; k++) {
        double moved = chance(1, code, k) - chance(0, code, k);
        truth += (code == 1 ? 0.4 : 0.6) * mean(1, k, code) * moved;
      }
    }
    holds(found.through(), truth);
    assertThat(found.through().value())
        .isCloseTo(byFrequencies(x, m, y, w), within(0.25 * found.through().se()));
  }

  private static double chance(int w, int x, int k) {
    double[][][] chances = {{{0.6, 0.3, 0.1}, {0.3, 0.5, 0.2}}, {{0.3, 0.3, 0.4}, {0.2, 0.2, 0.6}}};
    return chances[w][x][k];
  }

  private static double mean(int w, int m, int x) {
    return (m == 1 ? 2 : m) * (1 + x) + w * (m == 2 ? 1 : 0) + x * w;
  }

  /** Sum over x and m of P(x) (P(m | 1, x) - P(m | 0, x)) mean(y | 1, m, x). */
  private static double byFrequencies(double[] x, double[] m, double[] y, int[] w) {
    double[][][] count = new double[2][2][3];
    double[][] sum = new double[2][3];
    for (int i = 0; i < y.length; i++) {
      count[w[i]][(int) x[i]][(int) m[i]]++;
      sum[(int) x[i]][(int) m[i]] += w[i] * y[i];
    }
    double through = 0;
    for (int code = 0; code < 2; code++) {
      double[] rows = new double[2];
      for (int k = 0; k < 3; k++) {
        rows[0] += count[0][code][k];
        rows[1] += count[1][code][k];
      }
      for (int k = 0; k < 3; k++) {
        double moved = count[1][code][k] / rows[1] - count[0][code][k] / rows[0];
        double share = (rows[0] + rows[1]) / y.length;
        through += share * moved * sum[code][k] / count[1][code][k];
      }
    }
    return through;
  }

  @Test
  void theSameBitsForAnyNumberOfThreads() {
    Sample sample = World.linear().draw(300, 5, 1);
    assertThat(sample.effect(3)).isEqualTo(sample.effect(1));
  }
}
