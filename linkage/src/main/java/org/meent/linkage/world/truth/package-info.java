// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What only the maker of the world knows: latent traits, propensities, potential outcomes, effects,
 * planted errors. Start at {@link org.meent.linkage.world.truth.TruthTables}.
 */
@NullMarked
package org.meent.linkage.world.truth;

import org.jspecify.annotations.NullMarked;
