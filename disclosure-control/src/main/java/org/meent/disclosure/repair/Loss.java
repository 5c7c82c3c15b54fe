// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

/**
 * What a repair costs.
 *
 * @param figures figures that the output has fewer
 * @param units units whose own figure is gone or has become coarser
 * @param share their share of the measure, or of the units where nothing is measured
 */
public record Loss(long figures, long units, double share) {}
