// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.ArmResult;
import org.meent.models.forest.CausalFit;
import org.meent.models.forest.CausalModel;
import org.meent.models.forest.Centred;
import org.meent.models.forest.FitJob;
import org.meent.models.forest.FitResult;
import org.meent.models.forest.NewRows;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.frame.NumericCsv;
import org.meent.models.heterogeneity.EffectLearner.Residuals;
import org.meent.models.heterogeneity.OtherEffects;
import org.meent.models.learner.Parallel;
import org.meent.models.measurement.MeasurementAnswer;
import org.meent.models.measurement.MeasurementQuestion;
import org.meent.models.reach.GroupCalibration;
import org.meent.models.reach.LeaveOneOut;
import org.meent.models.reach.Transport;
import org.meent.models.survival.ExitCurves;
import org.meent.models.survival.ExitModel;
import org.meent.models.survival.MonthlyExits;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.run.RandomStream;

/** Asks the further questions of a fit, on the same rows. */
public final class FurtherJob {
  private static final String UNKNOWN = "unknown";

  private final FitJob job;
  private final FitResult result;
  private final FurtherQuestions questions;
  private final NumericCsv csv;
  private final long seed;

  private FurtherJob(FitJob job, FitResult result, FurtherQuestions questions) {
    this.job = job;
    this.result = result;
    this.questions = questions;
    Set<String> text = new HashSet<>(questions.textColumns());
    job.columns().context().municipality().ifPresent(text::add);
    this.csv = NumericCsv.read(job.columns().data(), text);
    this.seed = job.model().forest().seed();
  }

  /**
   * Answers them.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a column is not there or not what it
   *     should be
   */
  public static FurtherAnswers answer(FitJob job, FitResult result, FurtherQuestions questions) {
    FurtherJob further = new FurtherJob(job, result, questions);
    List<ArmReach> reach = result.arms().stream().map(further::reach).toList();
    return new FurtherAnswers(further.exits(), further.policy(), reach);
  }

  private List<ExitCurves> exits() {
    if (questions.exits().isEmpty()) {
      return List.of();
    }
    FurtherQuestions.ExitColumns columns = questions.exits().get();
    MonthlyExits exits = monthly(columns);
    ExitModel model = ExitModel.withDefaults().withSeed(seed).withThreads(job.model().threads());
    List<ExitCurves> curves = new ArrayList<>();
    for (int arm = 1; arm < result.frame().arms().size(); arm++) {
      Estimand estimand = estimand(result.arms().get(arm - 1));
      curves.add(model.fit(result.frame(), arm, exits, columns.horizon(), estimand));
    }
    return curves;
  }

  /** Curves are of those whom the shown average is of; overlap weights have no curve. */
  private static Estimand estimand(ArmResult arm) {
    return arm.estimates().stream()
        .map(EffectEstimate::estimand)
        .filter(one -> one != Estimand.OVERLAP)
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.refused("models.exits.no-estimand", Where.NOWHERE, arm.arm())
                    .asException());
  }

  private MonthlyExits monthly(FurtherQuestions.ExitColumns columns) {
    List<String> kind = csv.cells(columns.kind());
    List<String> kinds = kind.stream().filter(k -> !k.isBlank()).distinct().sorted().toList();
    double[] time = csv.numeric(columns.month());
    int[] month = new int[time.length];
    int[] cause = new int[time.length];
    for (int i = 0; i < month.length; i++) {
      if (!(time[i] >= 1) || time[i] != Math.rint(time[i])) {
        throw Refusal.badInput(
                "models.exits.month", Where.file(csv.source()).atLine(i + 2L).in(columns.month()))
            .asException();
      }
      month[i] = (int) time[i];
      cause[i] = kinds.indexOf(kind.get(i)) + 1;
    }
    if (kinds.isEmpty()) {
      throw Refusal.badInput("models.exits.none", Where.file(csv.source()).in(columns.kind()))
          .asException();
    }
    return new MonthlyExits(month, cause, kinds);
  }

  private Optional<PolicyAnswer> policy() {
    return questions
        .policy()
        .map(
            question -> {
              Optional<List<String>> wanted =
                  question.preference().map(name -> labels(result.frame(), name));
              return new PolicyAnalysis(result.frame(), question, seed)
                  .answer(
                      protectedGroups(result.frame()),
                      municipality(result.frame()),
                      wanted,
                      job.model().threads());
            });
  }

  private ArmReach reach(ArmResult arm) {
    CausalFit fit = arm.fit();
    Frame pair = fit.frame();
    List<Grouping> groups = protectedGroups(pair);
    EffectEstimate shown = arm.estimates().getFirst();
    double[] scores = fit.scores().doublyRobust();
    return new ArmReach(
        arm.arm(),
        groups.isEmpty()
            ? Optional.empty()
            : Optional.of(GroupCalibration.of(pair, groups, scores, fit.effects().effect(), seed)),
        municipality(pair)
            .map(division -> LeaveOneOut.of(pair, division, fit.scores()::estimate, shown)),
        result.fresh().map(rows -> transport(arm, rows, scores)),
        measurement(fit, shown),
        represented(pair),
        questions.otherLearners() ? learners(fit, scores) : List.of());
  }

  private List<OtherEffects> learners(CausalFit fit, double[] scores) {
    CausalModel model = job.model();
    Centred rows = fit.centred();
    long key = RandomStream.of(seed, "other-learners").nextLong();
    try (Parallel parallel = new Parallel(model.threads())) {
      return OtherEffects.of(
          fit.frame(),
          new Residuals(rows.outcome(), rows.treatment(), scores),
          fit.effects().effect(),
          model.outcomeLearners(),
          model.folds(fit.frame(), key),
          key,
          parallel);
    }
  }

  private Transport transport(ArmResult arm, NewRows rows, double[] scores) {
    double[] fresh = arm.fit().effects().freshEffect();
    double[] predicted = Arrays.copyOfRange(fresh, arm.outside().length, fresh.length);
    try (Parallel parallel = new Parallel(job.model().threads())) {
      return Transport.of(
          arm.fit().frame(),
          scores,
          arm.fit().effects().effect(),
          rows.x(),
          predicted,
          job.limits(),
          seed,
          parallel);
    }
  }

  private MeasurementAnswer measurement(CausalFit fit, EffectEstimate shown) {
    if (!questions.asksMeasurement()) {
      return MeasurementAnswer.NONE;
    }
    FurtherQuestions.RecordErrors errors = questions.errors();
    List<String> wrong = new ArrayList<>(errors.misclassified());
    Optional<String> arm = named(wrong, job.columns().treatment());
    Optional<String> outcome = named(wrong, job.columns().outcome());
    MeasurementQuestion question =
        new MeasurementQuestion(
            questions.reliabilities(),
            errors.unknown(),
            arm,
            outcome,
            wrong,
            errors.rater().map(name -> labels(fit.frame(), name)));
    DoublyRobust average =
        DoublyRobust.withDefaults().withSeed(seed).withSplits(1).withThreads(job.model().threads());
    return MeasurementAnswer.of(
        fit.scores().splits().getFirst(),
        shown.estimand(),
        question,
        frame -> average.fit(frame, 1).estimate(shown.estimand()),
        seed);
  }

  private static Optional<String> named(List<String> names, String name) {
    return names.remove(name) ? Optional.of(name) : Optional.empty();
  }

  private List<ArmReach.Represented> represented(Frame frame) {
    List<ArmReach.Represented> all = new ArrayList<>();
    for (Grouping group : protectedGroups(frame)) {
      List<String> inFile = csv.cells(group.name()).stream().map(FurtherJob::known).toList();
      for (String label : new TreeSet<>(inFile)) {
        all.add(
            new ArmReach.Represented(
                group.written(label),
                Collections.frequency(inFile, label),
                Collections.frequency(group.labels(), label)));
      }
    }
    return all;
  }

  private Optional<Grouping> municipality(Frame frame) {
    return job.columns()
        .context()
        .municipality()
        .map(name -> new Grouping(name, labels(frame, name)));
  }

  private List<Grouping> protectedGroups(Frame frame) {
    return questions.protectedColumns().stream()
        .map(name -> new Grouping(name, labels(frame, name)))
        .toList();
  }

  /** The labels of a column of the file, in the order of a frame; an empty cell is unknown. */
  private List<String> labels(Frame frame, String name) {
    List<String> inFile = csv.cells(name);
    return IntStream.range(0, frame.rows())
        .mapToObj(i -> inFile.get(frame.inputRow(i)))
        .map(FurtherJob::known)
        .toList();
  }

  private static String known(String label) {
    return label.isEmpty() ? UNKNOWN : label;
  }
}
