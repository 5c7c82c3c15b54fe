// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The verifier of proofs: one file of at most 200 lines, {@link
 * org.meent.disclosure.verify.Verifier}, that needs nothing but the JDK.
 */
@NullMarked
package org.meent.disclosure.verify;

import org.jspecify.annotations.NullMarked;
