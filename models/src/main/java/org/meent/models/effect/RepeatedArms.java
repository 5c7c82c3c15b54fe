// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Averages over everybody in several arms, on several divisions into folds. An estimate is the
 * median over the divisions; see {@link MedianOfSplits}.
 *
 * @param splits what was learned on each division, at least one
 */
public record RepeatedArms(List<SeveralArms> splits) {

  /** Copies the list. */
  public RepeatedArms {
    splits = List.copyOf(splits);
  }

  /** The mean probability of an arm of each row. */
  public double[] propensity(int arm) {
    return RepeatedScores.mean(splits.stream().map(one -> one.propensity()[arm]).toList());
  }

  /** The average effect of an arm over the rows that are in, whatever arm they were in. */
  public EffectEstimate estimate(int arm, String group, boolean @Nullable [] in) {
    return MedianOfSplits.of(splits.stream().map(one -> one.estimate(arm, group, in)).toList());
  }

  /** The influence of each row on the average effect, as a mean over the divisions. */
  public double[] influence(int arm, boolean @Nullable [] in) {
    return RepeatedScores.mean(
        splits.stream().map(one -> one.linearised(arm, in).influence()).toList());
  }
}
