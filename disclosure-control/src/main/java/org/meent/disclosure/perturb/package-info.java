// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What can be done with a table instead of suppressing cells: rounding, and noise from cell keys.
 * Start with {@link org.meent.disclosure.perturb.Alternative}, a perturbed table; {@link
 * org.meent.disclosure.perturb.Comparison} puts the risk and the loss of several side by side.
 */
@NullMarked
package org.meent.disclosure.perturb;

import org.jspecify.annotations.NullMarked;
