// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.protect.PrimaryRule;
import org.meent.disclosure.rule.Limit;
import org.meent.disclosure.rule.RuleSet;
import org.meent.disclosure.spec.ProtectionSpec;
import org.meent.disclosure.spec.RuleSetRules;

/**
 * Which cells of a table are sensitive under one rule set, before anything is protected.
 *
 * @param set the rule set
 * @param limits the limits of it that were applied to cells; empty if it has none
 * @param notRun limits that look at more contributors than the input shows
 * @param reasons ids of the limits that each sensitive cell does not keep, by cell
 */
public record RuleSetVerdict(
    RuleSet set, List<Limit> limits, List<Limit> notRun, SortedMap<Integer, List<String>> reasons) {

  /** Copies. */
  public RuleSetVerdict {
    limits = List.copyOf(limits);
    notRun = List.copyOf(notRun);
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /** How many cells do not keep a limit. */
  public long count(Limit limit) {
    return reasons.values().stream().filter(ids -> ids.contains(limit.id())).count();
  }

  /**
   * Judges.
   *
   * @param depth how many of the largest contributors the table knows
   */
  static RuleSetVerdict of(RuleSet set, HierarchicalTable table, ProtectionSpec spec, int depth) {
    boolean measured = spec.columns().measure().isPresent();
    List<Limit> limits = RuleSetRules.limits(set, measured);
    List<PrimaryRule> rules = RuleSetRules.of(set, measured);
    List<Limit> run = new ArrayList<>();
    SortedMap<Integer, List<String>> reasons = new TreeMap<>();
    for (int k = 0; k < rules.size(); k++) {
      if (rules.get(k).depth() <= depth) {
        Limit limit = limits.get(k);
        run.add(limit);
        PrimaryCells.of(table, spec.sensitivity().withOnly(rules.get(k)))
            .forEach(
                demand ->
                    reasons
                        .computeIfAbsent(demand.cell(), cell -> new ArrayList<>())
                        .add(limit.id()));
      }
    }
    List<Limit> notRun = limits.stream().filter(limit -> !run.contains(limit)).toList();
    return new RuleSetVerdict(set, run, notRun, reasons);
  }
}
