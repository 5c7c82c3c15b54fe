// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Frame;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/** Doubly robust curves of competing exits, against drawn worlds whose curves are known. */
class ExitModelTest {
  private static final int HORIZON = 12;
  private static final List<String> KINDS = List.of("work", "other");

  /**
   * People who are better off (x) get support more often, work sooner and are lost sooner. Support
   * locks in for three months and helps afterwards.
   */
  private record World(Frame frame, MonthlyExits exits) {
    static World of(int rows, long seed) {
      return of(rows, seed, false);
    }

    /** The same people, if asked in the opposite order. */
    static World of(int rows, long seed, boolean turned) {
      double[] x = new double[rows];
      int[] arm = new int[rows];
      int[] month = new int[rows];
      int[] cause = new int[rows];
      String[] ids = new String[rows];
      for (int i = 0; i < rows; i++) {
        int who = turned ? rows - 1 - i : i;
        RandomStream random = RandomStream.of(seed, "exit-world", who);
        x[i] = random.nextGaussian();
        arm[i] = random.nextDouble() < logistic(0.8 * x[i]) ? 1 : 0;
        ids[i] = "p%06d".formatted(who);
        leave(random, x[i], arm[i], i, month, cause);
      }
      Frame frame =
          Frame.builder()
              .covariate("x", x)
              .treatment(arm, List.of("none", "support"))
              .outcome("month", IntStream.of(month).asDoubleStream().toArray())
              .ids(List.of(ids))
              .build();
      return new World(frame, new MonthlyExits(month, cause, KINDS));
    }

    private static void leave(
        RandomStream random, double x, int arm, int i, int[] month, int[] cause) {
      for (int m = 1; ; m++) {
        double u = random.nextDouble();
        double work = work(x, arm, m);
        if (u < work + other(x)) {
          month[i] = m;
          cause[i] = u < work ? 1 : 2;
          return;
        }
        if (m == HORIZON || random.nextDouble() < logistic(-3.5 + 0.8 * x)) {
          month[i] = m;
          return;
        }
      }
    }

    private static double work(double x, int arm, int m) {
      double pace = -2.6 + 0.7 * x + (arm == 0 ? 0 : m <= 3 ? -0.8 : 0.5);
      return logistic(pace);
    }

    private static double other(double x) {
      return logistic(-4 - 0.4 * x);
    }

    private static double logistic(double z) {
      return 1 / (1 + StrictMath.exp(-z));
    }

    /** The share that has left by each month, by averaging over x on a fine grid. */
    static double[] truth(int through, int arm) {
      double[] share = new double[HORIZON];
      double mass = 0;
      for (double x = -6; x <= 6; x += 0.01) {
        double density = StrictMath.exp(-x * x / 2);
        mass += density;
        double there = 1;
        double left = 0;
        for (int m = 1; m <= HORIZON; m++) {
          double work = work(x, arm, m);
          left += there * (through == 1 ? work : other(x));
          there *= 1 - work - other(x);
          share[m - 1] += density * left;
        }
      }
      for (int m = 0; m < HORIZON; m++) {
        share[m] /= mass;
      }
      return share;
    }
  }

  @Test
  void curvesOfAWorldWithConfoundingAndInformativeLossAreFound() {
    World world = World.of(6000, 4);
    ExitCurves curves =
        ExitModel.withDefaults().fit(world.frame(), 1, world.exits(), HORIZON, Estimand.ATE);

    for (int cause = 1; cause <= 2; cause++) {
      ExitCurves.ExitCurve curve = curves.exits().get(cause - 1);
      double[] none = World.truth(cause, 0);
      double[] support = World.truth(cause, 1);
      for (int m = 0; m < HORIZON; m++) {
        // four standard errors: the chance that one of 48 lies outside is 0.3 %
        assertThat(curve.reference().get(m).value())
            .isCloseTo(none[m], within(4 * curve.reference().get(m).se()));
        assertThat(curve.arm().get(m).value())
            .isCloseTo(support[m], within(4 * curve.arm().get(m).se()));
      }
    }
    List<CurvePoint> difference = curves.exits().getFirst().difference();
    assertThat(difference.get(2).upper()).as("locked in").isNegative();
    assertThat(difference.get(11).lower()).as("later gain").isPositive();
    assertThat(difference.get(5).bandUpper()).isGreaterThan(difference.get(5).upper());
    assertThat(curves.exits().getFirst().monthsGained().value())
        .isCloseTo(difference.stream().mapToDouble(CurvePoint::value).sum(), within(1e-9));
  }

  @Test
  void whatWasObservedAddsUpToTheSumOverMonths() {
    MonthlyExits exits = new MonthlyExits(new int[] {4, 2, 5, 6}, new int[] {1, 2, 0, 1}, KINDS);
    double[][][] chance = new double[3][4][6];
    RandomStream random = RandomStream.of(1, "hazards", 0);
    for (double[][] cause : chance) {
      for (double[] row : cause) {
        for (int m = 0; m < row.length; m++) {
          row[m] = 0.05 + 0.2 * random.nextDouble();
        }
      }
    }
    MonthlyHazards hazards = new MonthlyHazards(chance);
    for (int cause = 1; cause <= 2; cause++) {
      CounterfactualIncidence incidence =
          new CounterfactualIncidence(hazards, exits, cause, 6, 0.01);
      for (int row = 0; row < 4; row++) {
        double[] found = incidence.observedBeyond(row);
        for (int t = 1; t <= 6; t++) {
          assertThat(found[t - 1]).isCloseTo(byMonths(chance, exits, cause, row, t), within(1e-12));
        }
      }
    }
  }

  /** Innovations of each month, from the definition: what is known after a month less before. */
  private static double byMonths(
      double[][][] chance, MonthlyExits exits, int cause, int row, int t) {
    double sum = 0;
    double observed = 1;
    for (int s = 1; s <= Math.min(t, exits.month()[row]); s++) {
      double own = chance[cause][row][s - 1];
      double any = chance[1][row][s - 1] + chance[2][row][s - 1];
      double later = laterThan(chance, cause, row, s, t);
      double before = own + (1 - any) * later;
      double after = exits.left(row, cause, s) ? 1 : exits.gone(row, s) ? 0 : later;
      sum += (after - before) / observed;
      observed *= 1 - chance[0][row][s - 1];
    }
    return sum;
  }

  private static double laterThan(double[][][] chance, int cause, int row, int s, int t) {
    double there = 1;
    double left = 0;
    for (int m = s + 1; m <= t; m++) {
      left += there * chance[cause][row][m - 1];
      there *= 1 - chance[1][row][m - 1] - chance[2][row][m - 1];
    }
    return left;
  }

  @Test
  void theSameBytesForTwoThreadsAndAnotherOrderOfRows() {
    World world = World.of(800, 9);
    World turned = World.of(800, 9, true);
    ExitCurves one =
        ExitModel.withDefaults().fit(world.frame(), 1, world.exits(), HORIZON, Estimand.ATT);
    ExitCurves two =
        ExitModel.withDefaults()
            .withThreads(2)
            .fit(turned.frame(), 1, turned.exits(), HORIZON, Estimand.ATT);
    assertThat(two).isEqualTo(one);
  }

  @Test
  void oneArmOnlyIsRefused() {
    int[] month = {1, 2, 3};
    Frame frame =
        Frame.builder()
            .covariate("x", new double[] {1, 2, 3})
            .treatment(new int[] {0, 0, 1}, List.of("none", "support"))
            .outcome("month", new double[] {1, 2, 3})
            .build();
    MonthlyExits exits = new MonthlyExits(month, new int[] {1, 1, 1}, KINDS);
    assertThatThrownBy(() -> ExitModel.withDefaults().fit(frame, 1, exits, HORIZON, Estimand.ATE))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  @Tag("slow")
  void bandsHoldTheWholeCurve() {
    int draws = 40;
    int points = 0;
    int bands = 0;
    double[] none = World.truth(1, 0);
    double[] support = World.truth(1, 1);
    for (int r = 0; r < draws; r++) {
      World world = World.of(1500, 100 + r);
      List<CurvePoint> difference =
          ExitModel.withDefaults()
              .withThreads(2)
              .fit(world.frame(), 1, world.exits(), HORIZON, Estimand.ATE)
              .exits()
              .getFirst()
              .difference();
      boolean whole = true;
      for (int m = 0; m < HORIZON; m++) {
        double truth = support[m] - none[m];
        CurvePoint point = difference.get(m);
        points += point.lower() <= truth && truth <= point.upper() ? 1 : 0;
        whole &= point.bandLower() <= truth && truth <= point.bandUpper();
      }
      bands += whole ? 1 : 0;
    }
    // at 95 % the chance of fewer than 33 of 40 bands is 0.2 %
    assertThat(bands).isGreaterThanOrEqualTo(33);
    assertThat(points / (double) (draws * HORIZON)).isGreaterThan(0.88);
  }
}
