// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** A number of threads as a user gave it. */
final class Threads {
  private Threads() {}

  static int checked(int threads) {
    if (threads < 1) {
      throw Refusal.usage("desk.threads", Where.field("--threads"), threads).asException();
    }
    return threads;
  }
}
