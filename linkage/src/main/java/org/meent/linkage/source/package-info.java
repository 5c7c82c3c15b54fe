// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Reading what a protocol declares, and nothing else: the locked file, its declared columns, rows
 * whose key identifies a person. Start with {@link org.meent.linkage.source.Sources}, which demands
 * a mandate.
 */
@NullMarked
package org.meent.linkage.source;

import org.jspecify.annotations.NullMarked;
