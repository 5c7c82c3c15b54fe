// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.microdata;

import org.meent.protocols.literature.Reference;

/**
 * The chance that a link to a record is right: the mean of 1/F, where F is the number of persons in
 * the population with the record's values, given f of them in the sample.
 *
 * <p>F given f is negative binomial with success chance p, estimated by f over the sum of the
 * weights of the f records: {@code r = ∫₀^∞ (p e^-t / (1 − (1 − p) e^-t))^f dt}. Without weights p
 * is 1 and {@code r = 1/f}.
 */
@Reference(
    authors = "R. Benedetti, L. Franconi (1998)",
    title = "Statistical and technological solutions for controlled data dissemination",
    source = "Pre-proceedings of New Techniques and Technologies for Statistics, Sorrento, 225-232")
final class IndividualRisk {
  private static final int MOST_TERMS = 100_000;

  private IndividualRisk() {}

  /**
   * The risk of one record.
   *
   * @param frequency f, from 1
   * @param weights sum of the weights of these records, at least f
   */
  static double of(int frequency, double weights) {
    double p = Math.min(1, frequency / weights);
    double q = 1 - p;
    return q == 0 ? 1.0 / frequency : series(frequency, p, q);
  }

  /**
   * {@code Σ_{F ≥ f} C(F−1, f−1) p^f q^(F−f) / F}, until what is left cannot change the ninth
   * digit; what is left is at most the chance of larger F over the next F.
   */
  private static double series(int frequency, double p, double q) {
    double chance = StrictMath.pow(p, frequency);
    if (frequency == 1) {
      return p / q * -StrictMath.log(p);
    }
    double left = 1;
    double sum = 0;
    for (int n = frequency; n < frequency + MOST_TERMS; n++) {
      sum += chance / n;
      left -= chance;
      if (left / (n + 1) < 1e-10 * sum) {
        break;
      }
      chance *= q * n / (n - frequency + 1.0);
    }
    return sum;
  }
}
