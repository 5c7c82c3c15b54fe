// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import picocli.CommandLine;

/** Where the program starts. */
@CommandLine.Command(name = "meent")
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
