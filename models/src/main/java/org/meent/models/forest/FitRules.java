// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import org.meent.models.check.Criteria;
import org.meent.models.check.OverlapLimits;

/**
 * How a comparison is fitted and what it is held against, fixed before the data are seen.
 *
 * @param model learners and forest
 * @param limits of the overlap check
 * @param criteria of all other checks
 * @param interval how estimates get their intervals
 */
public record FitRules(
    CausalModel model, OverlapLimits limits, Criteria criteria, PointwiseInterval interval) {}
