// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.check.OverlapVerdict.Measure;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.ArmResult;
import org.meent.models.forest.FitColumns;
import org.meent.models.forest.FitContext;
import org.meent.models.forest.FitJob;
import org.meent.models.forest.FitResult;
import org.meent.models.frame.Frame;
import org.meent.models.frame.NumericCsv;
import org.meent.models.learner.Parallel;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Asks of a fit how much of each effect goes through declared mechanisms, one at a time. */
public final class MechanismJob {
  private final FitJob job;
  private final List<MechanismColumn> mechanisms;
  private final NumericCsv csv;

  private MechanismJob(FitJob job, List<MechanismColumn> mechanisms) {
    this.job = job;
    this.mechanisms = List.copyOf(mechanisms);
    Set<String> text = new HashSet<>();
    job.columns().context().start().ifPresent(text::add);
    mechanisms.forEach(mechanism -> mechanism.day().ifPresent(text::add));
    this.csv = NumericCsv.read(job.columns().data(), text);
  }

  /**
   * Reads and checks the mechanisms, before anything is fitted.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a column is no mechanism: not there,
   *     something else in the fit, with missing values, the same for everybody, or measured before
   *     the start or after the outcome
   */
  public static MechanismJob of(FitJob job, List<MechanismColumn> mechanisms) {
    MechanismJob asked = new MechanismJob(job, mechanisms);
    mechanisms.forEach(asked::demand);
    return asked;
  }

  /** An answer for every arm and mechanism. */
  public List<MechanismAnswer> answer(FitResult result) {
    List<MechanismAnswer> answers = new ArrayList<>();
    try (Parallel parallel = new Parallel(job.model().threads())) {
      for (ArmResult arm : result.arms()) {
        mechanisms.forEach(mechanism -> answers.add(answer(arm, mechanism, parallel)));
      }
    }
    return answers;
  }

  private MechanismAnswer answer(ArmResult arm, MechanismColumn mechanism, Parallel parallel) {
    Frame pair = arm.fit().frame();
    double[] inFile = csv.numeric(mechanism.column());
    double[] values =
        IntStream.range(0, pair.rows()).mapToDouble(i -> inFile[pair.inputRow(i)]).toArray();
    Optional<Measure> obstacle = uncarried(arm);
    if (obstacle.isPresent()) {
      return answer(pair, mechanism, Optional.empty(), obstacle);
    }
    MediatedEffect effect =
        Mediation.withDefaults()
            .withSeed(job.model().forest().seed())
            .withLearners(job.model().outcomeLearners(), job.model().propensityLearners())
            .of(arm.fit().scores().splits(), values, job.limits(), parallel);
    return effect.obstacle().isPresent()
        ? answer(pair, mechanism, Optional.empty(), effect.obstacle())
        : answer(pair, mechanism, Optional.of(effect), Optional.empty());
  }

  private static MechanismAnswer answer(
      Frame pair,
      MechanismColumn mechanism,
      Optional<MediatedEffect> effect,
      Optional<Measure> obstacle) {
    List<String> arms = pair.arms();
    return new MechanismAnswer(arms.get(1), arms.get(0), mechanism, effect, obstacle);
  }

  /** Parts of an effect for everybody need an effect for everybody. */
  private static Optional<Measure> uncarried(ArmResult arm) {
    return arm.verdicts().stream()
        .filter(verdict -> verdict.estimand() == Estimand.ATE)
        .map(OverlapVerdict::measures)
        .flatMap(List::stream)
        .filter(measure -> !measure.holds())
        .findFirst();
  }

  private void demand(MechanismColumn mechanism) {
    FitColumns columns = job.columns();
    String name = mechanism.column();
    boolean taken =
        name.equals(columns.treatment())
            || name.equals(columns.outcome())
            || columns.covariates().named().contains(name)
            || columns.covariates().groups().contains(name)
            || columns.units().weights().filter(name::equals).isPresent();
    if (taken) {
      throw Refusal.badInput("models.mechanism.taken", Where.field(name)).asException();
    }
    double[] values = csv.numeric(name);
    boolean varies = false;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw Refusal.badInput(
                "models.csv.missing-value", Where.file(csv.source()).atLine(i + 2L).in(name))
            .asException();
      }
      varies |= values[i] != values[0];
    }
    if (!varies) {
      throw Refusal.badInput("models.mechanism.constant", Where.field(name)).asException();
    }
    mechanism.day().ifPresent(day -> demandBetween(name, day));
  }

  /** The day of measurement lies after the start and before the outcome. */
  private void demandBetween(String mechanism, String day) {
    FitContext context = job.columns().context();
    String start =
        context
            .start()
            .orElseThrow(
                () ->
                    Refusal.badInput("models.mechanism.no-start", Where.field(mechanism))
                        .asException());
    List<LocalDate> starts = days(start);
    List<LocalDate> measured = days(day);
    for (int i = 0; i < starts.size(); i++) {
      Where where = Where.file(csv.source()).atLine(i + 2L).in(day);
      if (!measured.get(i).isAfter(starts.get(i))) {
        throw Refusal.refused("models.mechanism.before", where).asException();
      }
      boolean ends = context.months() > 0;
      if (ends && !measured.get(i).isBefore(starts.get(i).plusMonths(context.months()))) {
        throw Refusal.refused("models.mechanism.after", where, context.months()).asException();
      }
    }
  }

  private List<LocalDate> days(String name) {
    List<LocalDate> days = new ArrayList<>();
    for (String cell : csv.text(name)) {
      try {
        days.add(LocalDate.parse(cell));
      } catch (DateTimeParseException e) {
        Where where = Where.file(csv.source()).atLine(days.size() + 2L).in(name);
        throw Refusal.badInput("models.fit.not-a-day", where).asException();
      }
    }
    return days;
  }
}
