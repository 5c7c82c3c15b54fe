// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.Standing;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict.Measure;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.learner.Parallel;
import org.meent.models.mechanism.MediatedEffect;
import org.meent.models.mechanism.Mediation;
import org.meent.models.sensitivity.RobustnessValue;
import org.meent.models.study.EffectResult.Criterion;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.MechanismPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.RefusalException;

/**
 * Splits planned effects by the planned mechanisms, on the rows, covariates, clusters and weights
 * of the effect. What the data cannot carry is refused by the name of the limit that stands in the
 * way; the run goes on.
 */
public final class MechanismStudy {
  private static final String CONSTANT = "mechanism-constant";

  private final Protocol protocol;
  private final String name;
  private final MechanismPlan plan;
  private final EffectSample sample;
  private final OverlapLimits limits;
  private final int threads;
  private final List<Criterion> criteria = new ArrayList<>();

  private MechanismStudy(
      Protocol protocol, String name, Cohort cohort, OverlapLimits limits, int threads) {
    this.protocol = protocol;
    this.name = name;
    this.plan = Objects.requireNonNull(protocol.analysis().further().mechanisms().get(name));
    Effect effect = Objects.requireNonNull(protocol.analysis().effects().get(plan.effect()));
    this.sample = EffectSample.of(cohort, effect, effect.outcome());
    this.limits = limits;
    this.threads = threads;
  }

  /**
   * All planned mechanisms, by name, in the order of the protocol.
   *
   * @param limits what a split needs of the probabilities
   * @param threads number of threads; results do not depend on it
   */
  public static SequencedMap<String, MechanismFinding> of(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    SequencedMap<String, MechanismFinding> findings = new LinkedHashMap<>();
    for (String name : protocol.analysis().further().mechanisms().sequencedKeySet()) {
      findings.put(name, new MechanismStudy(protocol, name, cohort, limits, threads).finding());
    }
    return Collections.unmodifiableSequencedMap(findings);
  }

  private MechanismFinding finding() {
    try {
      DoublyRobustFit fit =
          DoublyRobust.withDefaults()
              .withSeed(protocol.analysis().seed())
              .withThreads(threads)
              .fit(sample.frame(), 1);
      double[] mediator = mediator(fit);
      if (Arrays.stream(mediator).allMatch(value -> value == mediator[0])) {
        return refused(CONSTANT);
      }
      measured(
          OverlapCheck.of(limits)
              .judge(fit.propensity(), fit.frame().treatment(), fit.frame().weights())
              .get(Estimand.ATE.ordinal())
              .measures());
      return failed().map(this::refused).orElseGet(() -> split(fit, mediator));
    } catch (RefusalException e) {
      return refused(e.refusals().getFirst().code());
    }
  }

  private MechanismFinding split(DoublyRobustFit fit, double[] mediator) {
    MediatedEffect found;
    try (Parallel parallel = new Parallel(threads)) {
      found =
          Mediation.withDefaults()
              .withSeed(protocol.analysis().seed())
              .of(fit.scores().splits(), mediator, limits, parallel);
    }
    measured(found.overlap());
    return failed()
        .map(this::refused)
        .orElseGet(
            () ->
                finding(
                    List.of(
                        figures(found.total()), figures(found.through()), figures(found.direct())),
                    Optional.of(found.strength())));
  }

  private double[] mediator(DoublyRobustFit fit) {
    double[] values = sample.numbersOf(plan.mediator());
    return IntStream.range(0, fit.frame().rows())
        .mapToDouble(row -> values[fit.frame().inputRow(row)])
        .toArray();
  }

  private void measured(List<Measure> measures) {
    for (Measure measure : measures) {
      criteria.add(
          new Criterion(
              MechanismFinding.METHOD,
              measure.criterion(),
              MechanismFinding.WHOLE,
              measure.measured(),
              measure.limit(),
              measure.holds()));
    }
  }

  private Optional<String> failed() {
    return criteria.stream().filter(one -> !one.met()).map(Criterion::limit).findFirst();
  }

  private static Estimate.Result figures(EffectEstimate estimate) {
    return new Estimate.Estimated(
        estimate.value(), estimate.se(), estimate.lower(), estimate.upper());
  }

  private MechanismFinding refused(String reason) {
    Estimate.Result none = new Estimate.Refused(reason);
    return finding(List.of(none, none, none), Optional.empty());
  }

  private MechanismFinding finding(
      List<Estimate.Result> results, Optional<RobustnessValue> strength) {
    List<String> estimands =
        List.of(
            MechanismFinding.WHOLE,
            MechanismFinding.through(plan.mediator()),
            MechanismFinding.beside(plan.mediator()));
    FitEvidence evidence = evidence();
    List<Estimate> rows = new ArrayList<>();
    for (int part = 0; part < estimands.size(); part++) {
      rows.add(row(estimands.get(part), results.get(part), evidence));
    }
    return new MechanismFinding(EffectResult.of(name, sample.persons(), rows, criteria), strength);
  }

  /** The three figures are in no declared family: where there is one, they are exploratory. */
  private Estimate row(String estimand, Estimate.Result result, FitEvidence evidence) {
    boolean family =
        protocol.analysis().family().isPresent() && result instanceof Estimate.Estimated;
    return new Estimate(
            MechanismFinding.METHOD,
            estimand,
            sample.plan().arm(),
            sample.plan().reference(),
            Estimate.everybody(),
            result,
            evidence)
        .with(family ? Standing.EXPLORATORY : Standing.ALONE);
  }

  /** One parameter leaves with each; a mediator of 0 and 1 is a category like any other. */
  private FitEvidence evidence() {
    EffectSample byMediator =
        new EffectSample(sample.cohort(), sample.plan(), plan.mediator(), sample.units());
    return FitEvidence.ofModel(
        sample.treated(),
        sample.controls(),
        Math.max(0, sample.persons() - 2),
        1,
        Math.min(sample.smallestCategory(), byMediator.smallestCategory()));
  }
}
