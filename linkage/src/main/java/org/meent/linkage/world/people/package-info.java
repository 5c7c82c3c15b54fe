// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who lives in the synthetic world: households with latent traits, municipalities and caseworkers.
 * Start at {@link org.meent.linkage.world.people.HouseholdDraw}, which draws one household from its
 * own stream.
 */
@NullMarked
package org.meent.linkage.world.people;

import org.jspecify.annotations.NullMarked;
