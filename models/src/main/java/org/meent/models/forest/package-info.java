// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Effects per person by an honest causal forest, with their uncertainty, and the averages that
 * follow. Start with {@link org.meent.models.forest.CausalForest}; {@link
 * org.meent.models.forest.FitJob} does a whole fit from a file to written results.
 */
@NullMarked
package org.meent.models.forest;

import org.jspecify.annotations.NullMarked;
