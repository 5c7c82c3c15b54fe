// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.disclosure.output.SurvivalStep;

/** A curve over the times of all curves: where it has no row nothing happened. */
final class StatedCurve {
  private StatedCurve() {}

  /** Reads the steps of rows. */
  interface Steps {
    /** The steps, each beginning with what the one before left. */
    List<SurvivalStep> of(RowSheet sheet, List<Integer> rows);
  }

  static List<SurvivalStep> of(
      RowSheet sheet, List<Integer> rows, List<Double> times, Steps reader) {
    List<SurvivalStep> own = reader.of(sheet, rows);
    Map<Double, SurvivalStep> byTime = new HashMap<>();
    own.forEach(step -> byTime.put(step.time(), step));
    List<SurvivalStep> steps = new ArrayList<>();
    long left = own.getFirst().atRisk();
    for (double time : times) {
      SurvivalStep step = byTime.get(time);
      steps.add(step == null ? new SurvivalStep(time, left, 0, 0) : step);
      left = steps.getLast().left();
    }
    return steps;
  }
}
