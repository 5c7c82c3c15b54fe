// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.SequencedMap;
import org.meent.linkage.design.CensoringWeights;
import org.meent.linkage.design.TrialRows;

/**
 * Learns how likely rows are to deviate from their arms. Linkage has no learners; who makes a
 * cohort brings one.
 */
@FunctionalInterface
public interface DeviationModel {
  /**
   * Learns from all rows, those that deviated and those that did not.
   *
   * @param rows the rows
   * @param covariates what was known of each row on its index date, by name; nothing is missing
   */
  CensoringWeights.Hazard learn(
      TrialRows rows, SequencedMap<String, ? extends Cohort.Column> covariates);
}
