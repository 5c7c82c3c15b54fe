// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.models.learner.ElasticNet;
import org.meent.models.learner.RidgeLogistic;
import org.meent.models.measurement.ErrorGrid;
import org.meent.models.measurement.MeasurementAnswer;
import org.meent.models.measurement.MeasurementCheck;
import org.meent.models.measurement.MeasurementQuestion;
import org.meent.models.measurement.Reliability;
import org.meent.models.study.FindingLine.Kind;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.RefusalException;

/**
 * What errors of measurement would do to the planned effects, for the first planned estimand that
 * the data carry. Many effects are compared here, so all of them, the recorded one too, come from
 * linear learners: what counts is how far they move.
 */
final class EffectErrors {
  private final Protocol protocol;
  private final Effect plan;
  private final EffectSample sample;
  private final DoublyRobust learner;

  private EffectErrors(Protocol protocol, Effect plan, EffectSample sample, int threads) {
    this.protocol = protocol;
    this.plan = plan;
    this.sample = sample;
    this.learner =
        DoublyRobust.withDefaults()
            .withSeed(protocol.analysis().seed())
            .withSplits(1)
            .withThreads(threads)
            .withOutcomeLearners(List.of(ElasticNet.withDefaults()))
            .withPropensityLearners(List.of(RidgeLogistic.withDefaults()));
  }

  /** The tested effects by name, in the order of the protocol. */
  static SequencedMap<String, List<FindingLine>> of(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    SequencedMap<String, List<FindingLine>> errors = new LinkedHashMap<>();
    if (!protocol.analysis().further().asksMeasurement()) {
      return errors;
    }
    protocol
        .analysis()
        .effects()
        .forEach(
            (name, plan) -> {
              if (plan.methods().contains(Method.DOUBLY_ROBUST)) {
                EffectSample sample = EffectSample.of(cohort, plan, plan.outcome());
                errors.put(name, new EffectErrors(protocol, plan, sample, threads).lines(limits));
              }
            });
    return errors;
  }

  private List<FindingLine> lines(OverlapLimits limits) {
    try {
      DoublyRobustFit fit = learner.fit(sample.frame(), 1);
      Optional<Estimand> estimand = carried(fit, limits);
      if (estimand.isEmpty()) {
        return List.of(notRun("overlap"));
      }
      Scores scores =
          new Scores(
              "aipw",
              fit.frame(),
              fit.propensity(),
              fit.referenceFit().predictions(),
              fit.armFit().predictions());
      return written(
          MeasurementAnswer.of(
              scores,
              estimand.get(),
              question(fit.frame()),
              frame -> effect(frame, estimand.get()),
              protocol.analysis().seed()));
    } catch (RefusalException e) {
      return List.of(notRun(e.refusals().getFirst().code()));
    }
  }

  private EffectEstimate effect(Frame frame, Estimand estimand) {
    return learner.fit(frame, 1).estimate(estimand);
  }

  private static FindingLine notRun(String reason) {
    return new FindingLine(Kind.NOT_RUN, reason, List.of(), false);
  }

  private Optional<Estimand> carried(DoublyRobustFit fit, OverlapLimits limits) {
    return plan.estimands().stream()
        .map(name -> Estimand.valueOf(name.toUpperCase(Locale.ROOT)))
        .filter(
            estimand ->
                OverlapCheck.of(limits)
                    .judge(
                        estimand, fit.propensity(), fit.frame().treatment(), fit.frame().weights())
                    .carried())
        .findFirst();
  }

  private MeasurementQuestion question(Frame frame) {
    FurtherPlan further = protocol.analysis().further();
    List<Reliability> stated = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    further
        .reliability()
        .forEach(
            (name, known) -> {
              for (String column : columns(frame, name)) {
                known
                    .share()
                    .ifPresentOrElse(
                        share -> stated.add(new Reliability(column, share.doubleValue())),
                        () -> unknown.add(column));
              }
            });
    List<String> wrong = further.misclassified();
    return new MeasurementQuestion(
        stated,
        unknown,
        Optional.of(FurtherPlan.ARM).filter(wrong::contains),
        Optional.of(plan.outcome()).filter(wrong::contains),
        wrong.stream().filter(plan.covariates()::contains).toList(),
        Optional.of(further.rater()).filter(name -> !name.isEmpty()).map(this::raters));
  }

  private static List<String> columns(Frame frame, String covariate) {
    return frame.names().stream()
        .filter(name -> name.equals(covariate) || name.startsWith(covariate + "="))
        .toList();
  }

  private List<String> raters(String covariate) {
    List<String> values = ((Cohort.Codes) sample.cohort().column(covariate)).values();
    return sample.units().stream().map(values::get).toList();
  }

  private static List<FindingLine> written(MeasurementAnswer answer) {
    List<FindingLine> lines = new ArrayList<>();
    for (MeasurementCheck check : answer.checks()) {
      lines.add(
          new FindingLine(
              Kind.SCORE_ERROR,
              String.join(", ", check.assumed().stream().map(Reliability::covariate).toList()),
              List.of(
                  check.with().value(),
                  check.without().value(),
                  check.corrected(),
                  check.assumed().getLast().share()),
              check.fragile()));
    }
    for (ErrorGrid grid : answer.grids()) {
      for (ErrorGrid.Cell cell : grid.cells()) {
        if (cell.possible()) {
          lines.add(cell(grid, cell));
        }
      }
    }
    answer
        .rater()
        .ifPresent(
            check ->
                lines.add(
                    new FindingLine(
                        Kind.RATER,
                        "",
                        List.of(
                            check.within().value(),
                            check.within().lower(),
                            check.within().upper(),
                            (double) check.raters()),
                        check.fragile())));
    return lines;
  }

  private static FindingLine cell(ErrorGrid grid, ErrorGrid.Cell cell) {
    return new FindingLine(
        Kind.RECORD_ERROR,
        grid.subject() + ", " + cell.whom().name().toLowerCase(Locale.ROOT),
        List.of(
            cell.falsePositive(),
            cell.falseNegative(),
            cell.effect().value(),
            cell.effect().lower(),
            cell.effect().upper()),
        grid.recorded().contradicts(cell.effect()));
  }
}
