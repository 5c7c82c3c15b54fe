// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.drift.Drift;
import org.meent.linkage.drift.DriftJson;
import org.meent.linkage.drift.DriftReport;
import org.meent.linkage.drift.StudyLockFile;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent drift}: what changed between two versions. */
@Command(
    name = "drift",
    description = {
      "Say what changed between two versions of a data file, or between two locks of a study, the"
          + " important first. Inside only.",
      "Names codes only if they have a label or stand in at least 10 rows; never a value of a"
          + " person. Ends with 0 whatever changed."
    },
    footer = {
      "",
      "Example:  meent drift SPOLISBUS2022V9.sav SPOLISBUS2022V10.sav --out drift.json",
      "          meent drift old/study.lock.json study.lock.json"
    })
final class DriftCommand extends Verb {
  @Parameters(index = "0", paramLabel = "OLD", description = "The old version.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The new version.")
  private Path now = Path.of("");

  @Option(
      names = "--key",
      split = ",",
      paramLabel = "a,b",
      description =
          "Columns that together name a unit (default: the key of the register, or RINPERSOONS and"
              + " RINPERSOON).")
  private List<String> key = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "Write the changes as JSON too.")
  private @Nullable Path out;

  @Mixin private RegisterOption registers = new RegisterOption();

  DriftCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    DriftReport report = report();
    say(text("drift.versions", version(report.old()), version(report.now())));
    DriftLines.of(report, locale()).forEach(this::say);
    if (out != null) {
      Path file = out.toAbsolutePath().normalize();
      new OutFolder(file.getParent() == null ? file : file.getParent())
          .write(String.valueOf(file.getFileName()), DriftJson.write(report));
      say(text("drift.written", out));
    }
    return ExitCode.DONE;
  }

  private DriftReport report() {
    Drift drift = Drift.withDefaults().with(registers.dictionary()).withKey(key);
    if (isLock(old) != isLock(now)) {
      throw Refusal.usage("desk.drift.mixed", Where.NOWHERE).asException();
    }
    return isLock(old)
        ? drift.locks(
            old.toString(), StudyLockFile.read(old), now.toString(), StudyLockFile.read(now))
        : drift.files(old, now);
  }

  private static boolean isLock(Path file) {
    return file.toString().endsWith(".json");
  }

  private String version(DriftReport.Version version) {
    if (version.rows() < 0) {
      return version.file();
    }
    String register = (version.register() + " " + version.version()).strip();
    return text(
        register.isEmpty() ? "drift.file" : "drift.register",
        version.file(),
        version.rows(),
        register);
  }
}
