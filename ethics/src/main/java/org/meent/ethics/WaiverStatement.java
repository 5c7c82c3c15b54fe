// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.Json;

/**
 * What one output checker says of the soft findings of one rule on one output. It is bound to the
 * bytes that would leave, which are not secret once it counts, and names no cell, because it
 * travels with the release. The document is canonical JSON; the signature over its bytes stands
 * beside it.
 *
 * @param digest digest of the protocol, 64 hex digits
 * @param run the run that made the output
 * @param output id of the output
 * @param content SHA-256 of the table that would leave, 64 hex digits
 * @param rule the rule whose findings are set aside
 * @param reason why
 * @param explanation the reason in words, for all to read
 * @param person who says so, by name as in the protocol
 * @param signedOn the day of signing, as the signer says
 */
public record WaiverStatement(
    String digest,
    String run,
    String output,
    String content,
    String rule,
    WaiverReason reason,
    String explanation,
    String person,
    LocalDate signedOn) {
  private static final String SCHEMA = "meent-waiver/1";

  /** The bytes that are signed. */
  public byte[] bytes() {
    return CanonicalJson.bytes(
        Json.object()
            .put("schema", SCHEMA)
            .put("digest", digest)
            .put("run", run)
            .put("output", output)
            .put("content", content)
            .put("rule", rule)
            .put("reason", reason.label())
            .put("explanation", explanation)
            .put("person", person)
            .put("signed-on", signedOn.toString())
            .build());
  }

  /** The statement that these bytes are; nothing if they are anything else, to the byte. */
  static Optional<WaiverStatement> of(byte[] bytes) {
    try {
      return CanonicalJson.read(bytes)
          .filter(Json.Members.class::isInstance)
          .map(json -> of((Json.Members) json))
          .filter(statement -> Arrays.equals(statement.bytes(), bytes));
    } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static WaiverStatement of(Json.Members json) {
    String reason = json.text("reason").orElseThrow();
    return new WaiverStatement(
        json.text("digest").orElseThrow(),
        json.text("run").orElseThrow(),
        json.text("output").orElseThrow(),
        json.text("content").orElseThrow(),
        json.text("rule").orElseThrow(),
        Arrays.stream(WaiverReason.values())
            .filter(one -> one.label().equals(reason))
            .findFirst()
            .orElseThrow(),
        json.text("explanation").orElseThrow(),
        json.text("person").orElseThrow(),
        LocalDate.parse(json.text("signed-on").orElseThrow()));
  }
}
