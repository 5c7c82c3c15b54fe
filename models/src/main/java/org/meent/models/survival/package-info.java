// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Time until exit, with competing exits and people still there at the end. Start with {@link
 * org.meent.models.survival.Exits}; curves are {@link org.meent.models.survival.KaplanMeier} and
 * {@link org.meent.models.survival.CumulativeIncidence}, models {@link
 * org.meent.models.survival.ProportionalHazards}. A hazard ratio is never called an effect.
 */
@NullMarked
package org.meent.models.survival;

import org.jspecify.annotations.NullMarked;
