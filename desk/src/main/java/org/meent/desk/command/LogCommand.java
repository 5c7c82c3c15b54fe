// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import org.meent.ethics.log.LogEntry;
import org.meent.ethics.log.LogHead;
import org.meent.ethics.log.TransparencyLog;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code meent log}: who did what, when and why; and whether the log still says what it said. */
@Command(
    name = "log",
    synopsisSubcommandLabel = "COMMAND",
    description = "The transparency log: who did what, when and why.",
    footer = {"", "Example:  meent log verify examples/nsw"})
final class LogCommand extends VerbOfVerbs {
  private LogCommand(Console console) {
    super(console);
  }

  /** The verb with its two verbs. */
  static CommandLine line(Console console) {
    return new CommandLine(new LogCommand(console))
        .addSubcommand(new Verify(console))
        .addSubcommand(new Show(console));
  }

  /** {@code meent log verify}: every byte of the log stands as it was written. */
  @Command(
      name = "verify",
      description =
          "Check that every byte of the log stands as it was written; exit code 5 if not.",
      footer = {"", "Example:  meent log verify examples/nsw"})
  static final class Verify extends StudyVerb {
    Verify(Console console) {
      super(console);
    }

    @Override
    ExitCode execute() {
      LogHead head = TransparencyLog.of(home()).verify();
      say(text("log.good", head.size(), head.root()));
      return ExitCode.DONE;
    }
  }

  /** {@code meent log show}: the entries of one study. */
  @Command(
      name = "show",
      description = "Show the entries of one study, the oldest first.",
      footer = {"", "Example:  meent log show examples/nsw"})
  static final class Show extends StudyVerb {
    Show(Console console) {
      super(console);
    }

    @Override
    ExitCode execute() {
      String id = ProtocolFile.read(study()).identity().id();
      for (LogEntry entry : TransparencyLog.of(home()).entriesOf(id)) {
        LogEntry.Event event = entry.event();
        say(text("log.entry", entry.time(), event.kind(), event.actor(), event.run(), event.why()));
      }
      return ExitCode.DONE;
    }
  }
}
