// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Where a pass-phrase comes from: a file, or else the keyboard, unseen. */
final class PassPhrase {
  private PassPhrase() {}

  /**
   * Reads a pass-phrase; whoever asks wipes it after use.
   *
   * @param file the file that holds it, null to ask at the terminal
   * @param prompt what is asked
   * @throws org.meent.protocols.refusal.RefusalException if there is neither file nor terminal
   */
  static char[] of(@Nullable Path file, String prompt) throws IOException {
    if (file != null) {
      return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
    }
    java.io.Console terminal = System.console();
    char[] typed = terminal == null ? null : terminal.readPassword("%s ", prompt);
    if (typed == null || typed.length == 0) {
      throw Refusal.usage("desk.approve.no-pass-phrase", Where.field("--pass-phrase-file"))
          .asException();
    }
    return typed;
  }
}
