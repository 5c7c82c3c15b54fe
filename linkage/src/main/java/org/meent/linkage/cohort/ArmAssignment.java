// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.CohortPlan.Treatment;

/** From the instrument of a unit to its arm, or to the reason why it has none. */
final class ArmAssignment {
  private final Map<String, String> armOf = new LinkedHashMap<>();
  private final @Nullable String absent;

  ArmAssignment(Treatment treatment) {
    treatment.arms().forEach((arm, code) -> armOf.put(code, arm));
    this.absent = armOf.remove(Treatment.ABSENT);
  }

  /** The arm of every unit; empty for those who are lost. */
  String[] assign(UnitColumn instrument, Losses losses) {
    String[] arms = new String[instrument.size()];
    for (int unit = 0; unit < arms.length; unit++) {
      String arm =
          switch (instrument.state(unit)) {
            case NO_ROW -> absent;
            case NOT_KNOWN, SEVERAL -> null;
            case KNOWN -> armOf.get(instrument.text(unit));
          };
      arms[unit] = arm == null ? "" : arm;
      if (arm == null) {
        losses.lose(
            unit,
            switch (instrument.state(unit)) {
              case NO_ROW -> "no row in the treatment source";
              case NOT_KNOWN -> "instrument is not known";
              case SEVERAL -> "several instruments started";
              case KNOWN -> "instrument outside the declared arms";
            });
      }
    }
    return arms;
  }
}
