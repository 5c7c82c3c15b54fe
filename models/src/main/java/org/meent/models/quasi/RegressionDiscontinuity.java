// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.Arrays;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.Interval;
import org.meent.models.effect.Linearised;
import org.meent.models.frame.Frame;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The effect on those at a cutoff, where treatment begins (or jumps in probability): the jump of
 * the outcome over the jump of the treatment. It says nothing about people far from the cutoff.
 *
 * @param conventional effect by local linear fits; its interval leaves their bias out
 * @param robust effect with the bias taken out, and an interval that counts that correction
 * @param jump jump of the treatment: 1 or -1 where the cutoff alone decides
 * @param firstStage F statistic of the jump of the treatment; infinite where it decides alone
 * @param bandwidth how far from the cutoff rows were used
 * @param biasBandwidth the same for the correction
 * @param below rows used below the cutoff
 * @param above rows used above it
 * @param density whether people are as dense on both sides
 */
public record RegressionDiscontinuity(
    Estimate conventional,
    Estimate robust,
    double jump,
    double firstStage,
    double bandwidth,
    double biasBandwidth,
    long below,
    long above,
    DensityTest density) {
  private static final int FEWEST = 20;
  private static final int FEWEST_VALUES = 10;

  /**
   * An effect with its uncertainty.
   *
   * @param value in units of the outcome
   * @param se standard error
   * @param interval 95 % interval
   */
  public record Estimate(double value, double se, Interval interval) {}

  /**
   * Estimates.
   *
   * @param pair rows with outcome, treatment (0 or 1), weights and clusters
   * @param running the variable that the cutoff divides, one value per row
   * @param donut rows nearer to the cutoff than this are left out
   * @throws org.meent.protocols.refusal.RefusalException if a side has too few rows, or the
   *     treatment does not jump
   */
  public static RegressionDiscontinuity of(
      Frame pair, double[] running, double cutoff, double donut) {
    double[] distance = Arrays.stream(running).map(v -> v - cutoff).toArray();
    double[] weights = pair.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.abs(distance[i]) < donut ? 0 : weights[i];
    }
    double[] y = pair.outcome();
    double[] w = Arrays.stream(pair.treatment()).asDoubleStream().toArray();
    CutoffSide below = CutoffSide.of(distance, y, weights, false);
    CutoffSide above = CutoffSide.of(distance, y, weights, true);
    demandRows(below.x().length, above.x().length);
    demandValues(below.x());
    demandValues(above.x());
    CutoffBandwidth width = CutoffBandwidth.of(below, above, FEWEST);
    long left = LocalPolynomial.inside(below.x(), width.main());
    long right = LocalPolynomial.inside(above.x(), width.main());
    demandRows(left, right);
    CutoffJump ofOutcome = CutoffJump.of(below, above, width, y.length);
    CutoffJump ofTreatment =
        CutoffJump.of(
            CutoffSide.of(distance, w, weights, false),
            CutoffSide.of(distance, w, weights, true),
            width,
            y.length);
    double free = left + right - 4.0;
    double jump = ofTreatment.robust().value();
    double se = error(ofTreatment.robust().influence(), pair);
    if (!(Math.abs(jump) > 1e-9)) {
      throw Refusal.refused("models.quasi.no-jump", Where.field("treatment")).asException();
    }
    double ratio = jump / se;
    return new RegressionDiscontinuity(
        over(ofOutcome.plain(), ofTreatment.plain(), pair, free),
        over(ofOutcome.robust(), ofTreatment.robust(), pair, free),
        jump,
        ratio * ratio,
        width.main(),
        width.bias(),
        left,
        right,
        DensityTest.of(distance));
  }

  private static void demandRows(long below, long above) {
    if (Math.min(below, above) < FEWEST) {
      throw Refusal.refused(
              "models.quasi.side-too-few", Where.field("running"), FEWEST, Math.min(below, above))
          .asException();
    }
  }

  /** A curve needs different values to bend through. */
  private static void demandValues(double[] side) {
    long different = Arrays.stream(side).distinct().limit(FEWEST_VALUES).count();
    if (different < FEWEST_VALUES) {
      throw Refusal.refused(
              "models.quasi.few-values", Where.field("running"), FEWEST_VALUES, different)
          .asException();
    }
  }

  /** The ratio of two jumps; where the cutoff alone decides, the first divided by 1 or -1. */
  private static Estimate over(Linearised outcome, Linearised treatment, Frame pair, double free) {
    double value = outcome.value() / treatment.value();
    double[] influence = new double[outcome.influence().length];
    for (int i = 0; i < influence.length; i++) {
      influence[i] =
          (outcome.influence()[i] - value * treatment.influence()[i]) / treatment.value();
    }
    double se = error(influence, pair);
    double df =
        pair.clustered() ? ClusterVariance.of(influence, pair, null).degreesOfFreedom() : free;
    return new Estimate(value, se, Interval.of(value, se, df));
  }

  private static double error(double[] influence, Frame pair) {
    if (pair.clustered()) {
      return ClusterVariance.of(influence, pair, null).standardError();
    }
    return StrictMath.sqrt(Arrays.stream(influence).map(v -> v * v).sum());
  }
}
