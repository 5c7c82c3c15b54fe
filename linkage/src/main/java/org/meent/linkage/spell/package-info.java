// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Spells: what held for a person from one day until another, in half-open days. Start with {@link
 * org.meent.linkage.spell.SpellTable}, which reads columns and counts what it cannot use; one
 * person's spells are a {@link org.meent.linkage.spell.Track}, on which {@link
 * org.meent.linkage.spell.SpellAlgebra} and {@link org.meent.linkage.spell.SpellMeasures} work.
 * {@link org.meent.linkage.spell.StateComposition} makes one state for each day out of several
 * sources.
 */
@NullMarked
package org.meent.linkage.spell;

import org.jspecify.annotations.NullMarked;
