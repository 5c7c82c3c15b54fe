// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.meent.models.effect.EffectEstimate;

/** SHA-256 over the bits of results, in the order they are added. */
public final class ResultHash {
  private final MessageDigest digest;

  /** Nothing yet. */
  public ResultHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a name. */
  public ResultHash add(String name) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds numbers. */
  public ResultHash add(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    for (double value : values) {
      bytes.putDouble(value);
    }
    digest.update(bytes.array());
    return this;
  }

  /** Adds an estimate with its interval. */
  public ResultHash add(EffectEstimate estimate) {
    return add(estimate.value(), estimate.se(), estimate.lower(), estimate.upper());
  }

  /** The hash in hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
