// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import org.meent.models.effect.RepeatedScores;
import org.meent.models.learner.CrossFit;

/**
 * What was learned of outcome and treatment on one division of the rows into folds.
 *
 * @param outcome predicted outcome
 * @param treatment predicted treatment, before any bound
 * @param expected predicted treatment of each row, within the bounds
 * @param bounded how many predictions were moved to the bound
 */
public record Nuisances(CrossFit outcome, CrossFit treatment, double[] expected, long bounded) {

  /** The mean predicted outcome of each row over several divisions. */
  static double[] meanOutcome(List<Nuisances> splits) {
    return RepeatedScores.mean(splits.stream().map(n -> n.outcome().predictions()).toList());
  }

  /** The mean predicted treatment of each row over several divisions. */
  static double[] meanTreatment(List<Nuisances> splits) {
    return RepeatedScores.mean(splits.stream().map(Nuisances::expected).toList());
  }
}
