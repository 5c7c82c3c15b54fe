// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;

/**
 * An effect adjusted for covariates that were measured with error: as they are, without them, and
 * extrapolated to no error by adding more and more of it (SIMEX: a parabola through the means at
 * each amount, read off at minus one).
 *
 * @param assumed the reliabilities that were taken
 * @param with the effect with the covariates as they are
 * @param without the effect without them
 * @param noisier mean effect at each added amount of error, by amount
 * @param corrected the effect extrapolated to no error
 */
@Reference(
    authors = "J. R. Cook, L. A. Stefanski (1994)",
    title = "Simulation-extrapolation estimation in parametric measurement error models",
    source = "Journal of the American Statistical Association 89, 1314-1328",
    url = "https://doi.org/10.1080/01621459.1994.10476871")
@Reference(
    authors = "H. Küchenhoff, S. M. Mwalili, E. Lesaffre (2006)",
    title = "A general method for dealing with misclassification in regression: MC-SIMEX",
    source = "Biometrics 62, 85-96",
    url = "https://doi.org/10.1111/j.1541-0420.2005.00396.x")
public record MeasurementCheck(
    List<Reliability> assumed,
    EffectEstimate with,
    EffectEstimate without,
    List<Amount> noisier,
    double corrected) {
  private static final double[] AMOUNTS = {0.5, 1, 1.5, 2};
  private static final int DRAWS = 4;

  /** Copies the lists. */
  public MeasurementCheck {
    assumed = List.copyOf(assumed);
    noisier = List.copyOf(noisier);
  }

  /**
   * The effect at an added amount of error.
   *
   * @param added times the error that is there already
   * @param value mean effect over the draws
   */
  public record Amount(double added, double value) {}

  /**
   * Runs the check.
   *
   * @param reliabilities of the covariates measured with error; each must be in the frame
   * @param effect estimates the effect on a frame
   */
  public static MeasurementCheck of(
      Frame frame,
      List<Reliability> reliabilities,
      Function<Frame, EffectEstimate> effect,
      long seed) {
    SequencedMap<String, Double> shares = new LinkedHashMap<>();
    reliabilities.forEach(one -> shares.put(one.covariate(), one.share()));
    NoisierFrame noisier = new NoisierFrame(frame, shares, seed);
    EffectEstimate with = effect.apply(frame);
    List<Amount> amounts = new ArrayList<>();
    WeightedObservedPoints points = new WeightedObservedPoints();
    points.add(0, with.value());
    for (double added : AMOUNTS) {
      double sum = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        sum += effect.apply(noisier.draw(added, draw)).value();
      }
      amounts.add(new Amount(added, sum / DRAWS));
      points.add(added, sum / DRAWS);
    }
    double[] parabola = PolynomialCurveFitter.create(2).fit(points.toList());
    double corrected = parabola[0] - parabola[1] + parabola[2];
    return new MeasurementCheck(
        reliabilities, with, effect.apply(noisier.without()), amounts, corrected);
  }

  /**
   * Whether the effect changes sign, or what was more than chance no longer is, or error may have
   * made half of it: the parabola undoes a large error in part only.
   */
  public boolean fragile() {
    double half = (with.upper() - with.lower()) / 2;
    boolean more = clear(with.lower(), with.upper());
    return turned(without.value())
        || turned(corrected)
        || Math.abs(corrected - with.value()) > Math.abs(with.value()) / 2
        || more != clear(corrected - half, corrected + half)
        || more != clear(without.lower(), without.upper());
  }

  private boolean turned(double other) {
    return Math.signum(other) != Math.signum(with.value());
  }

  private static boolean clear(double lower, double upper) {
    return lower > 0 || upper < 0;
  }

  /** Warned if fragile; the measure is how far the effect moves, in standard errors. */
  public GateResult gate() {
    double moved =
        Math.max(Math.abs(corrected - with.value()), Math.abs(without.value() - with.value()));
    return new GateResult(
        "measurement",
        fragile() ? GateResult.Verdict.WARNED : GateResult.Verdict.PASSED,
        "moved-in-standard-errors",
        moved / with.se(),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }
}
