// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.DifferenceInMeans;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.GroupEffects;
import org.meent.models.effect.RepeatedArms;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.learner.Design;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** Fits one arm against the reference and asks of the fit what it can carry. */
final class ArmFit {
  private final FitJob job;
  private final FitInput input;
  private final Optional<RepeatedArms> all;
  private final int arm;
  private final List<EffectFamily.Member> members = new ArrayList<>();

  ArmFit(FitJob job, FitInput input, Optional<RepeatedArms> all, int arm) {
    this.job = job;
    this.input = input;
    this.all = all;
    this.arm = arm;
  }

  ArmResult result() {
    Frame frame = input.frame();
    int[] inside = frame.positions(arm);
    int[] outside = others(inside, frame.rows());
    Design rest = frame.design().select(outside);
    Design asked = input.fresh().map(rows -> rest.append(rows.x())).orElse(rest);
    ForestComparison comparison = ForestComparison.of(job.rules(), frame, arm, asked);
    CausalFit fit = comparison.fit();
    List<OverlapVerdict> verdicts = verdicts(comparison);
    demandCarried(verdicts);
    List<EffectEstimate> estimates =
        verdicts.stream()
            .filter(OverlapVerdict::carried)
            .map(OverlapVerdict::estimand)
            .filter(carried -> job.estimand().isEmpty() || job.estimand().get() == carried)
            .map(carried -> estimate(comparison, carried, EffectEstimate.ALL, null))
            .toList();
    EffectEstimate shown = estimates.getFirst();
    member(comparison, shown, null, true);
    List<Balance> balance = comparison.balance(shown.estimand());
    boolean everybody = verdicts.get(Estimand.ATE.ordinal()).carried();
    GroupEffects groups = groups(comparison, shown.estimand());
    return new ArmResult(
        frame.arms().get(arm),
        fit,
        inside,
        outside,
        verdicts,
        estimates,
        DifferenceInMeans.of(frame, arm),
        balance,
        checks(comparison, balance, shown, inside),
        members,
        groups,
        everybody ? Optional.of(comparison.projection()) : Optional.empty(),
        everybody ? Optional.of(comparison.targeting()) : Optional.empty());
  }

  private ArmChecks checks(
      ForestComparison comparison, List<Balance> balance, EffectEstimate shown, int[] inside) {
    int[] arm01 = comparison.fit().frame().treatment();
    return comparison.checks(
        balance,
        shown,
        input.context().checks(inside, arm01, job.criteria()),
        input.control().map(values -> Design.pick(values, inside)));
  }

  /** An estimate with the influence on it of everything that belongs together in the whole data. */
  private void member(
      ForestComparison comparison,
      EffectEstimate estimate,
      boolean @Nullable [] in,
      boolean declared) {
    Frame frame = input.frame();
    boolean everybody = estimate.estimand() == Estimand.ATE && all.isPresent();
    double[] influence =
        everybody ? all.get().influence(arm, in) : comparison.influence(estimate.estimand(), in);
    int[] unit = frame.clusters();
    if (!everybody) {
      int[] whole = unit;
      unit = Arrays.stream(frame.positions(arm)).map(i -> whole[i]).toArray();
    }
    double[] sums = EffectFamily.byUnit(influence, unit, frame.clusterCount());
    members.add(new EffectFamily.Member(estimate, sums, declared));
  }

  /** Overlap of the pair; everybody means everybody in all arms, so ATE is judged over them. */
  private List<OverlapVerdict> verdicts(ForestComparison comparison) {
    OverlapCheck check = OverlapCheck.of(job.limits());
    List<OverlapVerdict> verdicts = new ArrayList<>(comparison.verdicts());
    all.ifPresent(
        several -> {
          double[][] both = {several.propensity(0), several.propensity(arm)};
          int[] side =
              Arrays.stream(input.frame().treatment())
                  .map(w -> w == arm ? 1 : w == 0 ? 0 : -1)
                  .toArray();
          verdicts.set(
              Estimand.ATE.ordinal(), check.judgeEverybody(both, side, input.frame().weights()));
        });
    return verdicts;
  }

  /** Among rows of the pair or, for ATE of several arms, of the whole frame. */
  private EffectEstimate estimate(
      ForestComparison comparison, Estimand estimand, String group, boolean @Nullable [] in) {
    return estimand == Estimand.ATE && all.isPresent()
        ? job.interval().widened(all.get().estimate(arm, group, in))
        : comparison.estimate(estimand, group, in);
  }

  private static int[] others(int[] inside, int rows) {
    Set<Integer> seen = new HashSet<>();
    Arrays.stream(inside).forEach(seen::add);
    return IntStream.range(0, rows).filter(i -> !seen.contains(i)).toArray();
  }

  private void demandCarried(List<OverlapVerdict> verdicts) {
    List<Refusal> refusals =
        verdicts.stream()
            .filter(verdict -> !verdict.carried())
            .filter(v -> job.estimand().isEmpty() || job.estimand().get() == v.estimand())
            .map(verdict -> verdict.refusal(verdicts))
            .toList();
    boolean nothingLeft = refusals.size() == verdicts.size();
    if (job.estimand().isPresent() ? !refusals.isEmpty() : nothingLeft) {
      throw new RefusalException(refusals);
    }
  }

  private GroupEffects groups(ForestComparison comparison, Estimand estimand) {
    List<EffectEstimate> estimates = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    boolean everybody = estimand == Estimand.ATE && all.isPresent();
    Frame frame = everybody ? input.frame() : comparison.fit().frame();
    for (Grouping grouping : frame.groupings()) {
      for (Grouping.Part part : grouping.parts()) {
        if (frame.fewestInArms(part.in(), everybody ? arm : 1) < Feasibility.FEWEST_IN_ARM) {
          refusals.add(part.tooFew(Feasibility.FEWEST_IN_ARM));
        } else {
          EffectEstimate found = estimate(comparison, estimand, part.written(), part.in());
          estimates.add(found);
          member(
              comparison, found, part.in(), job.criteria().declaredGroups().contains(part.name()));
        }
      }
    }
    return new GroupEffects(estimates, refusals);
  }
}
