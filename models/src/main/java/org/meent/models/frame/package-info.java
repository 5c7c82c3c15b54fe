// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The cohort as numbers: covariates, treatment, outcome, and who belongs together. Start with
 * {@link org.meent.models.frame.Frame}; {@link org.meent.models.frame.FrameBuilder} makes one and
 * refuses what no estimator may see.
 */
@NullMarked
package org.meent.models.frame;

import org.jspecify.annotations.NullMarked;
