// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.FitEvidence;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.DifferenceInMeans;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Interval;
import org.meent.models.study.EffectResult.BalanceRow;
import org.meent.models.study.EffectResult.Criterion;
import org.meent.models.study.EffectResult.Spread;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.CohortPlan.Assignment;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.RefusalException;

/**
 * Estimates the planned effects of a study with what they may have done to people beside their
 * outcome, and nothing else. An estimand that the data cannot carry is refused by the name of the
 * limit that stands in the way; the run goes on.
 */
public final class EffectAnalysis {
  /** Difference in means with the heteroskedasticity-consistent HC2 standard error. */
  public static final String MEANS = "difference-in-means";

  /** The same difference with the pooled-variance standard error of ordinary least squares. */
  public static final String MEANS_POOLED = "difference-in-means (pooled variance)";

  /** The estimand of a difference in means where nobody drew lots: a comparison, not an effect. */
  public static final String UNADJUSTED = "unadjusted";

  private static final int BINS = 20;

  private final Protocol protocol;
  private final AnalysisPlan.Effect plan;
  private final EffectSample sample;
  private final List<Estimate> rows = new ArrayList<>();
  private List<Criterion> criteria = List.of();
  private List<BalanceRow> balance = List.of();
  private Spread propensities = new Spread(List.of(), List.of());

  private EffectAnalysis(Protocol protocol, AnalysisPlan.Effect plan, EffectSample sample) {
    this.protocol = protocol;
    this.plan = plan;
    this.sample = sample;
  }

  /**
   * All planned effects, by name, in the order of the protocol.
   *
   * @param limits what an estimand needs of the propensities
   * @param threads number of threads; results do not depend on it
   */
  public static SequencedMap<String, EffectResult> of(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    SequencedMap<String, EffectResult> results = new LinkedHashMap<>();
    protocol
        .analysis()
        .estimated()
        .forEach(
            (name, plan) -> {
              EffectSample sample = EffectSample.of(cohort, plan, plan.outcome());
              EffectAnalysis analysis = new EffectAnalysis(protocol, plan, sample);
              results.put(name, analysis.result(name, limits, threads));
            });
    return Collections.unmodifiableSequencedMap(results);
  }

  private EffectResult result(String name, OverlapLimits limits, int threads) {
    for (AnalysisPlan.Method method : plan.methods()) {
      switch (method) {
        case DIFFERENCE_IN_MEANS -> differences();
        case DOUBLY_ROBUST -> doublyRobust(limits, threads);
      }
    }
    return new EffectResult(name, sample.persons(), rows, criteria, balance, propensities);
  }

  private void differences() {
    // Clones are alike on the index date, whatever they were assigned to.
    boolean alike =
        protocol.cohort().assignment() == Assignment.RANDOMISED
            || protocol.cohort().design().clones();
    String estimand = alike ? Estimand.ATE.label() : UNADJUSTED;
    difference(sample, estimand, Estimate.everybody());
    for (String variable : plan.groups()) {
      for (String code : sample.categories(variable)) {
        difference(sample.group(variable, code), estimand, Estimate.group(variable, code));
      }
    }
  }

  private void difference(EffectSample among, String estimand, SortedMap<String, String> group) {
    FitEvidence evidence = among.ofDifferenceInMeans(meanOf());
    try {
      DifferenceInMeans means = DifferenceInMeans.of(among.frame(), 1);
      EffectEstimate estimate = means.estimate();
      row(MEANS, estimand, group, figures(estimate), evidence);
      if (group.isEmpty() && !sample.repeats()) {
        row(MEANS_POOLED, estimand, group, pooled(means), evidence);
      }
    } catch (RefusalException e) {
      row(MEANS, estimand, group, refused(e), evidence);
    }
  }

  /** Means over trials are not the means of a table, in which each person counts once. */
  private String meanOf() {
    return sample.repeats() ? "" : sample.outcome();
  }

  private void doublyRobust(OverlapLimits limits, int threads) {
    DoublyRobustFit fit;
    try {
      fit =
          DoublyRobust.withDefaults()
              .withSeed(protocol.analysis().seed())
              .withThreads(threads)
              .fit(sample.frame(), 1);
    } catch (RefusalException e) {
      plan.estimands().forEach(asked -> robust(asked, refused(e)));
      return;
    }
    propensities = spread(fit);
    List<OverlapVerdict> verdicts =
        OverlapCheck.of(limits)
            .judge(fit.propensity(), fit.frame().treatment(), fit.frame().weights());
    criteria = new ArrayList<>();
    for (String asked : plan.estimands()) {
      OverlapVerdict verdict =
          verdicts.get(Estimand.valueOf(asked.toUpperCase(Locale.ROOT)).ordinal());
      for (OverlapVerdict.Measure measure : verdict.measures()) {
        criteria.add(
            new Criterion(
                measure.criterion(), asked, measure.measured(), measure.limit(), measure.holds()));
      }
      if (verdict.carried()) {
        answer(fit, asked, verdict.estimand());
      } else {
        robust(asked, new Estimate.Refused(failed(verdict)));
      }
    }
  }

  private void answer(DoublyRobustFit fit, String asked, Estimand estimand) {
    robust(asked, figures(fit.estimate(estimand)));
    if (balance.isEmpty()) {
      balance =
          Balance.of(fit.frame(), fit.propensity(), estimand).stream()
              .map(line -> new BalanceRow(line.covariate(), line.before(), line.after()))
              .toList();
    }
    for (String variable : plan.groups()) {
      for (String code : sample.categories(variable)) {
        EffectSample among = sample.group(variable, code);
        Estimate.Result result = figures(fit.among(estimand, code, sample.members(variable, code)));
        row(
            AnalysisPlan.Method.DOUBLY_ROBUST.label(),
            asked,
            Estimate.group(variable, code),
            result,
            evidence(among));
      }
    }
  }

  private void robust(String asked, Estimate.Result result) {
    row(
        AnalysisPlan.Method.DOUBLY_ROBUST.label(),
        asked,
        Estimate.everybody(),
        result,
        evidence(sample));
  }

  private void row(
      String method,
      String estimand,
      SortedMap<String, String> group,
      Estimate.Result result,
      FitEvidence evidence) {
    rows.add(new Estimate(method, estimand, plan.arm(), plan.reference(), group, result, evidence));
  }

  /** One parameter leaves, the mean of the scores; the learners themselves stay inside. */
  private FitEvidence evidence(EffectSample among) {
    return FitEvidence.ofModel(
        among.treated(),
        among.controls(),
        Math.max(0, among.persons() - 2),
        1,
        among.smallestCategory());
  }

  private static Estimate.Result figures(EffectEstimate estimate) {
    return new Estimate.Estimated(
        estimate.value(), estimate.se(), estimate.lower(), estimate.upper());
  }

  private static Estimate.Result pooled(DifferenceInMeans means) {
    EffectEstimate estimate = means.estimate();
    Interval interval =
        Interval.of(
            estimate.value(), means.pooledSe(), estimate.treated() + estimate.controls() - 2);
    return new Estimate.Estimated(
        estimate.value(), means.pooledSe(), interval.lower(), interval.upper());
  }

  private static Estimate.Result refused(RefusalException e) {
    return new Estimate.Refused(e.refusals().getFirst().code());
  }

  private static String failed(OverlapVerdict verdict) {
    return verdict.measures().stream()
        .filter(measure -> !measure.holds())
        .findFirst()
        .orElseThrow()
        .criterion();
  }

  private static Spread spread(DoublyRobustFit fit) {
    long[][] counts = new long[2][BINS];
    double[] propensity = fit.propensity();
    int[] arm = fit.frame().treatment();
    for (int i = 0; i < arm.length; i++) {
      counts[arm[i]][Math.min(BINS - 1, (int) (propensity[i] * BINS))]++;
    }
    return new Spread(list(counts[1]), list(counts[0]));
  }

  private static List<Long> list(long[] counts) {
    return java.util.Arrays.stream(counts).boxed().toList();
  }
}
