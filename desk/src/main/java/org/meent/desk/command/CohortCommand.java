// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.meent.desk.run.CohortExport;
import org.meent.desk.run.RunListener;
import org.meent.desk.run.StudyRun;
import org.meent.linkage.engine.Engines;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code meent cohort}: the labelled cohort for Stata, SPSS or R, inside only. */
@Command(
    name = "cohort",
    description = {
      "Write the cohort of an approved study as a labelled file, inside only, with an R script and"
          + " a Stata do-file that check its counts and differences in means.",
      "Person-level rows: the file may not leave, and pseudonyms are not in it."
    },
    footer = {"", "Example:  meent cohort examples/nsw --to dta --out nsw.dta"})
final class CohortCommand extends StudyVerb {
  /** What it writes. */
  enum Format {
    DTA,
    SAV,
    CSV,
    PARQUET
  }

  @Option(
      names = "--to",
      required = true,
      paramLabel = "dta|sav|csv|parquet",
      description = "Format of the file.")
  private Format to = Format.DTA;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
  private Path out = Path.of("");

  @Mixin private Threads threads = new Threads();

  CohortCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    String ending = "." + to.name().toLowerCase(Locale.ROOT);
    if (!out.toString().endsWith(ending)) {
      throw Refusal.usage("desk.cohort.ending", Where.field("--out"), ending).asException();
    }
    StudyRun.Settings settings =
        new StudyRun.Settings(study(), home(), Engines.DEFAULT, threads.count(), console().clock());
    CohortExport export = CohortExport.write(settings, this::heard, out);
    say(text("convert.done", export.conversion().rows(), export.conversion().columns(), out));
    export.conversion().losses().forEach(loss -> say(loss.sentence(locale())));
    export.scripts().forEach(script -> say(text("cohort.script", script.getFileName())));
    say(text("cohort.inside"));
    return ExitCode.DONE;
  }

  private void heard(RunListener.Moment moment, String stage) {
    switch (moment) {
      case STARTED, FOUND_WHOLE -> progress(text("run.stage." + moment, text("run.stage.cohort")));
      case WRITTEN, FINISHED -> {}
    }
  }
}
