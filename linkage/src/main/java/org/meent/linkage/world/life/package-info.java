// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What happens to people month by month: states, provisions, caseworkers, and what would have
 * happened under another provision. Start at {@link org.meent.linkage.world.life.LifeSimulation}.
 */
@NullMarked
package org.meent.linkage.world.life;

import org.jspecify.annotations.NullMarked;
