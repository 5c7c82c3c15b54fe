// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Protection of any additive table: which cells must be left out so that nobody computes the
 * sensitive ones, with a proof for each. Start with {@link
 * org.meent.disclosure.protect.Suppressor}: it takes a {@link
 * org.meent.disclosure.protect.LinearTable} and {@link org.meent.disclosure.protect.Demand}s and
 * gives a {@link org.meent.disclosure.protect.SuppressionPattern}. Nothing here is published:
 * demands and proofs are built around the true values and stay inside.
 */
@NullMarked
package org.meent.disclosure.protect;

import org.jspecify.annotations.NullMarked;
