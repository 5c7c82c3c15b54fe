// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.protocols.refusal.Refusal;

/**
 * Everything a fit of an amount of treatment found. Effects are per unit of the amount.
 *
 * @param job what was asked
 * @param fit effects per row and what the averages come from
 * @param fresh new rows, if any were given
 * @param estimates averages that the data can carry
 * @param family the estimate shown and those by group, adjusted for one another
 * @param refusals groups that could not carry one
 * @param gates what stands between these figures and an answer
 * @param notes what was changed on the way in
 */
public record DoseResult(
    FitJob job,
    DoseFit fit,
    Optional<NewRows> fresh,
    List<EffectEstimate> estimates,
    EffectFamily family,
    List<Refusal> refusals,
    List<GateResult> gates,
    List<String> notes) {

  /** Copies the lists. */
  public DoseResult {
    estimates = List.copyOf(estimates);
    refusals = List.copyOf(refusals);
    gates = List.copyOf(gates);
    notes = List.copyOf(notes);
  }

  /** Judges a fit by the criteria and averages what it carries. */
  static DoseResult of(FitJob job, FitInput input, DoseFit fit) {
    List<Estimand> carried = fit.overlap().carried(job.criteria());
    Estimand wanted = job.estimand().orElse(Estimand.OVERLAP);
    if (carried.isEmpty() || (job.estimand().isPresent() && !carried.contains(wanted))) {
      throw fit.overlap().refusal(wanted, job.criteria());
    }
    List<EffectEstimate> estimates =
        carried.stream()
            .filter(one -> job.estimand().isEmpty() || one == wanted)
            .map(one -> job.interval().widened(fit.estimate(one, EffectEstimate.ALL, null)))
            .toList();
    Frame frame = fit.frame();
    Estimand shown = estimates.getFirst().estimand();
    List<EffectFamily.Member> members = new ArrayList<>();
    members.add(member(fit, estimates.getFirst(), fit.influence(shown, null), true));
    List<Refusal> refusals = new ArrayList<>();
    for (Grouping grouping : frame.groupings()) {
      boolean declared = job.criteria().declaredGroups().contains(grouping.name());
      for (Grouping.Part part : grouping.parts()) {
        if (rows(part.in()) < Feasibility.FEWEST_ROWS) {
          refusals.add(part.tooFew(Feasibility.FEWEST_ROWS));
        } else {
          EffectEstimate found =
              job.interval().widened(fit.estimate(shown, part.written(), part.in()));
          members.add(member(fit, found, fit.influence(shown, part.in()), declared));
        }
      }
    }
    List<GateResult> gates = new ArrayList<>(fit.overlap().gates(job.criteria()));
    new ArmGates(job.criteria()).clusters(frame).gates().forEach(gates::add);
    return new DoseResult(
        job,
        fit,
        input.fresh(),
        estimates,
        EffectFamily.of(members, job.model().forest().seed()),
        refusals,
        gates,
        input.notes());
  }

  private static long rows(boolean[] in) {
    long count = 0;
    for (boolean one : in) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static EffectFamily.Member member(
      DoseFit fit, EffectEstimate estimate, double[] influence, boolean declared) {
    Frame frame = fit.frame();
    double[] sums = EffectFamily.byUnit(influence, frame.clusters(), frame.clusterCount());
    return new EffectFamily.Member(estimate, sums, declared);
  }

  /** As {@link FitResult#hash()}. */
  public String hash() {
    ResultHash hash = new ResultHash().add(fit.frame().arms().getFirst());
    hash.add(fit.effects().effect()).add(fit.effects().se());
    estimates.forEach(hash::add);
    family.members().forEach(member -> hash.add(member.estimate()));
    return hash.hex();
  }
}
