// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.Json;

/**
 * One line of the transparency log. It never carries a person's value, nor an unsalted hash of
 * anything from inside that could be guessed.
 *
 * @param seq number of the entry, from 0 without gaps
 * @param time when, to the second, as the machine's clock said
 * @param event what happened
 */
public record LogEntry(long seq, Instant time, Event event) {

  /** Cuts the time to the second. */
  public LogEntry {
    time = time.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * What happened.
   *
   * @param actor who: a person's name as in the protocol, or {@code meent}
   * @param kind what: lower case with dots and hyphens, such as {@code run.started}
   * @param study id of the protocol; empty if it concerns the environment
   * @param version version of the protocol; 0 if it concerns the environment
   * @param digest digest of the protocol; empty if it concerns the environment
   * @param run id of the run; empty if there is none
   * @param why purpose or reason
   */
  public record Event(
      String actor, String kind, String study, int version, String digest, String run, String why) {
    private static final Pattern KIND =
        Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");

    /**
     * Checks the kind.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public Event {
      if (!KIND.matcher(kind).matches()) {
        throw new IllegalArgumentException("not a kind of event: " + kind);
      }
    }

    /** An event of the environment itself. */
    public static Event ofEnvironment(String actor, String kind, String why) {
      return new Event(actor, kind, "", 0, "", "", why);
    }
  }

  /** The bytes that the tree covers: canonical JSON, without the end of the line. */
  public byte[] bytes() {
    return CanonicalJson.bytes(
        Json.object()
            .put("seq", seq)
            .put("time", time.toString())
            .put("actor", event.actor())
            .put("kind", event.kind())
            .put("study", event.study())
            .put("version", event.version())
            .put("digest", event.digest())
            .put("run", event.run())
            .put("why", event.why())
            .build());
  }

  /** The entry that these bytes are; nothing if they are anything else, to the byte. */
  static Optional<LogEntry> of(byte[] bytes) {
    try {
      return CanonicalJson.read(bytes)
          .filter(Json.Members.class::isInstance)
          .map(json -> of((Json.Members) json))
          .filter(entry -> Arrays.equals(entry.bytes(), bytes));
    } catch (IllegalArgumentException
        | ArithmeticException
        | DateTimeException
        | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static LogEntry of(Json.Members json) {
    return new LogEntry(
        json.whole("seq").orElseThrow(),
        Instant.parse(json.text("time").orElseThrow()),
        new Event(
            json.text("actor").orElseThrow(),
            json.text("kind").orElseThrow(),
            json.text("study").orElseThrow(),
            Math.toIntExact(json.whole("version").orElseThrow()),
            json.text("digest").orElseThrow(),
            json.text("run").orElseThrow(),
            json.text("why").orElseThrow()));
  }
}
