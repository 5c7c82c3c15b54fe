// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Scores are judgements, and judgements err. Start with {@link
 * org.meent.models.measurement.MeasurementCheck}: the effect with and without such covariates, and
 * what it would be had they been measured without error. A result that turns is fragile.
 */
@NullMarked
package org.meent.models.measurement;

import org.jspecify.annotations.NullMarked;
