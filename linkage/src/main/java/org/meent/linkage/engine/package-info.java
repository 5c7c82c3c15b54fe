// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a data engine may be asked: a small relational algebra with exact aggregates only, so that
 * every engine gives the same rows. Start with {@link org.meent.linkage.engine.Engine}; questions
 * are built as {@link org.meent.linkage.engine.Relation}s. No SQL text appears here.
 */
@NullMarked
package org.meent.linkage.engine;

import org.jspecify.annotations.NullMarked;
