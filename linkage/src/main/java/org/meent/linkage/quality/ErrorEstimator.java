// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.quality;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.literature.Reference;

/** Turns probabilities of pairs and captures by blocking rules into an own-error report. */
public final class ErrorEstimator {
  /** So many rules propose a pair that none can have been missed. */
  public static final int EVERY_RULE = 3;

  private static final double Z = 1.959963984540054;

  /** Calibration without labels: the sum of posteriors may be off by this share of the doubt. */
  private static final double DOUBT = 0.5;

  private final Calibration calibration;
  private final Sum links = new Sum();
  private final Sum pairs = new Sum();
  private final double[] captures = new double[4];

  /** Pairs whose probabilities are summed. */
  private static final class Sum {
    private double count;
    private double right;
    private double doubt;
    private double bySlope;

    void add(double probability) {
      count++;
      right += probability;
      double variance = probability * (1 - probability);
      doubt += variance;
      if (variance > 0) {
        bySlope += variance * StrictMath.log(probability / (1 - probability));
      }
    }
  }

  /** An estimator without pairs, for probabilities that were never held against labels. */
  public ErrorEstimator() {
    this(Calibration.withoutLabels());
  }

  /** An estimator without pairs, for probabilities that are calibrated already. */
  public ErrorEstimator(Calibration calibration) {
    this.calibration = calibration;
  }

  /**
   * Adds a compared pair.
   *
   * @param probability that it is a match
   * @param linked whether it was given out
   * @param rules how many blocking rules proposed it
   */
  public void add(double probability, boolean linked, int rules) {
    pairs.add(probability);
    if (linked) {
      links.add(probability);
    }
    captures[Math.min(EVERY_RULE, rules)] += probability;
  }

  /** Matches that no rule proposed: Chao's lower bound f1²/(2 f2), bias-corrected. */
  @Reference(
      authors = "A. Chao (1987)",
      title = "Estimating the population size for capture-recapture data with unequal catchability",
      source = "Biometrics 43, 783-791",
      url = "https://doi.org/10.2307/2531532")
  double unseen() {
    double f1 = captures[1];
    double f2 = captures[2];
    return f1 * Math.max(0, f1 - 1) / (2 * (f2 + 1));
  }

  /**
   * The report.
   *
   * @param modelLoss share of matches that blocking loses according to the model of levels
   * @param converged whether EM converged
   * @param warnings further warnings
   * @param groups the same by subgroup
   */
  public LinkageQuality report(
      double modelLoss, boolean converged, List<String> warnings, List<GroupQuality> groups) {
    List<String> all = new ArrayList<>(warnings);
    if (!converged) {
      all.add("em-not-converged");
    }
    Estimate loss = loss(modelLoss);
    return new LinkageQuality(
        Math.round(links.count),
        links.right,
        matches(modelLoss),
        precision(),
        recall(modelLoss, loss),
        loss,
        converged,
        calibration.labels(),
        groups,
        all);
  }

  /**
   * The report of a subgroup.
   *
   * @param records its left records
   * @param modelLoss share of its matches that blocking loses according to the model of levels
   */
  public GroupQuality group(String column, String value, long records, double modelLoss) {
    Estimate loss = loss(modelLoss);
    return new GroupQuality(
        column,
        value,
        records,
        Math.round(links.count),
        precision(),
        recall(modelLoss, loss),
        loss);
  }

  private double matches(double modelLoss) {
    return pairs.right + (unseen() + unseenByModel(modelLoss)) / 2;
  }

  private double unseenByModel(double modelLoss) {
    return pairs.right * modelLoss / Math.max(1e-9, 1 - modelLoss);
  }

  private Estimate precision() {
    double precision = links.count > 0 ? links.right / links.count : 1;
    double error = error(links, DOUBT) / Math.max(1, links.count);
    return Estimate.share(precision, error, error);
  }

  private Estimate recall(double modelLoss, Estimate loss) {
    double matches = matches(modelLoss);
    double recall = matches > 0 ? links.right / matches : 0;
    double error = error(pairs, 2 * DOUBT) / Math.max(1, matches);
    return Estimate.share(
        recall, error + loss.upper() - loss.value(), error + loss.value() - loss.lower());
  }

  /** Half a 95 % interval of a sum of probabilities: chance, and calibration. */
  private double error(Sum sum, double doubt) {
    return calibration.labels() == 0
        ? Z * StrictMath.sqrt(sum.doubt + 1) + doubt * sum.doubt
        : Z * StrictMath.sqrt(sum.doubt + 1 + calibration.variance(sum.doubt, sum.bySlope));
  }

  private Estimate loss(double modelLoss) {
    double low = Math.min(unseen(), unseenByModel(modelLoss));
    double high = Math.max(unseen(), unseenByModel(modelLoss));
    double unseen = (low + high) / 2;
    double found = pairs.right;
    double slack = Z * StrictMath.sqrt(unseen + 1);
    double lower = Math.max(0, low / 2 - slack) / Math.max(1, found + low / 2);
    double upper = (2 * high + slack) / Math.max(1, found + 2 * high + slack);
    double loss = found + unseen > 0 ? unseen / (found + unseen) : 0;
    return new Estimate(loss, Math.min(lower, loss), Math.max(upper, loss));
  }
}
