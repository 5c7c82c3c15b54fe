// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.Json;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Certificates that no longer count, by fingerprint, in {@code trust/revoked.json}: canonical JSON
 * {@code {"revoked":[{"certificate":…,"on":…,"why":…}],"schema":"meent-revoked/1"}}. From that day
 * every signature by the certificate fails, whenever it was made.
 *
 * @param days first day of revocation by fingerprint
 */
record Revocations(Map<String, LocalDate> days) {
  private static final String NAME = "revoked.json";
  private static final String SCHEMA = "meent-revoked/1";

  static Revocations read(Path trust) {
    Path file = trust.resolve(NAME);
    if (!Files.exists(file)) {
      return new Revocations(Map.of());
    }
    try {
      Optional<Revocations> read =
          CanonicalJson.read(Files.readAllBytes(file)).flatMap(Revocations::of);
      if (read.isPresent()) {
        return read.orElseThrow();
      }
    } catch (IOException | DateTimeParseException e) {
      // told below
    }
    throw Refusal.unverified("ethics.trust.revoked-list", Where.file("trust/" + NAME))
        .asException();
  }

  boolean isRevoked(CertificateHolder holder, LocalDate today) {
    LocalDate day = days.get(holder.fingerprint());
    return day != null && !today.isBefore(day);
  }

  private static Optional<Revocations> of(Json json) {
    if (!(json instanceof Json.Members top)
        || !top.hasExactly("schema", "revoked")
        || !top.text("schema").equals(Optional.of(SCHEMA))
        || !(top.values().get("revoked") instanceof Json.Items(List<Json> items))) {
      return Optional.empty();
    }
    Map<String, LocalDate> days = new LinkedHashMap<>();
    for (Json item : items) {
      if (!(item instanceof Json.Members one) || !one.hasExactly("certificate", "on", "why")) {
        return Optional.empty();
      }
      days.put(one.text("certificate").orElse(""), LocalDate.parse(one.text("on").orElse("")));
    }
    return Optional.of(new Revocations(days));
  }
}
