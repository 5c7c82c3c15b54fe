// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Outputs measured from records, with their evidence: quantiles, moments and tests, indices of
 * concentration, ratios, survival, regressions. Start at {@link
 * org.meent.disclosure.measure.Recipe}: what was asked, and the records to ask it of, so that the
 * same can be asked again of coarser codes or top-coded values.
 */
@NullMarked
package org.meent.disclosure.measure;

import org.jspecify.annotations.NullMarked;
