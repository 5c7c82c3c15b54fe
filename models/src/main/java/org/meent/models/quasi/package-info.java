// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Effects where nobody was randomised and covariates do not suffice, but something outside moved
 * the treatment. Start with {@link org.meent.models.quasi.GroupTimeEffects} for starts at different
 * times, or {@link org.meent.models.quasi.InstrumentedEffect} for an instrument.
 */
@NullMarked
package org.meent.models.quasi;

import org.jspecify.annotations.NullMarked;
