// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Keys, certificates and detached signatures that stock OpenSSL verifies: CMS with ECDSA P-256.
 * Start with {@link org.meent.ethics.signature.SigningKey} to sign and {@link
 * org.meent.ethics.signature.TrustedAuthorities} to verify; {@link
 * org.meent.ethics.signature.KeyMaker} makes authorities and keys.
 */
@NullMarked
package org.meent.ethics.signature;

import org.jspecify.annotations.NullMarked;
