// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.RefusalException;

/** The smallest effects that a study could show, told before anything is fitted. */
public final class StudyPower {
  private StudyPower() {}

  /**
   * By planned effect, in the order of the protocol; one that its persons cannot carry is left out.
   */
  public static SequencedMap<String, DetectableEffect> of(Protocol protocol, Cohort cohort) {
    SequencedMap<String, DetectableEffect> power = new LinkedHashMap<>();
    protocol
        .analysis()
        .estimated()
        .forEach(
            (name, plan) ->
                of(EffectSample.of(cohort, plan, plan.outcome()))
                    .ifPresent(found -> power.put(name, found)));
    return power;
  }

  static Optional<DetectableEffect> of(EffectSample sample) {
    try {
      Frame frame = sample.frame();
      Feasibility.demand(frame);
      return Optional.of(DetectableEffect.of(frame));
    } catch (RefusalException e) {
      return Optional.empty();
    }
  }
}
