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
import org.meent.models.check.NegativeControl;
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
import org.meent.models.heterogeneity.BestLinearProjection;
import org.meent.models.heterogeneity.TargetingCurve;
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
    CausalFit fit = job.model().fit(frame, arm, asked);
    demandSomeInCommon(fit);
    List<OverlapVerdict> verdicts = verdicts(fit);
    demandCarried(verdicts);
    List<EffectEstimate> estimates =
        verdicts.stream()
            .filter(OverlapVerdict::carried)
            .map(OverlapVerdict::estimand)
            .filter(carried -> job.estimand().isEmpty() || job.estimand().get() == carried)
            .map(
                carried -> job.interval().widened(estimate(fit, carried, EffectEstimate.ALL, null)))
            .toList();
    EffectEstimate shown = estimates.getFirst();
    member(fit, shown, null, true);
    List<Balance> balance = Balance.of(fit.frame(), fit.propensity(), shown.estimand());
    boolean everybody = verdicts.get(Estimand.ATE.ordinal()).carried();
    GroupEffects groups = groups(fit, shown.estimand());
    return new ArmResult(
        frame.arms().get(arm),
        fit,
        inside,
        outside,
        verdicts,
        estimates,
        DifferenceInMeans.of(frame, arm),
        balance,
        checks(fit, balance, shown, inside),
        members,
        groups,
        everybody ? Optional.of(projection(fit)) : Optional.empty(),
        everybody ? Optional.of(targeting(fit)) : Optional.empty());
  }

  private ArmChecks checks(
      CausalFit fit, List<Balance> balance, EffectEstimate shown, int[] inside) {
    ContextChecks context = input.context().checks(inside, fit.frame().treatment(), job.criteria());
    return ArmChecks.of(fit, balance, shown, control(fit, inside), context, job.criteria(), seed());
  }

  /** An estimate with the influence on it of everything that belongs together in the whole data. */
  private void member(
      CausalFit fit, EffectEstimate estimate, boolean @Nullable [] in, boolean declared) {
    Frame frame = input.frame();
    boolean everybody = estimate.estimand() == Estimand.ATE && all.isPresent();
    double[] influence =
        everybody ? all.get().influence(arm, in) : fit.scores().influence(estimate.estimand(), in);
    int[] unit = frame.clusters();
    if (!everybody) {
      int[] whole = unit;
      unit = Arrays.stream(frame.positions(arm)).map(i -> whole[i]).toArray();
    }
    double[] sums = EffectFamily.byUnit(influence, unit, frame.clusterCount());
    members.add(new EffectFamily.Member(estimate, sums, declared));
  }

  /**
   * Covariates that together give the treatment away leave nobody who could have been in either.
   */
  private void demandSomeInCommon(CausalFit fit) {
    int[] treatment = fit.frame().treatment();
    int[] count = new int[2];
    for (int i = 0; i < treatment.length; i++) {
      double e = fit.propensity()[i];
      boolean either = e >= job.limits().edge() && e <= 1 - job.limits().edge();
      count[treatment[i]] += either ? 1 : 0;
    }
    int fewer = Math.min(count[0], count[1]);
    if (fewer < Feasibility.FEWEST_IN_ARM) {
      throw FitJob.refusal("models.fit.nothing-in-common", Feasibility.FEWEST_IN_ARM, fewer);
    }
  }

  private long seed() {
    return job.model().forest().seed();
  }

  /** Overlap of the pair; everybody means everybody in all arms, so ATE is judged over them. */
  private List<OverlapVerdict> verdicts(CausalFit fit) {
    OverlapCheck check = OverlapCheck.of(job.limits());
    Frame pair = fit.frame();
    List<OverlapVerdict> verdicts =
        new ArrayList<>(check.judge(fit.propensity(), pair.treatment(), pair.weights()));
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
      CausalFit fit, Estimand estimand, String group, boolean @Nullable [] in) {
    return estimand == Estimand.ATE && all.isPresent()
        ? all.get().estimate(arm, group, in)
        : fit.scores().estimate(estimand, group, in);
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

  private Optional<NegativeControl> control(CausalFit fit, int[] inside) {
    return input
        .control()
        .map(
            values -> {
              double[] control = Design.pick(values, inside);
              double[] predicted = job.model().predict(fit.frame(), control).predictions();
              return NegativeControl.of(fit.frame(), fit.propensity(), control, predicted);
            });
  }

  private GroupEffects groups(CausalFit fit, Estimand estimand) {
    List<EffectEstimate> estimates = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    boolean everybody = estimand == Estimand.ATE && all.isPresent();
    Frame frame = everybody ? input.frame() : fit.frame();
    for (Grouping grouping : frame.groupings()) {
      for (Grouping.Part part : grouping.parts()) {
        if (frame.fewestInArms(part.in(), everybody ? arm : 1) < Feasibility.FEWEST_IN_ARM) {
          refusals.add(part.tooFew(Feasibility.FEWEST_IN_ARM));
        } else {
          EffectEstimate found =
              job.interval().widened(estimate(fit, estimand, part.written(), part.in()));
          estimates.add(found);
          member(fit, found, part.in(), job.criteria().declaredGroups().contains(part.name()));
        }
      }
    }
    return new GroupEffects(estimates, refusals);
  }

  private BestLinearProjection projection(CausalFit fit) {
    return BestLinearProjection.of(fit.frame(), fit.scores().doublyRobust());
  }

  private TargetingCurve targeting(CausalFit fit) {
    return TargetingCurve.of(
        fit.frame(), fit.scores().doublyRobust(), fit.effects().effect(), seed());
  }
}
