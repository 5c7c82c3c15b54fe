// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Record keys that stay with a unit in every table: HMAC-SHA256 of its code under a secret, brought
 * to 1 … {@link PerturbationTable#KEYS}. Who has the secret can undo the noise: it stays inside.
 */
public final class RecordKeys {
  private final SecretKeySpec secret;

  /**
   * Keys under a secret.
   *
   * @throws IllegalArgumentException if the secret is empty
   */
  public RecordKeys(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** The key of a unit. */
  public int key(String unit) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      long bits = ByteBuffer.wrap(mac.doFinal(unit.getBytes(StandardCharsets.UTF_8))).getLong();
      return (int) Math.floorMod(bits, (long) PerturbationTable.KEYS) + 1;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /** The key of a cell from the sum of the keys of its records: the part after the point. */
  public static int cellKey(long sumOfKeys) {
    return (int) Math.floorMod(sumOfKeys - 1, (long) PerturbationTable.KEYS) + 1;
  }
}
