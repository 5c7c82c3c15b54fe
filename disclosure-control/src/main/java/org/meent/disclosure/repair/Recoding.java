// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalTable;

/** Merges neighbouring codes of one variable in tables. */
final class Recoding {
  private static final String JOINED = "+";

  private final String variable;
  private final List<List<String>> blocks;

  /**
   * A recoding.
   *
   * @param blocks the codes that become one, in the order of the variable; every code once
   */
  Recoding(String variable, List<List<String>> blocks) {
    this.variable = variable;
    this.blocks = blocks;
  }

  /** The code that several become. */
  static String joined(List<String> codes) {
    return codes.size() == 1
        ? codes.getFirst()
        : String.join(
            JOINED, codes.stream().map(code -> code.isEmpty() ? Dimension.UNKNOWN : code).toList());
  }

  /** The same output with the merged codes; as it is where it has not the variable. */
  StatisticalOutput of(StatisticalOutput output) {
    if (output instanceof FrequencyTable table) {
      return frequencies(table);
    }
    if (output instanceof MagnitudeTable table) {
      return magnitudes(table);
    }
    if (output instanceof BinnedFigure figure) {
      return MergedGroups.bins(figure, groups(TableView.dimension(figure)));
    }
    if (output instanceof RatioTable table && table.variable().equals(variable)) {
      return MergedRows.groups(table).isPresent() ? MergedRows.ratios(table, this::into) : table;
    }
    if (output instanceof SurvivalTable table) {
      return MergedRows.groups(table).filter(g -> g.variable().equals(variable)).isPresent()
          ? MergedRows.curves(table, this::into)
          : table;
    }
    return output instanceof SegmentTable table
        ? MergedGroups.segments(table, groups(TableView.dimension(table)))
        : output;
  }

  /** What a code becomes. */
  private String into(String code) {
    return blocks.stream()
        .filter(block -> block.contains(code))
        .findFirst()
        .map(Recoding::joined)
        .orElse(code);
  }

  private FrequencyTable frequencies(FrequencyTable table) {
    return new FrequencyTable(
        table.id(),
        table.title(),
        table.population(),
        table.unit(),
        dimension(table.rows()),
        dimension(table.columns()),
        new Evidence.Counts(
            cells(table.evidence().units(), table.rows(), table.columns(), Long::sum),
            table.evidence().zeros()));
  }

  private MagnitudeTable magnitudes(MagnitudeTable table) {
    return new MagnitudeTable(
        table.id(),
        table.title(),
        table.population(),
        table.measure(),
        table.measureLabel(),
        table.scale(),
        dimension(table.rows()),
        dimension(table.columns()),
        new Evidence.Contributions(
            cells(table.evidence().cells(), table.rows(), table.columns(), MagnitudeCell::merge),
            table.evidence().sign()));
  }

  private Dimension dimension(Dimension old) {
    return new Dimension(
        old.variable(),
        old.label(),
        groups(old).stream()
            .map(group -> joined(group.stream().map(i -> old.categories().get(i)).toList()))
            .toList());
  }

  /** Places of the old codes, by new code. */
  private List<List<Integer>> groups(Dimension old) {
    List<List<Integer>> groups = new ArrayList<>();
    if (!old.variable().equals(variable)) {
      for (int i = 0; i < old.categories().size(); i++) {
        groups.add(List.of(i));
      }
      return groups;
    }
    for (List<String> block : blocks) {
      List<Integer> group =
          block.stream().map(old.categories()::indexOf).filter(i -> i >= 0).toList();
      if (!group.isEmpty()) {
        groups.add(group);
      }
    }
    return groups;
  }

  private <T> List<List<T>> cells(
      List<List<T>> cells, Dimension rows, Dimension columns, BinaryOperator<T> add) {
    List<List<T>> merged = new ArrayList<>();
    for (List<Integer> row : groups(rows)) {
      List<T> line = new ArrayList<>();
      for (List<Integer> column : groups(columns)) {
        line.add(
            row.stream()
                .flatMap(i -> column.stream().map(j -> cells.get(i).get(j)))
                .reduce(add)
                .orElseThrow());
      }
      merged.add(line);
    }
    return merged;
  }
}
