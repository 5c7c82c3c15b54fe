// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(new Console(out, err, Clock.systemUTC()), args));
  }

  /** Runs one command on a given console and returns its exit code. */
  public static int run(Console console, String... args) {
    return Commands.line(console).execute(args);
  }
}
