// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.Json;

/**
 * What one role decided on exactly one version of one protocol. The document is canonical JSON; the
 * signature over its bytes stands beside it.
 *
 * @param protocol id of the protocol
 * @param version version of the protocol
 * @param digest digest of the protocol, 64 hex digits
 * @param role who decides, as what
 * @param person who decides, by name as in the protocol
 * @param decision what was decided
 * @param conditions under which conditions; empty unless the decision has them
 * @param reason why, for all to read
 * @param signedOn the day of signing, as the signer says
 * @param validUntil last day on which it counts
 */
public record Approval(
    String protocol,
    int version,
    String digest,
    Role role,
    String person,
    Decision decision,
    List<String> conditions,
    String reason,
    LocalDate signedOn,
    LocalDate validUntil) {
  private static final String SCHEMA = "meent-approval/1";

  /**
   * Copies the conditions.
   *
   * @throws IllegalArgumentException if conditions and decision do not fit each other
   */
  public Approval {
    conditions = List.copyOf(conditions);
    if (conditions.isEmpty() == (decision == Decision.APPROVE_WITH_CONDITIONS)) {
      throw new IllegalArgumentException("conditions go with approve-with-conditions only");
    }
  }

  /** What a role can decide. */
  public enum Decision {
    /** It may run. */
    APPROVE,
    /** It may run once the conditions are met, which the next version must show. */
    APPROVE_WITH_CONDITIONS,
    /** The author must change it first. */
    RETURN,
    /** It may not run. */
    REJECT;

    /** The name as written in documents, such as {@code approve-with-conditions}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The bytes that are signed. */
  public byte[] bytes() {
    return CanonicalJson.bytes(
        Json.object()
            .put("schema", SCHEMA)
            .put("protocol", protocol)
            .put("version", version)
            .put("digest", digest)
            .put("role", role.label())
            .put("person", person)
            .put("decision", decision.label())
            .put("conditions", conditions)
            .put("reason", reason)
            .put("signed-on", signedOn.toString())
            .put("valid-until", validUntil.toString())
            .build());
  }

  /** The approval that these bytes are; nothing if they are anything else, to the byte. */
  static Optional<Approval> of(byte[] bytes) {
    try {
      return CanonicalJson.read(bytes)
          .filter(Json.Members.class::isInstance)
          .map(json -> of((Json.Members) json))
          .filter(approval -> java.util.Arrays.equals(approval.bytes(), bytes));
    } catch (IllegalArgumentException | DateTimeException | java.util.NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static Approval of(Json.Members json) {
    return new Approval(
        json.text("protocol").orElseThrow(),
        Math.toIntExact(Math.min(json.whole("version").orElseThrow(), Integer.MAX_VALUE)),
        json.text("digest").orElseThrow(),
        labelled(Role.values(), json.text("role").orElseThrow()),
        json.text("person").orElseThrow(),
        labelled(Decision.values(), json.text("decision").orElseThrow()),
        json.texts("conditions").orElseThrow(),
        json.text("reason").orElseThrow(),
        LocalDate.parse(json.text("signed-on").orElseThrow()),
        LocalDate.parse(json.text("valid-until").orElseThrow()));
  }

  private static <E extends Enum<E>> E labelled(E[] constants, String label) {
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(label)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("unknown label");
  }
}
