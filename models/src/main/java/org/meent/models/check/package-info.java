// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What must hold before an effect is believed. Start with {@link
 * org.meent.models.check.OverlapCheck}, which says which estimands the propensities can carry;
 * {@link org.meent.models.check.Balance} shows how alike the arms are.
 */
@NullMarked
package org.meent.models.check;

import org.jspecify.annotations.NullMarked;
