// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * One byte sequence for one meaning: canonical JSON after RFC 8785, restricted to texts, booleans,
 * whole numbers, lists and objects. Start with {@link org.meent.protocols.canonical.CanonicalJson};
 * {@link org.meent.protocols.canonical.ProtocolDigest} gives the digest that people sign.
 */
@NullMarked
package org.meent.protocols.canonical;

import org.jspecify.annotations.NullMarked;
