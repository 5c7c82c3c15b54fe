// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SequencedMap;
import org.meent.desk.report.FitCard;
import org.meent.desk.report.Verdicts;
import org.meent.desk.run.RunListener;
import org.meent.desk.run.StudyRun;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.flow.Flow;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code meent run}: the pipeline up to the release request. */
@Command(
    name = "run",
    description = {
      "Run an approved study up to the release request. Started again after a kill, it goes on"
          + " after the last whole stage.",
      "Writes runs/<id>/ (inside only) and requests/<id>/ (waits for two output checkers)."
    },
    footer = {"", "Example:  meent run examples/nsw"})
final class RunCommand extends StudyVerb {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = Engines.DEFAULT,
      description = "Engine for exact joins and sums (default: duckdb).")
  private String engine = Engines.DEFAULT;

  @Mixin private Threads threads = new Threads();

  RunCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    StudyRun.Result result =
        StudyRun.of(
            new StudyRun.Settings(study(), home(), engine, threads.count(), console().clock()),
            new Progress());
    tell(result);
    return ExitCode.DONE;
  }

  private void tell(StudyRun.Result result) {
    var protocol = result.mandate().protocol();
    if (result.mandate().demonstration()) {
      say(text("run.demonstration"));
    }
    for (Flow flow : result.cohort().flows()) {
      say(text("run.flow", flow.of(), flow.steps().getFirst().in(), flow.out()));
    }
    result
        .judgement()
        .decisions()
        .forEach(
            decision -> say(text("run.gate", decision.output(), text(Verdicts.key(decision)))));
    say(text("run.done"));
    say(
        text(
            "run.results",
            shown(result.report().resolve("report-" + locale().getLanguage() + ".html"))));
    say(text("run.request", shown(result.request())));
    say(text("run.next", String.join(" / ", protocol.people().outputCheckers())));
  }

  private static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  /** Tells how far a run is, and what it could show before it estimates. */
  private final class Progress implements RunListener {
    @Override
    public void heard(Moment moment, String stage) {
      String name = Stage.of(stage);
      switch (moment) {
        case STARTED, FOUND_WHOLE ->
            progress(text("run.stage." + moment, text("run.stage." + name)));
        case WRITTEN, FINISHED -> {}
      }
    }

    @Override
    public void power(SequencedMap<String, DetectableEffect> effects) {
      effects.forEach(
          (name, found) ->
              progress(
                  text(
                      "run.power",
                      name,
                      FitCard.number(found.effect()),
                      FitCard.number(found.standardised()))));
    }
  }

  /** The stages whose folders are named otherwise than what they do. */
  private static final class Stage {
    static String of(String folder) {
      return switch (folder) {
        case "cohort", "effects", "report" -> folder;
        default -> "request";
      };
    }
  }
}
