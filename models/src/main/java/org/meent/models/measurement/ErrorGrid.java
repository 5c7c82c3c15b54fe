// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.meent.models.check.GateResult;
import org.meent.models.frame.Frame;
import org.meent.models.measurement.ArmMeans.Figure;
import org.meent.protocols.literature.Reference;

/**
 * What an effect would be if a record of yes and no had been wrong at certain rates, over a grid of
 * rates that nobody knows.
 *
 * @param subject what was recorded: the arm, the outcome, or a covariate
 * @param recorded the effect if every record is right
 * @param cells one for each pair of rates
 */
public record ErrorGrid(String subject, Figure recorded, List<Cell> cells) {
  /** A result that turns at rates up to this one is fragile. */
  public static final double TOLERATED = 0.1;

  private static final double[] RATES = {0, 0.05, 0.1, 0.2};

  /** Copies the list. */
  public ErrorGrid {
    cells = List.copyOf(cells);
  }

  /** Who is recorded wrongly. */
  public enum Whom {
    /** Everybody alike. */
    ALL,
    /** People in the arm only. */
    ARM,
    /** People in the reference only. */
    REFERENCE,
    /** People who did half a standard deviation better than others in their true arm. */
    BETTER,
    /** People who did half a standard deviation worse. */
    WORSE
  }

  /**
   * One pair of rates.
   *
   * @param falsePositive share recorded as yes among those for whom it is no
   * @param falseNegative share recorded as no among those for whom it is yes
   * @param whom who is recorded wrongly
   * @param effect what the effect would be; nothing in it (NaN) if the data rule these rates out
   */
  public record Cell(double falsePositive, double falseNegative, Whom whom, Figure effect) {
    /** Whether the data allow these rates. */
    public boolean possible() {
      return Double.isFinite(effect.value());
    }
  }

  /** The pairs of rates at which the effect would say something else. */
  public List<Cell> turning() {
    return cells.stream()
        .filter(cell -> cell.possible() && recorded.contradicts(cell.effect()))
        .toList();
  }

  /** The least rates at which the effect turns: the larger of the two. */
  public OptionalDouble turnsAt() {
    return turning().stream()
        .mapToDouble(cell -> Math.max(cell.falsePositive(), cell.falseNegative()))
        .min();
  }

  /** Whether the effect turns at rates that are often met. */
  public boolean fragile() {
    return turnsAt().orElse(1) <= TOLERATED;
  }

  /** Warned if fragile. */
  public GateResult gate() {
    return new GateResult(
        "misclassification",
        fragile() ? GateResult.Verdict.WARNED : GateResult.Verdict.PASSED,
        "turns-at-" + subject,
        turnsAt().orElse(Double.POSITIVE_INFINITY),
        TOLERATED,
        Double.POSITIVE_INFINITY);
  }

  /**
   * An outcome of 0 and 1. In an arm with rates {@code p} and {@code n} the true mean is {@code (m
   * - p)/(1 - p - n)}; the data rule out rates that put it outside 0 and 1.
   */
  @Reference(
      authors = "W. J. Rogan, B. Gladen (1978)",
      title = "Estimating prevalence from the results of a screening test",
      source = "American Journal of Epidemiology 107, 71-76",
      url = "https://doi.org/10.1093/oxfordjournals.aje.a112510")
  public static ErrorGrid outcome(String subject, ArmMeans means) {
    List<Cell> cells = new ArrayList<>();
    for (Whom whom : List.of(Whom.ALL, Whom.ARM, Whom.REFERENCE)) {
      for (double p : RATES) {
        for (double n : RATES) {
          if (p + n > 0) {
            double[] wrong = {whom == Whom.ARM ? 0 : 1, whom == Whom.REFERENCE ? 0 : 1};
            cells.add(new Cell(p, n, whom, outcome(means, p, n, wrong)));
          }
        }
      }
    }
    return new ErrorGrid(subject, means.effect(), cells);
  }

  private static Figure outcome(ArmMeans means, double p, double n, double[] wrong) {
    double[] kept = new double[2];
    double[] shift = new double[2];
    for (int a = 0; a < 2; a++) {
      kept[a] = 1 / (1 - wrong[a] * (p + n));
      shift[a] = wrong[a] * p * kept[a];
      double truth = kept[a] * means.mean()[a] - shift[a];
      if (truth < 0 || truth > 1) {
        return new Figure(Double.NaN, Double.NaN, Double.NaN);
      }
    }
    return means.combined(kept[1], kept[0], shift[0] - shift[1]);
  }

  /**
   * The record of the treatment. With the true share {@code e = (e* - p)/(1 - p - n)} among those
   * compared, of those recorded in the arm {@code P = (1 - n) e / e*} were there, and of the others
   * {@code N = (1 - p)(1 - e)/(1 - e*)} were not. If wrongly recorded people did {@code d} better
   * than the others of their true arm, the effect is {@code (τ* - d (N - P))/(P + N - 1) + d (n -
   * p)}. Rates and shares are taken to be the same whatever the covariates are.
   */
  @Reference(
      authors = "A. Lewbel (2007)",
      title = "Estimation of average treatment effects with misclassification",
      source = "Econometrica 75, 537-551",
      url = "https://doi.org/10.1111/j.1468-0262.2006.00756.x")
  public static ErrorGrid treatment(String subject, ArmMeans means) {
    Frame pair = means.pair();
    double share = mean(Arrays.stream(pair.treatment()).asDoubleStream().toArray(), pair);
    double half = spread(pair) / 2;
    List<Cell> cells = new ArrayList<>();
    for (Whom whom : List.of(Whom.ALL, Whom.BETTER, Whom.WORSE)) {
      double d = whom == Whom.ALL ? 0 : whom == Whom.BETTER ? half : -half;
      for (double p : RATES) {
        for (double n : RATES) {
          if (p + n > 0) {
            cells.add(new Cell(p, n, whom, treatment(means, share, p, n, d)));
          }
        }
      }
    }
    return new ErrorGrid(subject, means.effect(), cells);
  }

  private static Figure treatment(ArmMeans means, double share, double p, double n, double d) {
    double e = (share - p) / (1 - p - n);
    if (e <= 0 || e >= 1) {
      return new Figure(Double.NaN, Double.NaN, Double.NaN);
    }
    double right = (1 - n) * e / share;
    double rightNot = (1 - p) * (1 - e) / (1 - share);
    double kept = 1 / (right + rightNot - 1);
    return means.combined(kept, kept, -d * (rightNot - right) * kept + d * (n - p));
  }

  private static double mean(double[] values, Frame frame) {
    double[] weights = frame.weights();
    double sum = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      total += weights[i];
    }
    return sum / total;
  }

  private static double spread(Frame frame) {
    double[] y = frame.outcome();
    double mean = mean(y, frame);
    return StrictMath.sqrt(
        mean(Arrays.stream(y).map(v -> (v - mean) * (v - mean)).toArray(), frame));
  }
}
