// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.models.learner.ElasticNet;
import org.meent.models.learner.RidgeLogistic;
import org.meent.models.measurement.ErrorGrid.Cell;
import org.meent.models.measurement.ErrorGrid.Whom;
import org.meent.protocols.run.RandomStream;

/** Rows are recorded wrongly at known rates; the cell of these rates must give the truth back. */
class ErrorGridTest {
  private static final DoublyRobust LEARNER =
      DoublyRobust.withDefaults()
          .withSplits(1)
          .withOutcomeLearners(List.of(ElasticNet.withDefaults()))
          .withPropensityLearners(List.of(RidgeLogistic.withDefaults()));

  /** What is recorded of a person. */
  private record People(double[] x, int[] arm, double[] y) {
    Frame frame(String name) {
      return Frame.builder()
          .covariate(name, x)
          .treatment(arm, List.of("none", "support"))
          .outcome("y", y)
          .build();
    }
  }

  private static boolean wrong(RandomStream random, boolean yes, double p, double n) {
    return random.nextDouble() < (yes ? n : p);
  }

  private static ArmMeans means(Frame frame, Estimand estimand) {
    DoublyRobustFit fit = LEARNER.fit(frame, 1);
    return ArmMeans.of(
        new Scores(
            "aipw",
            fit.frame(),
            fit.propensity(),
            fit.referenceFit().predictions(),
            fit.armFit().predictions()),
        estimand);
  }

  private static Cell cell(ErrorGrid grid, double p, double n, Whom whom) {
    return grid.cells().stream()
        .filter(c -> c.falsePositive() == p && c.falseNegative() == n && c.whom() == whom)
        .findFirst()
        .orElseThrow();
  }

  /** Work of 0.3 without support and 0.5 with it; work of the supported is told too often. */
  @Test
  void anOutcomeToldTooOftenOfTheSupported() {
    int n = 20_000;
    People people = new People(new double[n], new int[n], new double[n]);
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(21, "outcome", i);
      people.x[i] = random.nextGaussian();
      people.arm[i] = random.nextInt(2);
      boolean work = random.nextDouble() < (people.arm[i] == 1 ? 0.5 : 0.3);
      boolean told = work != (people.arm[i] == 1 && wrong(random, work, 0.2, 0.05));
      people.y[i] = told ? 1 : 0;
    }
    ErrorGrid grid = ErrorGrid.outcome("y", means(people.frame("x"), Estimand.ATE));
    assertThat(grid.recorded().value()).isGreaterThan(0.25);
    assertThat(cell(grid, 0.2, 0.05, Whom.ARM).effect().value()).isCloseTo(0.2, within(0.03));
    assertThat(cell(grid, 0.1, 0.1, Whom.ALL).effect().value())
        .isCloseTo(grid.recorded().value() / 0.8, within(1e-12));
  }

  /**
   * Support that does 1; a tenth of it was never recorded, a twentieth was recorded for nothing.
   */
  @Test
  void supportThatWasNotRecorded() {
    int n = 20_000;
    People people = new People(new double[n], new int[n], new double[n]);
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(22, "treatment", i);
      people.x[i] = random.nextGaussian();
      boolean supported = random.nextDouble() < 0.4;
      people.arm[i] = supported != wrong(random, supported, 0.05, 0.1) ? 1 : 0;
      people.y[i] = (supported ? 1 : 0) + people.x[i] + random.nextGaussian();
    }
    ErrorGrid grid = ErrorGrid.treatment("arm", means(people.frame("x"), Estimand.ATE));
    assertThat(grid.recorded().value()).isLessThan(0.9);
    assertThat(cell(grid, 0.05, 0.1, Whom.ALL).effect().value()).isCloseTo(1, within(0.05));
    // more than everybody outside the arm cannot have been recorded wrongly
    assertThat(grid.cells()).allMatch(Cell::possible);
  }

  @Test
  void ratesThatTheDataRuleOutAreSaid() {
    double[] y = IntStream.range(0, 400).mapToDouble(i -> i % 40 == 0 ? 1 : 0).toArray();
    double[] x = IntStream.range(0, 400).mapToDouble(i -> i % 7).toArray();
    int[] arm = IntStream.range(0, 400).map(i -> i % 3 == 0 ? 1 : 0).toArray();
    ErrorGrid grid = ErrorGrid.outcome("y", means(new People(x, arm, y).frame("x"), Estimand.ATE));
    // one in forty works: a fifth of the others cannot have been told to work
    assertThat(cell(grid, 0.2, 0, Whom.ALL).possible()).isFalse();
  }

  /** Support goes to those without a diploma, who work less; the diploma is recorded wrongly. */
  @Test
  void aConfounderRecordedWrongly() {
    int n = 6000;
    People people = new People(new double[n], new int[n], new double[n]);
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(23, "covariate", i);
      boolean diploma = random.nextDouble() < 0.5;
      people.arm[i] = random.nextDouble() < (diploma ? 0.3 : 0.7) ? 1 : 0;
      people.y[i] = (diploma ? 2 : 0) + people.arm[i] + random.nextGaussian();
      people.x[i] = diploma != wrong(random, diploma, 0.1, 0.1) ? 1 : 0;
    }
    Frame frame = people.frame("diploma");
    Function<Frame, EffectEstimate> effect = rows -> LEARNER.fit(rows, 1).estimate(Estimand.ATE);
    ErrorGrid grid =
        CodeError.grid(frame, "diploma", CodeError.columns(frame, "diploma"), effect, 1);
    double recorded = Math.abs(grid.recorded().value() - 1);
    Cell right = cell(grid, 0.1, 0.1, Whom.ALL);
    assertThat(Math.abs(right.effect().value() - 1)).isLessThan(0.6 * recorded);
  }

  /** The target means of the definitions, by hand, where propensities are known and rows alike. */
  @Test
  void meansOfEveryTargetAgreeWithTheEffect() {
    int n = 1000;
    People people = new People(new double[n], new int[n], new double[n]);
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(24, "means", i);
      people.x[i] = random.nextGaussian();
      people.arm[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-people.x[i])) ? 1 : 0;
      people.y[i] = people.x[i] * (1 + people.arm[i]) + random.nextGaussian();
    }
    DoublyRobustFit fit = LEARNER.fit(people.frame("x"), 1);
    for (Estimand estimand : List.of(Estimand.ATE, Estimand.ATT, Estimand.ATC)) {
      ArmMeans.Figure figure = means(people.frame("x"), estimand).effect();
      EffectEstimate estimate = fit.estimate(estimand);
      assertThat(figure.value()).isCloseTo(estimate.value(), within(0.1 * estimate.se()));
      assertThat(figure.upper() - figure.lower())
          .isCloseTo(estimate.upper() - estimate.lower(), within(0.3 * estimate.se()));
    }
  }

  @Test
  void aCaseworkerWithManyPeopleMakesTheIntervalWider() {
    int n = 1000;
    People people = new People(new double[n], new int[n], new double[n]);
    int[] rater = IntStream.range(0, n).map(i -> i / 20).toArray();
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(25, "rater", i);
      people.x[i] = random.nextGaussian();
      people.arm[i] = rater[i] % 2;
      double alike = RandomStream.of(26, "rater", rater[i]).nextGaussian();
      people.y[i] = people.arm[i] * 0.5 + 2 * alike + random.nextGaussian();
    }
    RaterCheck check = RaterCheck.of(means(people.frame("x"), Estimand.ATE), rater);
    assertThat(check.raters()).isEqualTo(50);
    assertThat(check.within().value()).isEqualTo(check.as().value());
    assertThat(width(check.within())).isGreaterThan(2 * width(check.as()));
    assertThat(Arrays.stream(rater).max().orElse(0)).isEqualTo(49);
  }

  private static double width(ArmMeans.Figure figure) {
    return figure.upper() - figure.lower();
  }
}
