// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;
import org.meent.models.frame.Frame;

/**
 * Everything a fit found.
 *
 * @param job what was asked
 * @param frame all rows, in the order of their ids
 * @param fresh new rows, if any were given
 * @param arms one per arm but the reference
 * @param family the effects shown of all arms and groups, adjusted for one another
 * @param notes what was changed on the way in
 */
public record FitResult(
    FitJob job,
    Frame frame,
    Optional<NewRows> fresh,
    List<ArmResult> arms,
    EffectFamily family,
    List<String> notes) {

  /** Copies the lists. */
  public FitResult {
    arms = List.copyOf(arms);
    notes = List.copyOf(notes);
  }

  /**
   * SHA-256 over the bits of every effect, standard error and estimate, in the order of the ids:
   * the same for any number of threads, and for any order of rows where ids were given.
   */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ArmResult arm : arms) {
        digest.update(arm.arm().getBytes(StandardCharsets.UTF_8));
        for (double[] values : arm.everybody(frame.rows())) {
          add(digest, values);
        }
        arm.estimates().forEach(estimate -> add(digest, estimate));
        arm.groups().estimates().forEach(estimate -> add(digest, estimate));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, EffectEstimate estimate) {
    add(digest, estimate.value(), estimate.se(), estimate.lower(), estimate.upper());
  }

  private static void add(MessageDigest digest, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    for (double value : values) {
      bytes.putDouble(value);
    }
    digest.update(bytes.array());
  }
}
