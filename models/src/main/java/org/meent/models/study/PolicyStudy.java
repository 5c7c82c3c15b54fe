// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.FitEvidence;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.further.LearnedPolicy;
import org.meent.models.further.PolicyAnswer;
import org.meent.models.policy.CapacitySearch;
import org.meent.models.policy.PolicySearch;
import org.meent.models.study.EffectResult.Criterion;
import org.meent.models.study.PolicyFinding.Leaf;
import org.meent.protocols.PolicyPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.RefusalException;

/**
 * Learns the planned rules of a study and tests them. What the data cannot carry is refused by the
 * name of the limit that stands in the way; the run goes on.
 */
public final class PolicyStudy {
  private static final String METHOD = "cross-validated";
  private static final String TOO_DEEP = "policy-too-deep";
  private static final String TOO_FEW = "policy-too-few-in-an-arm";

  private final Protocol protocol;
  private final String name;
  private final PolicyPlan plan;
  private final PolicySample sample;
  private final OverlapLimits limits;
  private final int threads;

  private PolicyStudy(
      Protocol protocol,
      String name,
      PolicyPlan plan,
      PolicySample sample,
      OverlapLimits limits,
      int threads) {
    this.protocol = protocol;
    this.name = name;
    this.plan = plan;
    this.sample = sample;
    this.limits = limits;
    this.threads = threads;
  }

  /**
   * All planned rules, by name, in the order of the protocol.
   *
   * @param limits what an arm needs of its probabilities
   * @param threads number of threads; results do not depend on it
   */
  public static SequencedMap<String, PolicyFinding> of(
      Protocol protocol, Cohort cohort, OverlapLimits limits, int threads) {
    SequencedMap<String, PolicyFinding> findings = new LinkedHashMap<>();
    protocol
        .analysis()
        .further()
        .policies()
        .forEach(
            (name, plan) -> {
              PolicySample sample = PolicySample.of(cohort, plan);
              findings.put(
                  name, new PolicyStudy(protocol, name, plan, sample, limits, threads).finding());
            });
    return Collections.unmodifiableSequencedMap(findings);
  }

  private PolicyFinding finding() {
    PolicySearch tree = new PolicySearch(plan.depth(), plan.smallestLeaf());
    List<Integer> shown = sample.shown();
    SortedMap<String, Long> counts = sample.armCounts(shown, row -> true);
    long fewest = counts.values().stream().mapToLong(Long::longValue).min().orElse(0);
    if (fewest < Feasibility.FEWEST_IN_ARM) {
      return refused(shown, TOO_FEW, List.of());
    }
    if (LearnedPolicy.tooDeep(tree, sample.units().size())) {
      return refused(shown, TOO_DEEP, List.of());
    }
    try {
      PolicyAsks asks = PolicyAsks.of(sample.cohort(), plan.asks(), sample.units());
      LearnedPolicy learned = learn(sample.frame(covariate -> true), asks.columns());
      List<Criterion> criteria = criteria(learned);
      Optional<Criterion> failed =
          criteria.stream().filter(criterion -> !criterion.met()).findFirst();
      return failed.isPresent()
          ? refused(shown, failed.get().limit(), criteria)
          : answered(learned, asks, shown, criteria);
    } catch (RefusalException e) {
      return refused(shown, e.refusals().getFirst().code(), List.of());
    }
  }

  /** Learns with a frame; the persons in an end, and the arms that are open, stay the same. */
  LearnedPolicy learn(Frame frame, double[][] columns) {
    return LearnedPolicy.of(
        frame,
        columns,
        sample.open(),
        sample.person(),
        new LearnedPolicy.Setting(search(), protocol.analysis().seed(), threads));
  }

  private CapacitySearch search() {
    int arms = plan.arms().size();
    double[] cost = new double[arms];
    double[] room = new double[arms];
    for (int a = 0; a < arms; a++) {
      String arm = plan.arms().get(a);
      cost[a] = Optional.ofNullable(plan.costs().get(arm)).map(Number::doubleValue).orElse(0.0);
      room[a] = Optional.ofNullable(plan.room().get(arm)).map(Number::doubleValue).orElse(1.0);
    }
    return new CapacitySearch(new PolicySearch(plan.depth(), plan.smallestLeaf()), cost, room);
  }

  /** Every arm must be possible for enough of those to whom it is open. */
  private List<Criterion> criteria(LearnedPolicy learned) {
    List<Criterion> criteria = new ArrayList<>();
    double[][] propensity = learned.arms().propensity();
    int[] arms = learned.frame().treatment();
    double[] weights = learned.frame().weights();
    for (int a = 1; a < propensity.length; a++) {
      int arm = a;
      int[] open =
          java.util.stream.IntStream.range(0, arms.length)
              .filter(i -> learned.rows().open()[arm][i])
              .toArray();
      double[][] two = new double[2][open.length];
      int[] in = new int[open.length];
      double[] weight = new double[open.length];
      for (int r = 0; r < open.length; r++) {
        two[0][r] = propensity[0][open[r]];
        two[1][r] = propensity[a][open[r]];
        in[r] = arms[open[r]] == a ? 1 : arms[open[r]] == 0 ? 0 : 2;
        weight[r] = weights[open[r]];
      }
      for (OverlapVerdict.Measure measure :
          OverlapCheck.of(limits).judgeEverybody(two, in, weight).measures()) {
        criteria.add(
            new Criterion(
                METHOD,
                measure.criterion(),
                plan.arms().get(a),
                measure.measured(),
                measure.limit(),
                measure.holds()));
      }
    }
    return criteria;
  }

  private PolicyFinding answered(
      LearnedPolicy learned, PolicyAsks asks, List<Integer> shown, List<Criterion> criteria) {
    PolicyEstimates rows = new PolicyEstimates(sample, plan, shown);
    List<Estimate> estimates = new ArrayList<>();
    List<PolicyAnswer.Gain> gains = learned.gains(wanted());
    gains.forEach(gain -> estimates.add(rows.gain(METHOD, gain)));
    PolicyTests tests = new PolicyTests(protocol, sample, learned);
    estimates.addAll(rows.groups(METHOD, tests.groups(), tests.gains()));
    List<FindingLine> lines = new ArrayList<>(tests.lines());
    lines.addAll(new PolicyErrors(protocol, sample, this, learned, gains).lines());
    return new PolicyFinding(
        shown.size(),
        EffectResult.of(name, shown.size(), estimates, criteria),
        leaves(learned, asks, shown),
        lines);
  }

  private List<Leaf> leaves(LearnedPolicy learned, PolicyAsks asks, List<Integer> shown) {
    var tree = learned.found().tree();
    int[] leaf = learned.rows().leaves(tree);
    List<List<PolicyFinding.Condition>> ends = asks.ends(tree);
    List<Integer> arms = PolicyEstimates.armsOfEnds(tree);
    List<Leaf> leaves = new ArrayList<>();
    for (int l = 0; l < ends.size(); l++) {
      int at = l;
      Predicate<Integer> in = row -> leaf[row] == at;
      leaves.add(
          new Leaf(
              ends.get(l),
              plan.arms().get(arms.get(l)),
              shown.stream().filter(in).count(),
              sample.armCounts(shown, in)));
    }
    return leaves;
  }

  /** The arm that each row wanted, by name or by code of the instrument; -1 where unknown. */
  private Optional<int[]> wanted() {
    if (plan.preference().isEmpty()) {
      return Optional.empty();
    }
    List<String> codes =
        plan.arms().stream()
            .map(arm -> protocol.cohort().treatment().arms().getOrDefault(arm, arm))
            .toList();
    return Optional.of(
        sample.labels(plan.preference()).stream()
            .mapToInt(
                label ->
                    plan.arms().contains(label) ? plan.arms().indexOf(label) : codes.indexOf(label))
            .toArray());
  }

  private PolicyFinding refused(List<Integer> shown, String reason, List<Criterion> criteria) {
    SortedMap<String, Long> arms = sample.armCounts(shown, row -> true);
    Estimate row =
        new Estimate(
            METHOD,
            PolicyFinding.TODAY,
            plan.arms().getLast(),
            plan.arms().getFirst(),
            Estimate.everybody(),
            new Estimate.Refused(reason),
            evidence(arms, plan));
    return new PolicyFinding(
        shown.size(),
        EffectResult.of(name, shown.size(), List.of(row), criteria),
        List.of(),
        List.of());
  }

  private static FitEvidence evidence(SortedMap<String, Long> arms, PolicyPlan plan) {
    long arm = arms.getOrDefault(plan.arms().getLast(), 0L);
    long reference = arms.getOrDefault(plan.arms().getFirst(), 0L);
    long all = arms.values().stream().mapToLong(Long::longValue).sum();
    return FitEvidence.ofModel(
        arm, reference, Math.max(0, all - plan.arms().size()), 1, Math.min(arm, reference));
  }
}
