// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.output.SurvivalTable.Curve;

/** Ratios and curves with groups made one: their counts add up, so no records are needed. */
final class MergedRows {
  private MergedRows() {}

  /** The groups that are compared with one reference; none where there are several references. */
  static Optional<Dimension> groups(RatioTable table) {
    Set<String> references = new TreeSet<>();
    Map<String, FourCounts> groups = new LinkedHashMap<>();
    boolean everybody = true;
    for (Ratio row : table.rows()) {
      references.add(row.reference());
      groups.put(row.group(), row.counts());
      everybody &= row.among().isEmpty();
    }
    boolean simple = everybody && references.size() == 1;
    return simple
        ? Optional.of(
            new Dimension(table.variable(), table.variable(), List.copyOf(groups.keySet())))
        : Optional.empty();
  }

  /** Cases and others of each group. */
  static List<List<Long>> units(RatioTable table, Dimension groups) {
    return groups.categories().stream()
        .map(
            code ->
                table.rows().stream()
                    .filter(row -> row.group().equals(code))
                    .map(Ratio::counts)
                    .map(four -> List.of(four.groupCases(), four.groupOthers()))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  /** The ratios of merged groups. */
  static RatioTable ratios(RatioTable table, UnaryOperator<String> into) {
    Map<List<Object>, Ratio> merged = new LinkedHashMap<>();
    Map<String, FourCounts> sums = new LinkedHashMap<>();
    Set<String> seen = new TreeSet<>();
    for (Ratio row : table.rows()) {
      if (seen.add(row.group())) {
        sums.merge(into.apply(row.group()), row.counts(), MergedRows::add);
      }
    }
    for (Ratio row : table.rows()) {
      String group = into.apply(row.group());
      merged.putIfAbsent(
          List.of(row.measure(), group),
          new Ratio(
              row.among(),
              row.measure(),
              group,
              row.reference(),
              sums.getOrDefault(group, row.counts())));
    }
    return new RatioTable(
        table.id(),
        table.title(),
        table.population(),
        table.variable(),
        table.outcome(),
        table.caseCode(),
        table.otherCode(),
        List.copyOf(merged.values()));
  }

  private static FourCounts add(FourCounts one, FourCounts other) {
    return new FourCounts(
        one.groupCases() + other.groupCases(),
        one.groupOthers() + other.groupOthers(),
        one.referenceCases(),
        one.referenceOthers());
  }

  /** The groups of curves of one variable; none where they have several. */
  static Optional<Dimension> groups(SurvivalTable table) {
    Set<String> variables = new TreeSet<>();
    List<String> codes = new ArrayList<>();
    for (Curve curve : table.curves()) {
      variables.addAll(curve.group().keySet());
      codes.addAll(curve.group().values());
    }
    return variables.size() == 1
        ? Optional.of(
            new Dimension(variables.iterator().next(), variables.iterator().next(), codes))
        : Optional.empty();
  }

  /** Events, censored and still at risk at the end, by group. */
  static List<List<Long>> units(SurvivalTable table) {
    List<List<Long>> units = new ArrayList<>();
    for (Curve curve : table.curves()) {
      if (!curve.group().isEmpty()) {
        units.add(
            List.of(
                curve.steps().stream().mapToLong(SurvivalStep::events).sum(),
                curve.steps().stream().mapToLong(SurvivalStep::censored).sum(),
                curve.steps().getLast().left()));
      }
    }
    return units;
  }

  /** The curves of merged groups. */
  static SurvivalTable curves(SurvivalTable table, UnaryOperator<String> into) {
    Map<SortedMap<String, String>, List<SurvivalStep>> merged = new LinkedHashMap<>();
    for (Curve curve : table.curves()) {
      SortedMap<String, String> group = new TreeMap<>(curve.group());
      group.replaceAll((variable, code) -> into.apply(code));
      merged.merge(group, curve.steps(), MergedRows::add);
    }
    List<Curve> curves = new ArrayList<>();
    merged.forEach((group, steps) -> curves.add(new Curve(group, steps)));
    return new SurvivalTable(
        table.id(),
        table.title(),
        table.population(),
        table.event(),
        table.eventLabel(),
        table.timeLabel(),
        curves);
  }

  private static List<SurvivalStep> add(List<SurvivalStep> one, List<SurvivalStep> other) {
    List<SurvivalStep> steps = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      SurvivalStep a = one.get(i);
      SurvivalStep b = other.get(i);
      steps.add(
          new SurvivalStep(
              a.time(),
              a.atRisk() + b.atRisk(),
              a.events() + b.events(),
              a.censored() + b.censored()));
    }
    return steps;
  }
}
