// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Stata files, {@code .dta} 115 and 117 to 119 read, 118 written. Start with {@link
 * org.meent.linkage.format.stata.StataFormat}.
 */
@NullMarked
package org.meent.linkage.format.stata;

import org.jspecify.annotations.NullMarked;
