// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Option;

/** A number of threads as a user gives it. */
final class Threads {
  @Option(
      names = "--threads",
      paramLabel = "k",
      defaultValue = "2",
      description = "Threads; the result does not depend on them (default: 2).")
  private int threads = 2;

  int count() {
    return checked(threads);
  }

  static int checked(int threads) {
    if (threads < 1) {
      throw Refusal.usage("desk.threads", Where.field("--threads"), threads).asException();
    }
    return threads;
  }
}
