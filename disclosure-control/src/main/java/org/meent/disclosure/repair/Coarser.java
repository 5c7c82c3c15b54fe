// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.BinnedFigure.Bin;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;

/** Coarser outputs that follow from the counts of a finer one, without its records. */
final class Coarser {
  private static final String EVERYBODY = "everybody";
  private static final String UNITS = "units";

  private Coarser() {}

  /** A coarser output and what was done. */
  record Made(Change change, StatisticalOutput output, long units) {}

  /** Everything that can be made of an output, the smallest change first. */
  static List<Made> of(StatisticalOutput output) {
    List<Made> made = new ArrayList<>();
    switch (output) {
      case BinnedFigure figure -> made.add(open(figure));
      case RatioTable table -> {
        table(table, true).ifPresent(made::add);
        table(table, false).ifPresent(made::add);
      }
      case SurvivalTable table -> table(table).ifPresent(made::add);
      default -> {}
    }
    return made;
  }

  /** Bins whose outermost edges are no longer anybody's value. */
  static Made open(BinnedFigure figure) {
    List<Bin> bins = new ArrayList<>();
    int last = figure.bins().size() - 1;
    for (int i = 0; i <= last; i++) {
      Bin bin = figure.bins().get(i);
      bins.add(
          new Bin(
              i == 0 ? Double.NEGATIVE_INFINITY : bin.lower(),
              i == last ? Double.POSITIVE_INFINITY : bin.upper(),
              bin.evidence()));
    }
    BinnedFigure opened =
        new BinnedFigure(
            figure.id(),
            figure.title(),
            figure.population(),
            figure.variable(),
            figure.label(),
            new BinnedFigure.Edges(0, 0),
            bins);
    long units = bins.getFirst().evidence().units() + bins.getLast().evidence().units();
    return new Made(new Change.OpenEdges(figure.variable()), opened, units);
  }

  /** The sizes of the groups, or of cases and others, where all ratios are of everybody. */
  private static Optional<Made> table(RatioTable table, boolean groups) {
    if (table.rows().stream().anyMatch(row -> !row.among().isEmpty())) {
      return Optional.empty();
    }
    SortedMap<String, Long> sizes = new TreeMap<>();
    SortedMap<String, Long> ends = new TreeMap<>();
    for (Ratio row : table.rows()) {
      FourCounts four = row.counts();
      if (sizes.put(row.group(), four.group()) == null) {
        ends.merge(table.caseCode(), four.groupCases(), Long::sum);
        ends.merge(table.otherCode(), four.groupOthers(), Long::sum);
      }
      if (sizes.put(row.reference(), four.reference()) == null) {
        ends.merge(table.caseCode(), four.referenceCases(), Long::sum);
        ends.merge(table.otherCode(), four.referenceOthers(), Long::sum);
      }
    }
    SortedMap<String, Long> counts = groups ? sizes : ends;
    return counts(table, groups ? table.variable() : table.outcome(), new LinkedHashMap<>(counts));
  }

  /** Who had the event by the end, and who had not. */
  private static Optional<Made> table(SurvivalTable table) {
    long events = 0;
    long others = 0;
    for (SurvivalTable.Curve curve : table.curves()) {
      if (table.curves().size() == 1 || !curve.group().isEmpty()) {
        long mine = curve.steps().stream().mapToLong(SurvivalStep::events).sum();
        events += mine;
        others += curve.steps().getFirst().atRisk() - mine;
      }
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("event", events);
    counts.put("no event seen", others);
    return counts(table, table.event(), counts);
  }

  private static Optional<Made> counts(
      StatisticalOutput from, String variable, Map<String, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    if (all != from.population().units()) {
      return Optional.empty();
    }
    FrequencyTable table =
        new FrequencyTable(
            from.id(),
            from.title(),
            from.population(),
            UNITS,
            new Dimension(variable, variable, List.copyOf(counts.keySet())),
            new Dimension(EVERYBODY, EVERYBODY, List.of("all")),
            new Evidence.Counts(
                counts.values().stream().map(List::of).toList(), Evidence.Zeros.SAFE));
    return Optional.of(
        new Made(new Change.Instead(variable, List.copyOf(counts.keySet())), table, all));
  }
}
