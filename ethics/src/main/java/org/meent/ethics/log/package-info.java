// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The transparency log of an environment: who did what, when and why, append-only, in a Merkle tree
 * after RFC 9162. Start with {@link org.meent.ethics.log.TransparencyLog}; {@link
 * org.meent.ethics.log.MerkleTree} holds the mathematics and verifies proofs without the log.
 */
@NullMarked
package org.meent.ethics.log;

import org.jspecify.annotations.NullMarked;
