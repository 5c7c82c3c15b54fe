// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

/**
 * What the noise of a perturbation table must be like: mean zero and no negative results always.
 *
 * @param deviation largest noise, 1 to 50
 * @param variance mean of the squared noise, above 0
 * @param forbidden results 1 to this number do not occur; 0 forbids none
 * @param stay probability of no change where a count may stay as it is; negative leaves it open
 */
public record NoiseDesign(int deviation, double variance, int forbidden, double stay) {
  private static final int LARGEST = 50;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public NoiseDesign {
    if (deviation < 1 || deviation > LARGEST || forbidden < 0 || forbidden >= deviation) {
      throw new IllegalArgumentException("deviation 1 to 50, forbidden below the deviation");
    }
    if (!(variance > 0) || !(stay < 1)) {
      throw new IllegalArgumentException("variance above 0, probability to stay below 1");
    }
  }

  /** Noise up to a deviation with a variance; every result may occur. */
  public static NoiseDesign of(int deviation, double variance) {
    return new NoiseDesign(deviation, variance, 0, -1);
  }

  /** The same without the results 1 to a number. */
  public NoiseDesign without(int results) {
    return new NoiseDesign(deviation, variance, results, stay);
  }

  /** The same with a fixed probability of no change. */
  public NoiseDesign withStay(double probability) {
    return new NoiseDesign(deviation, variance, forbidden, probability);
  }
}
