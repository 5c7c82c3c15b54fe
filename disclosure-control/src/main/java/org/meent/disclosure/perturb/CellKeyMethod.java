// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import org.meent.disclosure.perturb.Alternative.Method;
import org.meent.protocols.literature.Reference;

/**
 * Noise that is the same wherever the same records make up a cell: the key of a cell is the sum of
 * the keys of its records, and picks the noise from a {@link PerturbationTable}. Totals get noise
 * of their own, so the table does not add up.
 */
@Reference(
    authors = "S. Giessing, R. Tent (2019)",
    title =
        "Concepts for generalising tools implementing the cell key method to the case of continuous"
            + " variables",
    source = "Joint UNECE/Eurostat Work Session on Statistical Data Confidentiality")
public final class CellKeyMethod {
  private final PerturbationTable noise;

  /** The method with a table of noise. */
  public CellKeyMethod(PerturbationTable noise) {
    this.noise = noise;
  }

  /**
   * Counts with noise.
   *
   * @param counts from 0
   * @param sumsOfKeys per cell, the sum of its records' keys
   */
  public Alternative counts(long[] counts, long[] sumsOfKeys) {
    long[] values = new long[counts.length];
    long[] least = new long[counts.length];
    long[] most = new long[counts.length];
    int deviation = noise.deviation();
    for (int cell = 0; cell < counts.length; cell++) {
      values[cell] =
          counts[cell] + noise.noise(counts[cell], PerturbationTable.cellKey(sumsOfKeys[cell]));
      least[cell] = Math.max(0, values[cell] - deviation);
      most[cell] = values[cell] + deviation;
    }
    return new Alternative(Method.CELL_KEY, values, least, most);
  }

  /**
   * Amounts with noise, {@link #amount} by cell. Who knows the method knows that no contribution is
   * larger than its cell: {@code x̂ / (1 + δ D) ≤ x ≤ x̂ / (1 − δ D)}.
   *
   * @param amounts from 0
   * @param largest per cell, its largest contribution
   * @param delta noise in units of the largest contribution; times the deviation below 1
   * @param sumsOfKeys per cell, the sum of its records' keys
   */
  public Alternative amounts(long[] amounts, long[] largest, double delta, long[] sumsOfKeys) {
    double reach = delta * noise.deviation();
    if (!(delta > 0) || reach >= 1) {
      throw new IllegalArgumentException("delta times the deviation lies between 0 and 1");
    }
    long[] values = new long[amounts.length];
    long[] least = new long[amounts.length];
    long[] most = new long[amounts.length];
    for (int cell = 0; cell < amounts.length; cell++) {
      values[cell] = Math.round(amount(amounts[cell], largest[cell], delta, sumsOfKeys[cell]));
      least[cell] = (long) Math.floor((values[cell] - 1) / (1 + reach));
      most[cell] = (long) Math.ceil((values[cell] + 1) / (1 - reach));
    }
    return new Alternative(Method.CELL_KEY, values, least, most);
  }

  /**
   * An amount with noise: {@code x + δ x_max v}, where v is looked up at {@code x / (δ x_max)},
   * between two rows by straight line, so that no amount becomes negative.
   *
   * @param amount the cell's value, from 0
   * @param largest the largest contribution to it, from 0
   * @param delta noise in units of the largest contribution
   * @param sumOfKeys the sum of its records' keys
   */
  public double amount(double amount, double largest, double delta, long sumOfKeys) {
    double unit = delta * largest;
    return unit == 0
        ? amount
        : amount + unit * noise.noise(amount / unit, PerturbationTable.cellKey(sumOfKeys));
  }
}
