// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;

/** The name of a run: what goes in decides it, so the same run has the same name everywhere. */
final class RunId {
  private RunId() {}

  /**
   * The first 16 hex digits of SHA-256 over protocol digest, input lock, build and seed, each on a
   * line of its own.
   */
  static String of(Protocol protocol, String protocolDigest, String build) {
    List<String> locks =
        protocol.sources().values().stream()
            .flatMap(source -> source.files().stream())
            .map(SourcePlan.LockedPath::lock)
            .toList();
    String text =
        "protocol %s\ninputs %s\nbuild %s\nseed %d\n"
            .formatted(protocolDigest, String.join(" ", locks), build, protocol.analysis().seed());
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8))).substring(0, 16);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
