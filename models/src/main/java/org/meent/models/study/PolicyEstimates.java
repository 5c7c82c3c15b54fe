// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.FitEvidence;
import org.meent.models.frame.Grouping;
import org.meent.models.further.PolicyAnswer;
import org.meent.models.policy.PolicyTree;
import org.meent.models.policy.PolicyValue;
import org.meent.models.reach.GroupGains;
import org.meent.protocols.PolicyPlan;

/**
 * Gains of a rule as rows of an estimate table. A gain rests on all arms; the units beside it are
 * those of the reference and of the arm with the fewest persons, on which it rests least: counts
 * that the tables of a request show too, so that nothing new leaves with it.
 *
 * @param sample who counts
 * @param plan the planned rule
 * @param shown the row of each person that counts
 */
record PolicyEstimates(PolicySample sample, PolicyPlan plan, List<Integer> shown) {

  /** The arms that the ends of a rule give, from left to right. */
  static List<Integer> armsOfEnds(PolicyTree tree) {
    List<Integer> arms = new ArrayList<>();
    switch (tree) {
      case PolicyTree.Leaf leaf -> arms.add(leaf.arm());
      case PolicyTree.Question question -> {
        arms.addAll(armsOfEnds(question.low()));
        arms.addAll(armsOfEnds(question.high()));
      }
    }
    return arms;
  }

  Estimate gain(String method, PolicyAnswer.Gain gain) {
    String estimand =
        switch (gain.over()) {
          case PolicyAnswer.TODAY -> PolicyFinding.TODAY;
          case PolicyAnswer.PREFERENCE -> PolicyFinding.PREFERENCE;
          default -> PolicyFinding.EVERYBODY + gain.over();
        };
    PolicyValue value = gain.value();
    return row(
        method,
        estimand,
        "",
        "",
        new Estimate.Estimated(value.gain(), value.se(), value.lower(), value.upper()));
  }

  /** Gain and change of gap of each group; intervals hold for all groups together. */
  List<Estimate> groups(String method, List<Grouping> groupings, GroupGains gains) {
    List<Estimate> rows = new ArrayList<>();
    for (Grouping grouping : groupings) {
      for (Grouping.Part part : grouping.parts()) {
        gains.lines().stream()
            .filter(line -> line.group().equals(part.written()))
            .forEach(
                line -> {
                  rows.add(
                      row(
                          method,
                          PolicyFinding.TODAY,
                          part.name(),
                          part.label(),
                          new Estimate.Estimated(
                              line.gain(), line.se(), line.lower(), line.upper())));
                  rows.add(
                      row(
                          method,
                          PolicyFinding.GAP,
                          part.name(),
                          part.label(),
                          new Estimate.Estimated(
                              line.gapUnder() - line.gapToday(),
                              line.changeSe(),
                              line.changeLower(),
                              line.changeUpper())));
                });
      }
    }
    return rows;
  }

  private Estimate row(
      String method, String estimand, String variable, String code, Estimate.Result result) {
    SortedMap<String, Long> all = sample.armCounts(shown, row -> true);
    String reference = plan.arms().getFirst();
    String weakest = plan.arms().get(1);
    for (String arm : plan.arms().subList(1, plan.arms().size())) {
      weakest = count(all, arm) < count(all, weakest) ? arm : weakest;
    }
    List<String> labels = variable.isEmpty() ? List.of() : sample.labels(variable);
    Predicate<Integer> in = row -> variable.isEmpty() || labels.get(row).equals(code);
    SortedMap<String, Long> arms = sample.armCounts(shown, in);
    long persons = arms.values().stream().mapToLong(Long::longValue).sum();
    long fewest = arms.values().stream().mapToLong(Long::longValue).min().orElse(0);
    return new Estimate(
        method,
        estimand,
        weakest,
        reference,
        variable.isEmpty() ? Estimate.everybody() : Estimate.group(variable, code),
        result,
        FitEvidence.ofModel(
            count(arms, weakest),
            count(arms, reference),
            Math.max(0, persons - plan.arms().size()),
            1,
            fewest));
  }

  private static long count(SortedMap<String, Long> counts, String arm) {
    return counts.getOrDefault(arm, 0L);
  }
}
