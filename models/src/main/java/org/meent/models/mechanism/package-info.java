// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Why support works: how much of an effect goes through a mechanism that was declared beforehand,
 * such as hours or the frequency of contact, under assumptions that are named beside the number.
 * Start with {@link org.meent.models.mechanism.Mediation}.
 */
@NullMarked
package org.meent.models.mechanism;

import org.jspecify.annotations.NullMarked;
