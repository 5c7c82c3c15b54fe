// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.reach;

import java.util.ArrayList;
import java.util.List;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.protocols.literature.Reference;

/**
 * The effect without each municipality (or any other division) in turn, from the same predictions.
 * A result that hangs on one of them is a result about that one.
 *
 * @param division the name of the division
 * @param without one estimate for each part left out, its group written as {@code without
 *     name=label}
 * @param whole the estimate with all of them
 */
@Reference(
    authors = "T. Broderick, R. Giordano, R. Meager (2020)",
    title = "An automatic finite-sample robustness metric",
    source = "arXiv 2011.14999",
    url = "https://arxiv.org/abs/2011.14999")
public record LeaveOneOut(String division, List<EffectEstimate> without, EffectEstimate whole) {

  /** Copies the list. */
  public LeaveOneOut {
    without = List.copyOf(without);
  }

  /** Estimates an average among the rows that are in, under a name. */
  public interface Average {
    /** The estimate. */
    EffectEstimate among(Estimand estimand, String group, boolean[] in);
  }

  /** Leaves out each part of a division that leaves enough rows of both arms. */
  public static LeaveOneOut of(
      Frame pair, Grouping division, Average average, EffectEstimate whole) {
    List<EffectEstimate> without = new ArrayList<>();
    for (Grouping.Part part : division.parts()) {
      boolean[] rest = new boolean[part.in().length];
      for (int i = 0; i < rest.length; i++) {
        rest[i] = !part.in()[i];
      }
      if (pair.fewestInArms(rest, 1) >= Feasibility.FEWEST_IN_ARM) {
        without.add(average.among(whole.estimand(), "without " + part.written(), rest));
      }
    }
    return new LeaveOneOut(division.name(), without, whole);
  }

  /** The smallest of the estimates. */
  public double lowest() {
    return without.stream().mapToDouble(EffectEstimate::value).min().orElse(whole.value());
  }

  /** The largest of the estimates. */
  public double highest() {
    return without.stream().mapToDouble(EffectEstimate::value).max().orElse(whole.value());
  }

  /** Warned if the effect points elsewhere without one of the parts. */
  public GateResult gate() {
    if (without.isEmpty()) {
      return GateResult.notRun("leave-one-out", "parts-that-turn-it");
    }
    long turning =
        without.stream()
            .filter(estimate -> Math.signum(estimate.value()) != Math.signum(whole.value()))
            .count();
    return GateResult.atMost("leave-one-out", "parts-that-turn-it", turning, 0);
  }
}
