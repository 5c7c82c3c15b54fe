// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The dials and numbers of the synthetic world, each with where it comes from. Start at {@link
 * org.meent.linkage.world.plan.WorldPlan}; nothing else in the world holds a constant of the
 * process.
 */
@NullMarked
package org.meent.linkage.world.plan;

import org.jspecify.annotations.NullMarked;
