// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meent.disclosure.output.IncidenceStep;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.survival.MonthlyExits;
import org.meent.protocols.ExitPlan;

/**
 * When and how the rows of a sample left: for a model every row, and for checkers every person
 * once, in the first row in the arm of interest, or else in the reference.
 */
final class ExitRows {
  private final EffectSample sample;
  private final ExitPlan exits;
  private final Cohort.Numbers month;
  private final List<String> kind;

  ExitRows(EffectSample sample, ExitPlan exits) {
    this.sample = sample;
    this.exits = exits;
    this.month = (Cohort.Numbers) sample.cohort().column(exits.month());
    this.kind = ((Cohort.Codes) sample.cohort().column(exits.kind())).values();
  }

  /** The rows in the order of the sample. Who is there when follow-up ends was not lost in it. */
  MonthlyExits monthly() {
    List<String> kinds = exits.kindNames();
    int[] months = new int[sample.units().size()];
    int[] causes = new int[months.length];
    for (int i = 0; i < months.length; i++) {
      int unit = sample.units().get(i);
      causes[i] = kinds.indexOf(kind.get(unit)) + 1;
      months[i] = lastMonth(unit);
    }
    return new MonthlyExits(months, causes, kinds);
  }

  private int lastMonth(int unit) {
    int last = Math.toIntExact(month.unscaled(unit));
    boolean stayed = kind.get(unit).equals(ExitPlan.NOT_LEFT) && last == exits.follow();
    return stayed ? last + 1 : last;
  }

  /** The persons of an arm by month. */
  List<IncidenceStep> steps(String arm, int horizon) {
    List<Integer> units =
        shown().values().stream()
            .filter(unit -> sample.cohort().arms().get(unit).equals(arm))
            .toList();
    List<String> kinds = exits.kindNames();
    List<IncidenceStep> steps = new ArrayList<>();
    long atRisk = units.size();
    for (int m = 1; m <= horizon; m++) {
      List<Long> events = new ArrayList<>(Collections.nCopies(kinds.size(), 0L));
      long otherwise = 0;
      for (int unit : units) {
        if (lastMonth(unit) == m) {
          int of = kinds.indexOf(kind.get(unit));
          if (of >= 0) {
            events.set(of, events.get(of) + 1);
          } else if (m < horizon) {
            otherwise++;
          }
        }
      }
      steps.add(new IncidenceStep(m, atRisk, events, otherwise));
      atRisk = steps.getLast().left();
    }
    return steps;
  }

  private Map<Integer, Integer> shown() {
    Map<Integer, Integer> shown = new LinkedHashMap<>();
    for (int unit : sample.units()) {
      String arm = sample.cohort().arms().get(unit);
      Integer before = shown.get(sample.cohort().units().person(unit));
      boolean better =
          before == null
              || (arm.equals(sample.plan().arm())
                  && !sample.cohort().arms().get(before).equals(arm));
      if (better) {
        shown.put(sample.cohort().units().person(unit), unit);
      }
    }
    return shown;
  }
}
