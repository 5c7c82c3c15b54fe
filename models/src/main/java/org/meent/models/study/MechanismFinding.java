// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.Optional;
import org.meent.disclosure.output.Estimate;
import org.meent.models.sensitivity.RobustnessValue;

/**
 * What a planned mechanism came to: the effect, the part through the mediator and the rest, or why
 * there are none.
 *
 * @param values the three figures or their refusal, in this order, with what the data had to allow
 * @param strength how strong something unmeasured that moves mediator and outcome would have to be;
 *     empty where nothing was estimated
 */
public record MechanismFinding(EffectResult values, Optional<RobustnessValue> strength) {
  /** The word for the method in an estimate table. */
  public static final String METHOD = "mediation";

  /** The estimand of the whole effect. */
  public static final String WHOLE = "ate";

  private static final String THROUGH = "ate-through-";
  private static final String BESIDE = "ate-beside-";

  /** The estimand of the part through a mediator. */
  public static String through(String mediator) {
    return THROUGH + mediator;
  }

  /** The estimand of the rest. */
  public static String beside(String mediator) {
    return BESIDE + mediator;
  }

  /** The part through the mediator. */
  public Estimate through() {
    return values.rows().stream()
        .filter(row -> row.estimand().startsWith(THROUGH))
        .findFirst()
        .orElseThrow();
  }

  /** The same with other figures. */
  MechanismFinding withValues(EffectResult other) {
    return new MechanismFinding(other, strength);
  }
}
