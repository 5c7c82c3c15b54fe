// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import org.meent.models.effect.EffectEstimate;

/**
 * A figure of a planned effect on its way into the declared family.
 *
 * @param effect name in the protocol
 * @param row its place among the rows of the effect
 * @param estimate the figure
 * @param influence of each person of the cohort on it
 */
record StudyMember(String effect, int row, EffectEstimate estimate, double[] influence) {

  StudyMember with(EffectEstimate other) {
    return new StudyMember(effect, row, other, influence);
  }
}
