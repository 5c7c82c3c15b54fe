// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import java.util.Optional;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.DifferenceInMeans;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;
import org.meent.models.effect.GroupEffects;
import org.meent.models.heterogeneity.BestLinearProjection;
import org.meent.models.heterogeneity.TargetingCurve;

/**
 * What was found for one arm against the reference.
 *
 * @param arm its label
 * @param fit effects and nuisances; its new rows are first those of other arms, then the file's
 * @param inside positions of the rows of both arms in the whole frame
 * @param outside positions of the rows of other arms
 * @param verdicts overlap, per estimand
 * @param estimates averages that the data can carry
 * @param raw the plain comparison of means
 * @param balance likeness of the arms, before and after weighting
 * @param checks what stands between the figures and an answer
 * @param members the estimate shown and those by group, for the family of all arms
 * @param groups effects by group, and the groups that could not carry one
 * @param projection along what effects differ; empty if the data carry no effect for everybody
 * @param targeting what it is worth to know effects; empty likewise
 */
public record ArmResult(
    String arm,
    CausalFit fit,
    int[] inside,
    int[] outside,
    List<OverlapVerdict> verdicts,
    List<EffectEstimate> estimates,
    DifferenceInMeans raw,
    List<Balance> balance,
    ArmChecks checks,
    List<EffectFamily.Member> members,
    GroupEffects groups,
    Optional<BestLinearProjection> projection,
    Optional<TargetingCurve> targeting) {

  /** Copies the lists. */
  public ArmResult {
    verdicts = List.copyOf(verdicts);
    estimates = List.copyOf(estimates);
    balance = List.copyOf(balance);
    members = List.copyOf(members);
  }

  /** Effect (0) and standard error (1) of every position of the whole frame. */
  double[][] everybody(int rows) {
    double[][] both = new double[2][rows];
    for (int k = 0; k < inside.length; k++) {
      both[0][inside[k]] = fit.effects().effect()[k];
      both[1][inside[k]] = fit.effects().se()[k];
    }
    for (int k = 0; k < outside.length; k++) {
      both[0][outside[k]] = fit.effects().freshEffect()[k];
      both[1][outside[k]] = fit.effects().freshSe()[k];
    }
    return both;
  }
}
