// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Comparing two written values: the same text in other spelling, edit distance, sound, dates. Every
 * function is pure and knows nothing of files or weights. Start with {@link
 * org.meent.linkage.compare.FoldedText} and {@link org.meent.linkage.compare.EditDistance}.
 */
@NullMarked
package org.meent.linkage.compare;

import org.jspecify.annotations.NullMarked;
