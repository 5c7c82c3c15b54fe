// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.FitEvidence;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.Balance;
import org.meent.models.check.Criteria;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.DifferenceInMeans;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Interval;
import org.meent.models.forest.CausalForest;
import org.meent.models.forest.CausalModel;
import org.meent.models.forest.FitRules;
import org.meent.models.forest.ForestComparison;
import org.meent.models.forest.PointwiseInterval;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.learner.Stack;
import org.meent.models.study.EffectResult.BalanceRow;
import org.meent.models.study.EffectResult.Criterion;
import org.meent.models.study.EffectResult.Spread;
import org.meent.models.study.EffectRows.Name;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.CohortPlan.Assignment;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.RefusalException;

/**
 * Estimates the planned effects of a study with what they may have done to people beside their
 * outcome, and nothing else. An estimand that the data cannot carry is refused by the name of the
 * limit that stands in the way; the run goes on. Effects of single persons are made by a causal
 * forest on the way, and are not in the result.
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
  private final FitRules rules;
  private final EffectGates gates;
  private final EffectRows rows;
  private final List<Criterion> criteria = new ArrayList<>();
  private List<BalanceRow> balance = List.of();
  private Spread propensities = new Spread(List.of(), List.of());
  private Optional<Supplier<EffectChecks>> checks = Optional.empty();

  private EffectAnalysis(
      Protocol protocol, String name, AnalysisPlan.Effect plan, Cohort cohort, FitRules rules) {
    this.protocol = protocol;
    this.plan = plan;
    this.sample = EffectSample.of(cohort, plan, plan.outcome());
    this.rules = rules;
    this.gates = new EffectGates(protocol, sample, rules.criteria());
    List<Method> inFamily =
        protocol
            .analysis()
            .family()
            .filter(family -> family.effects().contains(AnalysisPlan.planned(name)))
            .map(family -> family.methods())
            .orElse(List.of());
    this.rows = new EffectRows(name, plan, inFamily);
  }

  /**
   * All planned effects, by name, in the order of the protocol, with their gates.
   *
   * @param limits what an estimand needs of the propensities
   * @param threads number of threads; results do not depend on it
   */
  public static StudyEffects of(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    return of(protocol, cohort, limits, threads, true);
  }

  /** The figures of one of several linkages; gates look at the best one only. */
  public static SequencedMap<String, EffectResult> figures(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    return of(protocol, cohort, limits, threads, false).effects();
  }

  private static StudyEffects of(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads, boolean withGates) {
    FitRules rules =
        new FitRules(
            model(protocol.analysis(), threads),
            limits,
            Criteria.shipped(),
            PointwiseInterval.BIAS_AWARE);
    SequencedMap<String, EffectResult> results = new LinkedHashMap<>();
    List<StudyMember> members = new ArrayList<>();
    protocol
        .analysis()
        .estimated()
        .forEach(
            (name, plan) -> {
              EffectAnalysis analysis = new EffectAnalysis(protocol, name, plan, cohort, rules);
              results.put(name, analysis.result(name, withGates));
              members.addAll(analysis.rows.members());
            });
    return new StudyEffects(results, members);
  }

  private static CausalModel model(AnalysisPlan analysis, int threads) {
    CausalForest forest = CausalForest.withDefaults().withSeed(analysis.seed());
    return CausalModel.withDefaults()
        .withLearners(Stack.ofOutcome(), Remembering.of(Stack.ofTreatment()))
        .withThreads(threads)
        .withForest(
            analysis.trees() == AnalysisPlan.USUAL ? forest : forest.withTrees(analysis.trees()));
  }

  /** The estimand that a difference in means speaks of in a study. */
  static String meansEstimand(Protocol protocol) {
    // Clones are alike on the index date, whatever they were assigned to.
    boolean alike =
        protocol.cohort().assignment() == Assignment.RANDOMISED
            || protocol.cohort().design().clones();
    return alike ? Estimand.ATE.label() : UNADJUSTED;
  }

  private EffectResult result(String name, boolean withGates) {
    var power = StudyPower.of(sample);
    for (Method method : plan.methods()) {
      switch (method) {
        case DIFFERENCE_IN_MEANS -> differences();
        case DOUBLY_ROBUST -> adjusted(method, () -> RobustFit.of(rules, sample.frame()));
        case CAUSAL_FOREST ->
            adjusted(method, () -> new ForestFit(ForestComparison.of(rules, sample.frame())));
      }
    }
    EffectChecks found =
        withGates
            ? checks.map(Supplier::get).orElseGet(() -> gates.notRun(power))
            : EffectChecks.none();
    return new EffectResult(
        name, sample.persons(), power, rows.rows(), criteria, balance, propensities, found);
  }

  private void differences() {
    String estimand = meansEstimand(protocol);
    difference(sample, estimand, Estimate.everybody());
    for (String variable : plan.groups()) {
      for (String code : sample.categories(variable)) {
        difference(sample.group(variable, code), estimand, Estimate.group(variable, code));
      }
    }
  }

  private void difference(EffectSample among, String estimand, SortedMap<String, String> group) {
    FitEvidence evidence = among.ofDifferenceInMeans(meanOf());
    Name name = new Name(Method.DIFFERENCE_IN_MEANS, MEANS, estimand, group);
    try {
      Frame frame = among.frame();
      DifferenceInMeans means = DifferenceInMeans.of(frame, 1);
      Supplier<double[]> influence = () -> DifferenceInMeans.influence(frame);
      rows.add(name, means.estimate(), evidence, influence, frame, among);
      if (group.isEmpty()) {
        if (!sample.repeats()) {
          Name pooled = new Name(Method.DIFFERENCE_IN_MEANS, MEANS_POOLED, estimand, group);
          rows.add(pooled, pooled(means), evidence, influence, frame, among);
        }
        if (checks.isEmpty()) {
          checks = Optional.of(() -> gates.ofMeans(frame, means.estimate()));
        }
      }
    } catch (RefusalException e) {
      rows.refuse(name, e, evidence);
    }
  }

  /** Means over trials are not the means of a table, in which each person counts once. */
  private String meanOf() {
    return sample.repeats() ? "" : sample.outcome();
  }

  private void adjusted(Method method, Supplier<AdjustedFit> learn) {
    AdjustedFit fit;
    try {
      fit = learn.get();
    } catch (RefusalException e) {
      plan.estimands().forEach(asked -> rows.refuse(name(method, asked), e, evidence(sample)));
      return;
    }
    propensities = spread(fit);
    boolean answered = false;
    for (String asked : plan.estimands()) {
      Estimand estimand = Estimand.valueOf(asked.toUpperCase(Locale.ROOT));
      OverlapVerdict verdict = fit.verdicts().get(estimand.ordinal());
      for (OverlapVerdict.Measure measure : verdict.measures()) {
        criteria.add(
            new Criterion(
                method.label(),
                measure.criterion(),
                asked,
                measure.measured(),
                measure.limit(),
                measure.holds()));
      }
      if (!verdict.carried()) {
        rows.refuse(name(method, asked), failed(verdict), evidence(sample));
        continue;
      }
      EffectEstimate everybody = answer(fit, asked, estimand);
      if (!answered) {
        answered = true;
        balance = balance(fit, estimand);
        checks = Optional.of(() -> gates.of(fit, everybody));
      }
    }
  }

  private EffectEstimate answer(AdjustedFit fit, String asked, Estimand estimand) {
    EffectEstimate everybody = add(fit, name(fit.method(), asked), estimand, sample, null);
    for (String variable : plan.groups()) {
      for (String code : sample.categories(variable)) {
        EffectSample among = sample.group(variable, code);
        SortedMap<String, String> group = Estimate.group(variable, code);
        Name name = new Name(fit.method(), fit.method().label(), asked, group);
        boolean[] in = sample.members(variable, code);
        if (fit.frame().fewestInArms(in, 1) < Feasibility.FEWEST_IN_ARM) {
          rows.refuse(name, "models.fit.group-too-few", evidence(among));
        } else {
          add(fit, name, estimand, among, in);
        }
      }
    }
    return everybody;
  }

  /** Adds the figure of some of the sample's rows. */
  private EffectEstimate add(
      AdjustedFit fit, Name name, Estimand estimand, EffectSample among, boolean @Nullable [] in) {
    EffectEstimate found = fit.estimate(estimand, "", in);
    rows.add(name, found, evidence(among), () -> fit.influence(estimand, in), fit.frame(), sample);
    return found;
  }

  private static Name name(Method method, String estimand) {
    return new Name(method, method.label(), estimand, Estimate.everybody());
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

  private static EffectEstimate pooled(DifferenceInMeans means) {
    EffectEstimate estimate = means.estimate();
    double free = estimate.treated() + estimate.controls() - 2.0;
    return estimate.withFigures(
        estimate.value(), means.pooledSe(), Interval.of(estimate.value(), means.pooledSe(), free));
  }

  private static String failed(OverlapVerdict verdict) {
    return verdict.measures().stream()
        .filter(measure -> !measure.holds())
        .findFirst()
        .orElseThrow()
        .criterion();
  }

  private static List<BalanceRow> balance(AdjustedFit fit, Estimand estimand) {
    return Balance.of(fit.frame(), fit.propensity(), estimand).stream()
        .map(line -> new BalanceRow(line.covariate(), line.before(), line.after()))
        .toList();
  }

  private static Spread spread(AdjustedFit fit) {
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
