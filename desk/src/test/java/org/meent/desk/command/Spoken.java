// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a command said and how it ended.
 *
 * @param exit exit code
 * @param out results
 * @param err progress and refusals
 */
record Spoken(int exit, String out, String err) {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  /** Runs a command as a user would. */
  static Spoken by(Object... words) {
    String[] args = new String[words.length];
    java.util.Arrays.setAll(args, i -> words[i].toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                NOON),
            args);
    return new Spoken(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
