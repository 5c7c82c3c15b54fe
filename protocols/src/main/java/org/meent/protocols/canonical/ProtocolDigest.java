// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.meent.protocols.Protocol;

/**
 * The one digest that stands for a protocol: SHA-256 of its canonical form. Comments, the order of
 * keys and the way of quoting do not change it; any change of meaning does.
 */
public final class ProtocolDigest {
  private ProtocolDigest() {}

  /** SHA-256 of the canonical form, 64 hex digits in lower case. */
  public static String of(Protocol protocol) {
    return sha256(CanonicalJson.bytes(canonical(protocol)));
  }

  /** The canonical form itself, for those who want to see what they sign. */
  public static Json.Members canonical(Protocol protocol) {
    return ProtocolJson.of(protocol);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
