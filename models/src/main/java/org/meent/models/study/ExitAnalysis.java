// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.Estimand;
import org.meent.models.study.EffectResult.Criterion;
import org.meent.models.survival.ExitModel;
import org.meent.models.survival.MonthlyExits;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.ExitContrast;
import org.meent.protocols.ExitPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.RefusalException;

/**
 * Estimates the planned curves of leaving: what share would have left, how and by when, under the
 * arm and under the reference. Curves that the data cannot carry are refused by the same limits as
 * effects. No hazard ratio is made: it compares people who stayed, and who stays depends on the
 * arm.
 */
public final class ExitAnalysis {
  /** The word for the method in criteria. */
  private static final String CURVES = "exit-curves";

  private final Protocol protocol;
  private final ExitPlan exits;
  private final ExitContrast plan;
  private final EffectSample sample;
  private final List<Criterion> criteria = new ArrayList<>();

  private ExitAnalysis(Protocol protocol, ExitPlan exits, ExitContrast plan, Cohort cohort) {
    this.protocol = protocol;
    this.exits = exits;
    this.plan = plan;
    this.sample = EffectSample.of(cohort, asEffect(exits, plan), exits.month());
  }

  /**
   * All planned curves, by name, in the order of the protocol.
   *
   * @param limits what an estimand needs of the propensities
   * @param threads number of threads; results do not depend on it
   */
  public static SequencedMap<String, ExitResult> of(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    SequencedMap<String, ExitResult> results = new LinkedHashMap<>();
    protocol
        .cohort()
        .exits()
        .ifPresent(
            exits ->
                protocol
                    .analysis()
                    .exits()
                    .forEach(
                        (name, plan) ->
                            results.put(
                                name,
                                new ExitAnalysis(protocol, exits, plan, cohort)
                                    .result(name, limits, threads))));
    return Collections.unmodifiableSequencedMap(results);
  }

  /** Whom the curves speak of is told as for an effect. */
  private static AnalysisPlan.Effect asEffect(ExitPlan exits, ExitContrast plan) {
    return new AnalysisPlan.Effect(
        exits.month(),
        plan.knownOnly(),
        plan.arm(),
        plan.reference(),
        List.of(plan.estimand()),
        List.of(AnalysisPlan.Method.DOUBLY_ROBUST),
        plan.covariates(),
        List.of());
  }

  private ExitResult result(String name, OverlapLimits limits, int threads) {
    ExitRows rows = new ExitRows(sample, exits);
    ExitResult.Outcome outcome = outcome(rows, limits, threads);
    return new ExitResult(
        name,
        sample.persons(),
        exits.kindNames(),
        outcome,
        criteria,
        List.of(
            rows.steps(plan.reference(), plan.horizon()), rows.steps(plan.arm(), plan.horizon())));
  }

  private ExitResult.Outcome outcome(ExitRows rows, OverlapLimits limits, int threads) {
    ExitModel model =
        ExitModel.withDefaults().withSeed(protocol.analysis().seed()).withThreads(threads);
    try {
      ExitModel.Arms arms = model.arms(sample.frame(), 1);
      Estimand estimand = Estimand.valueOf(plan.estimand().toUpperCase(Locale.ROOT));
      OverlapVerdict verdict =
          OverlapCheck.of(limits)
              .judge(arms.propensity(), arms.pair().treatment(), arms.pair().weights())
              .get(estimand.ordinal());
      for (OverlapVerdict.Measure measure : verdict.measures()) {
        criteria.add(
            new Criterion(
                CURVES,
                measure.criterion(),
                plan.estimand(),
                measure.measured(),
                measure.limit(),
                measure.holds()));
      }
      if (!verdict.carried()) {
        return new ExitResult.Refused(
            criteria.stream().filter(one -> !one.met()).findFirst().orElseThrow().limit());
      }
      MonthlyExits monthly = rows.monthly();
      return new ExitResult.Estimated(model.curves(arms, monthly, plan.horizon(), estimand));
    } catch (RefusalException e) {
      return new ExitResult.Refused(e.refusals().getFirst().code());
    }
  }
}
