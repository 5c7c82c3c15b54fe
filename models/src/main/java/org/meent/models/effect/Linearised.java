// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

/**
 * An estimate with the influence of each row on it: how far the estimate would move if the row
 * counted a little more. The influences sum to zero and their spread is that of the estimate.
 *
 * @param value the estimate
 * @param influence one number per row; zero for rows that took no part
 */
public record Linearised(double value, double[] influence) {}
