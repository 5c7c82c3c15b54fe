// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.meent.linkage.engine.Engines;

/** A run in a process of its own that dies without warning at one moment of one stage. */
final class KilledRun {
  /** How the process ends: as after {@code kill -9}, no shutdown hook and no finally runs. */
  static final int KILLED = 137;

  private KilledRun() {}

  static int start(Path study, RunListener.Moment moment, String stage)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1", // a process that dies soon; and the bytes do not depend on
            // it
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            study.toString(),
            moment.name(),
            stage)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  public static void main(String[] args) throws IOException {
    Path study = Path.of(args[0]);
    RunListener.Moment fatal = RunListener.Moment.valueOf(args[1]);
    Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    StudyRun.of(
        new StudyRun.Settings(study, study.resolveSibling("."), Engines.DEFAULT, 2, clock),
        (moment, folder) -> {
          boolean request = !folder.matches("cohort|effects|report");
          String stage = request ? "request" : folder;
          if (moment == fatal && stage.equals(args[2])) {
            Runtime.getRuntime().halt(KILLED);
          }
        });
  }
}
