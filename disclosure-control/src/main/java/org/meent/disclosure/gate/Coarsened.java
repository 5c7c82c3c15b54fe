// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meent.disclosure.output.IncidenceTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/**
 * A request in the detail in which it can be protected at all.
 *
 * @param outputs the outputs, in the order of the request
 * @param changes what was made coarser, by output
 */
record Coarsened(List<StatisticalOutput> outputs, Map<String, List<Finding>> changes) {

  static Coarsened of(List<StatisticalOutput> request, long minimum) {
    List<StatisticalOutput> outputs = new ArrayList<>();
    Map<String, List<Finding>> changes = new LinkedHashMap<>();
    for (StatisticalOutput output : request) {
      if (output instanceof SurvivalTable survival) {
        SurvivalTable coarser = CoarserSurvival.of(survival, minimum);
        outputs.add(coarser);
        if (!coarser.equals(survival)) {
          changes.put(output.id(), List.of(merged(survival, coarser, minimum)));
        }
      } else if (output instanceof IncidenceTable incidence) {
        IncidenceTable coarser = CoarserIncidence.of(incidence, minimum);
        outputs.add(coarser);
        if (!coarser.equals(incidence)) {
          changes.put(output.id(), changed(incidence, coarser, minimum));
        }
      } else {
        outputs.add(output);
      }
    }
    return new Coarsened(outputs, changes);
  }

  private static List<Finding> changed(IncidenceTable from, IncidenceTable to, long minimum) {
    List<Finding> changed = new ArrayList<>();
    if (to.kinds().size() < from.kinds().size()) {
      changed.add(found(from, "incidence.untold", String.join(", ", to.untold()), minimum));
    }
    int steps = CoarserIncidence.steps(to);
    if (steps < CoarserIncidence.steps(from)) {
      changed.add(found(from, "incidence.merged", CoarserIncidence.steps(from), steps, minimum));
    }
    return changed;
  }

  private static Finding found(IncidenceTable of, String code, Object... args) {
    return Finding.of(RuleSet.MINIMUM_UNITS, Verdict.FAIL, of.id(), code, args);
  }

  private static Finding merged(SurvivalTable from, SurvivalTable to, long minimum) {
    return Finding.of(
        RuleSet.MINIMUM_UNITS,
        Verdict.FAIL,
        from.id(),
        "survival.merged",
        CoarserSurvival.steps(from),
        CoarserSurvival.steps(to),
        minimum);
  }
}
