// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.Concentration;
import org.meent.disclosure.output.ConcentrationTable;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.ForestSummary;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.IncidenceTable;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.Position;
import org.meent.disclosure.output.PositionTable;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.StatisticTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalTable;

/**
 * Which rows of an output could stay: those that pass alone, if they pass together. Rows are asked
 * about one by one, so that this asks the gate once more than there are rows.
 */
final class RowChoice {
  private RowChoice() {}

  /**
   * The rows that stay.
   *
   * @param kept the output with them
   * @param dropped places of the others
   */
  record Choice(StatisticalOutput kept, List<Integer> dropped) {}

  static Optional<Choice> of(StatisticalOutput output, Predicate<StatisticalOutput> passes) {
    int rows = rows(output);
    List<Integer> kept = new ArrayList<>();
    List<Integer> dropped = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      (rows > 1 && passes.test(with(output, List.of(row))) ? kept : dropped).add(row);
    }
    if (kept.isEmpty() || dropped.isEmpty()) {
      return Optional.empty();
    }
    StatisticalOutput rest = with(output, kept);
    return passes.test(rest) ? Optional.of(new Choice(rest, dropped)) : Optional.empty();
  }

  /** The rows by their names. */
  static List<String> names(StatisticalOutput output, List<Integer> places) {
    return switch (output) {
      case PositionTable table -> places.stream().map(i -> name(table.rows().get(i))).toList();
      case ConcentrationTable table -> places.stream().map(i -> name(table.rows().get(i))).toList();
      case StatisticTable _,
          RatioTable _,
          FrequencyTable _,
          MagnitudeTable _,
          EstimateTable _,
          FlowOutput _,
          BinnedFigure _,
          SegmentTable _,
          SurvivalTable _,
          IncidenceTable _,
          RegressionTable _,
          ForestSummary _ ->
          places.stream().map(i -> "row " + (i + 1)).toList();
    };
  }

  private static String name(Position row) {
    return row.point() + (row.share() > 0 ? " " + row.share() : "") + " " + row.group();
  }

  private static String name(Concentration row) {
    return row.index() + (row.largest() > 0 ? " " + row.largest() : "") + " " + row.group();
  }

  private static int rows(StatisticalOutput output) {
    return switch (output) {
      case PositionTable table -> table.rows().size();
      case ConcentrationTable table -> table.rows().size();
      case StatisticTable table -> table.rows().size();
      case RatioTable table -> table.rows().size();
      case FrequencyTable _,
          MagnitudeTable _,
          EstimateTable _,
          FlowOutput _,
          BinnedFigure _,
          SegmentTable _,
          SurvivalTable _,
          IncidenceTable _,
          RegressionTable _,
          ForestSummary _ ->
          0;
    };
  }

  private static StatisticalOutput with(StatisticalOutput output, List<Integer> kept) {
    return switch (output) {
      case PositionTable table ->
          new PositionTable(
              table.id(),
              table.title(),
              table.population(),
              table.measure(),
              table.measureLabel(),
              kept.stream().map(table.rows()::get).toList());
      case ConcentrationTable table ->
          new ConcentrationTable(
              table.id(),
              table.title(),
              table.population(),
              table.measure(),
              table.measureLabel(),
              kept.stream().map(table.rows()::get).toList());
      case StatisticTable table ->
          new StatisticTable(
              table.id(),
              table.title(),
              table.population(),
              kept.stream().map(table.rows()::get).toList());
      case RatioTable table ->
          new RatioTable(
              table.id(),
              table.title(),
              table.population(),
              table.variable(),
              table.outcome(),
              table.caseCode(),
              table.otherCode(),
              kept.stream().map(table.rows()::get).toList());
      case FrequencyTable _,
          MagnitudeTable _,
          EstimateTable _,
          FlowOutput _,
          BinnedFigure _,
          SegmentTable _,
          SurvivalTable _,
          IncidenceTable _,
          RegressionTable _,
          ForestSummary _ ->
          output;
    };
  }
}
