// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Encodings that a data holder makes before data come in: keyed pseudonyms and Bloom filters, which
 * can be linked without anybody seeing a name. Start with {@link
 * org.meent.linkage.encode.EncodingPlan} and {@link org.meent.linkage.encode.FileEncoding}; {@link
 * org.meent.linkage.encode.AttackGate} says whether a plan is strong enough.
 */
@NullMarked
package org.meent.linkage.encode;

import org.jspecify.annotations.NullMarked;
