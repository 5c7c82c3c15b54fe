// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.meent.disclosure.output.SurvivalStep;

/** A curve over the times of all curves: where it has no row nothing happened. */
final class StatedCurve {
  private StatedCurve() {}

  /**
   * The steps over these times.
   *
   * @throws org.meent.protocols.refusal.RefusalException if they contradict each other
   */
  static List<SurvivalStep> of(RowSheet sheet, List<Integer> rows, List<Double> times) {
    List<SurvivalStep> own = steps(sheet, rows);
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

  /** The steps of the rows of one curve, checked against each other. */
  private static List<SurvivalStep> steps(RowSheet sheet, List<Integer> rows) {
    Sheet of = sheet.sheet();
    String time = Columns.required(of, SurvivalForm.TIME);
    String risk = Columns.required(of, SurvivalForm.RISK);
    List<SurvivalStep> steps = new ArrayList<>();
    double survival = 1;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      long atRisk = sheet.count(row, SurvivalForm.RISK).orElseThrow();
      long events = sheet.count(row, SurvivalForm.EVENTS).orElseThrow();
      OptionalLong censored = sheet.count(row, SurvivalForm.CENSORED);
      long next =
          i + 1 < rows.size()
              ? sheet.count(rows.get(i + 1), SurvivalForm.RISK).orElseThrow()
              : atRisk - events - censored.orElse(0);
      if (events > atRisk) {
        throw of.refuse(
            "disclosure.elsewhere.events", row, Columns.required(of, SurvivalForm.EVENTS));
      }
      long lost = censored.orElse(atRisk - events - next);
      if (next > atRisk) {
        throw of.refuse("disclosure.elsewhere.rising", rows.get(i + 1), risk);
      }
      if (lost < 0 || atRisk - events - lost != next) {
        throw of.refuse("disclosure.elsewhere.steps", row, risk);
      }
      survival *= atRisk == 0 ? 1 : 1 - (double) events / atRisk;
      String figure = Columns.required(of, SurvivalForm.SURVIVAL);
      sheet.figure(row, figure);
      if (!Rounded.agrees(sheet.text(row, figure), List.of(survival))) {
        throw of.refuse("disclosure.elsewhere.not-those-counts", row, figure);
      }
      steps.add(new SurvivalStep(sheet.figure(row, time), atRisk, events, lost));
    }
    return steps;
  }
}
