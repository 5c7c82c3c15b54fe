// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Writes the world as a tree of files, household by household, with the same bytes for any number
 * of threads. Start at {@link org.meent.linkage.world.tree.WorldTree}.
 */
@NullMarked
package org.meent.linkage.world.tree;

import org.jspecify.annotations.NullMarked;
