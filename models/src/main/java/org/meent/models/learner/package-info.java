// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What predicts an outcome or a treatment from covariates, and the cross-fitting around it. Start
 * with {@link org.meent.models.learner.Learner}; {@link org.meent.models.learner.CrossFit} gives
 * predictions for each row from learners that have not seen it.
 */
@NullMarked
package org.meent.models.learner;

import org.jspecify.annotations.NullMarked;
