// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import java.util.List;
import java.util.Optional;
import org.meent.models.check.OverlapVerdict.Measure;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.sensitivity.RobustnessValue;

/**
 * An effect split into the part through a mechanism and the rest.
 *
 * @param total the effect
 * @param direct what is left of it while the mechanism stays as it is without support
 * @param through what goes through the mechanism
 * @param overlap what the probabilities must allow, and what was measured
 * @param strength how strong something unmeasured that moves mechanism and outcome would have to be
 */
public record MediatedEffect(
    EffectEstimate total,
    EffectEstimate direct,
    EffectEstimate through,
    List<Measure> overlap,
    RobustnessValue strength) {

  /** Copies the list. */
  public MediatedEffect {
    overlap = List.copyOf(overlap);
  }

  /** The first criterion that does not hold; empty if the data carry the answer. */
  public Optional<Measure> obstacle() {
    return overlap.stream().filter(measure -> !measure.holds()).findFirst();
  }

  /** Whether the part through the mechanism is told from none. */
  public boolean known() {
    return through.lower() > 0 || through.upper() < 0;
  }
}
