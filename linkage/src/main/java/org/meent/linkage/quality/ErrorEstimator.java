// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.quality;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.literature.Reference;

/** Turns probabilities of pairs and captures by blocking rules into an own-error report. */
public final class ErrorEstimator {
  private static final double Z = 1.959963984540054;

  /** Calibration of posteriors is not perfect: their sum may be off by this share of the doubt. */
  private static final double DOUBT = 0.5;

  private double links;
  private double right;
  private double found;
  private double linkDoubt;
  private double pairDoubt;
  private final double[] captures = new double[4];

  /** An estimator without pairs. */
  public ErrorEstimator() {}

  /**
   * Adds a compared pair.
   *
   * @param probability that it is a match
   * @param linked whether it was given out
   * @param rules how many blocking rules proposed it
   */
  public void add(double probability, boolean linked, int rules) {
    found += probability;
    pairDoubt += probability * (1 - probability);
    if (linked) {
      links++;
      right += probability;
      linkDoubt += probability * (1 - probability);
    }
    captures[Math.min(3, rules)] += probability;
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
   */
  public LinkageQuality report(double modelLoss, boolean converged, List<String> warnings) {
    double byModel = found * modelLoss / Math.max(1e-9, 1 - modelLoss);
    double low = Math.min(unseen(), byModel);
    double high = Math.max(unseen(), byModel);
    double unseen = (low + high) / 2;
    double matches = found + unseen;
    double slack = Z * StrictMath.sqrt(unseen + 1);
    double lossLow = Math.max(0, low / 2 - slack) / Math.max(1, found + low / 2);
    double lossHigh = (2 * high + slack) / Math.max(1, found + 2 * high + slack);
    double loss = matches > 0 ? unseen / matches : 0;
    double precision = links > 0 ? right / links : 1;
    double linkError = Z * StrictMath.sqrt(linkDoubt + 1) + DOUBT * linkDoubt;
    double recall = matches > 0 ? right / matches : 0;
    double pairError = Z * StrictMath.sqrt(pairDoubt + 1) + 2 * DOUBT * pairDoubt;
    List<String> all = new ArrayList<>(warnings);
    if (!converged) {
      all.add("em-not-converged");
    }
    double per = Math.max(1, links);
    double perMatch = Math.max(1, matches);
    return new LinkageQuality(
        Math.round(links),
        right,
        matches,
        Estimate.share(precision, linkError / per, linkError / per),
        Estimate.share(
            recall,
            (pairError + Math.max(0, lossHigh - loss) * perMatch) / perMatch,
            (pairError + Math.max(0, loss - lossLow) * perMatch) / perMatch),
        new Estimate(loss, Math.min(lossLow, loss), Math.max(lossHigh, loss)),
        converged,
        all);
  }
}
