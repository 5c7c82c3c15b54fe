// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.meent.desk.card.ReleasedCard;
import org.meent.desk.release.RequestWriter;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.ResearcherReport;
import org.meent.desk.report.StudyCard;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.gate.Judgement;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.disclosure.repair.Advised;
import org.meent.disclosure.rule.RuleSet;
import org.meent.ethics.ApprovalRegister;
import org.meent.ethics.Mandate;
import org.meent.ethics.WaiverRegister;
import org.meent.ethics.log.LogEntry;
import org.meent.ethics.log.TransparencyLog;
import org.meent.ethics.signature.TrustedAuthorities;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.source.Sources;
import org.meent.models.study.AnalysisRegister;
import org.meent.models.study.EffectResult;
import org.meent.models.study.ExitResult;
import org.meent.models.study.FurtherFindings;
import org.meent.models.study.OverlapRules;
import org.meent.models.study.PlannedOutputs;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;

/**
 * One run of a study: protocol, mandate, cohort, effects, gate, release request. Each stage is
 * whole or is made again, and each step is in the transparency log. Nothing leaves: the request
 * waits for two checkers.
 */
public final class StudyRun {
  private final Settings settings;
  private final Mandate mandate;
  private final String id;
  private final Stages stages;
  private final RunListener listener;
  private final TransparencyLog log;

  /**
   * How a run is made; only {@code study} changes what comes out.
   *
   * @param study folder of the study
   * @param home folder of the environment: log, trusted authorities, ledger
   * @param engine name of the engine
   * @param threads number of threads
   * @param clock the time, for approvals and log
   */
  public record Settings(Path study, Path home, String engine, int threads, Clock clock) {}

  /**
   * What a run left.
   *
   * @param id the run
   * @param mandate under which it was made
   * @param report folder of the inside report
   * @param request folder of the release request
   * @param cohort the cohort with its flows
   * @param judgement what the gate said
   */
  public record Result(
      String id, Mandate mandate, Path report, Path request, Cohort cohort, Judgement judgement) {}

  private StudyRun(Settings settings, RunListener listener, Mandate mandate) {
    this.settings = settings;
    this.mandate = mandate;
    this.listener = listener;
    this.id = RunId.of(mandate.protocol(), mandate.digest(), BuildId.current());
    this.log = TransparencyLog.of(settings.home());
    this.stages =
        new Stages(
            id,
            (moment, stage) -> {
              listener.heard(moment, stage);
              if (moment == RunListener.Moment.FINISHED) {
                write("stage.finished", stage.equals(id) ? "request" : stage);
              }
            });
  }

  /**
   * Runs a study, or goes on where an earlier start of the same run was stopped.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the protocol, its approvals, a file or
   *     this machine does not allow it
   */
  public static Result of(Settings settings, RunListener listener) throws IOException {
    return prepared(settings, listener).run();
  }

  /** A run with its mandate, before its first stage. */
  static StudyRun prepared(Settings settings, RunListener listener) {
    Protocol protocol = ProtocolFile.read(settings.study());
    Mandate mandate =
        ApprovalRegister.of(settings.study(), TrustedAuthorities.of(settings.home()))
            .mandateFor(protocol, today(settings.clock()));
    return new StudyRun(settings, listener, mandate);
  }

  /** The run's id. */
  String id() {
    return id;
  }

  /** The permission it has. */
  Mandate mandate() {
    return mandate;
  }

  /** The day on which it is asked. */
  LocalDate today() {
    return today(settings.clock());
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The protocol of the run. */
  Protocol protocol() {
    return mandate.protocol();
  }

  /** Makes the cohort, or finds it whole from an earlier start, and goes no further. */
  Cohort cohort() throws IOException {
    begin("engine " + settings.engine() + ", cohort only");
    return CohortFile.read(cohortStage());
  }

  private void begin(String why) throws IOException {
    // Also when every stage is whole already: a run speaks for the files as they are now.
    Sources.checkLocks(mandate, settings.study());
    Engines.provider(settings.engine());
    write("run.started", why);
    RegisterFile.begin(AnalysisRegister.planned(protocol()), folder());
  }

  private Path cohortStage() throws IOException {
    return stages.complete(folder().resolve("cohort"), List.of(), this::cohort);
  }

  private Path folder() {
    return settings.study().resolve("runs").resolve(id);
  }

  private Result run() throws IOException {
    Protocol protocol = mandate.protocol();
    RuleSet rules = RuleSet.named(protocol.rules());
    begin("engine " + settings.engine());
    Path runs = folder();
    Path cohortFolder = cohortStage();
    Cohort cohort = CohortFile.read(cohortFolder);
    Path effectsFolder =
        stages.complete(
            runs.resolve("effects"),
            List.of(cohortFolder),
            folder ->
                new EffectsStage(protocol, OverlapRules.of(rules), settings.threads(), listener)
                    .into(folder, cohort, cohortFolder));
    SequencedMap<String, EffectResult> effects = EffectsFile.read(effectsFolder);
    SequencedMap<String, ExitResult> exits = ExitsFile.read(effectsFolder);
    FurtherFindings further = FurtherFile.read(effectsFolder);
    AnalysisRegister register = AnalysisRegister.of(protocol, effects, exits, further);
    RegisterFile.write(register, runs);
    WaiverRegister waivers = WaiverRegister.of(settings.study(), mandate, id);
    Advised judged =
        Advised.of(
            Gate.under(rules)
                .with(ReleaseLedger.open(settings.home()))
                .with(waivers.waivers(TrustedAuthorities.of(settings.home()), today())),
            rules,
            PlannedOutputs.of(
                protocol, cohort, effects, exits, further, LinkageAccountFile.read(cohortFolder)));
    Advised advised =
        judged.with(ReleasedCard.of(protocol, judged.judgement(), effects, further, register));
    Judgement judgement = advised.judgement();
    Path request =
        stages.complete(
            settings.study().resolve("requests").resolve(id),
            List.of(cohortFolder, effectsFolder),
            waivers.files(),
            folder -> new RequestWriter(mandate, id, BuildId.current(), advised).into(folder));
    Path report =
        stages.complete(
            runs.resolve("report"),
            List.of(cohortFolder, effectsFolder, request),
            folder -> {
              report(folder, cohort, effects, exits, further, advised);
              LinkageReportFiles.write(mandate, cohort, cohortFolder, effectsFolder, folder);
            });
    write("request.written", judgement.decisions().size() + " outputs judged");
    return new Result(id, mandate, report, request, cohort, judgement);
  }

  private void cohort(Path folder) throws IOException {
    new CohortStage(
            mandate,
            settings,
            () -> write("sources.opened", String.join(", ", protocol().sources().keySet())))
        .into(folder);
  }

  private void report(
      Path folder,
      Cohort cohort,
      SequencedMap<String, EffectResult> effects,
      SequencedMap<String, ExitResult> exits,
      FurtherFindings further,
      Advised advised)
      throws IOException {
    for (String language : List.of("en", "nl")) {
      String page =
          HtmlRenderer.render(
              ResearcherReport.of(
                  mandate,
                  id,
                  BuildId.current(),
                  cohort,
                  effects,
                  exits,
                  further,
                  advised,
                  Locale.of(language)));
      Files.writeString(
          folder.resolve("report-" + language + ".html"), page, StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve("card-" + language + ".html"),
          HtmlRenderer.render(StudyCard.of(mandate, id, effects, Locale.of(language))),
          StandardCharsets.UTF_8);
    }
  }

  private void write(String kind, String why) {
    write(String.join(", ", protocol().people().researchers()), kind, why);
  }

  /** Says in the log who did what. */
  void write(String who, String kind, String why) {
    Protocol protocol = mandate.protocol();
    log.append(
        settings.clock().instant(),
        new LogEntry.Event(
            who,
            kind,
            protocol.identity().id(),
            protocol.identity().version(),
            mandate.digest(),
            id,
            why));
  }
}
