// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.nio.file.Path;
import org.meent.desk.doctor.Examination;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code meent doctor}: what this environment allows. */
@Command(
    name = "doctor",
    description =
        "Say what this environment allows: JDK, native library, port, memory, disk, code page.",
    footer = {"", "Example:  meent doctor --lang nl"})
final class DoctorCommand extends Verb {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Folder of the studies (default: here).")
  private Path home = Path.of("");

  DoctorCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() {
    boolean good = true;
    for (Examination.Result result : Examination.of(home.toAbsolutePath(), Texts.of(locale()))) {
      boolean passed = result.verdict() == Verdict.PASS;
      good &= passed;
      say("%s %-16s %s".formatted(passed ? "  " : "! ", result.subject(), result.text()));
    }
    say(text(good ? "doctor.all-good" : "doctor.some-poor"));
    return ExitCode.DONE;
  }
}
