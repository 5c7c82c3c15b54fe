// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.List;
import java.util.Optional;
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
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.Statistic;
import org.meent.disclosure.output.StatisticTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalTable;

/** The rows of an output that can stay or go one by one. */
final class Rows {
  private Rows() {}

  /** How many figures an output has that stand in rows; 0 where its rows hang together. */
  static int of(StatisticalOutput output) {
    return names(output).size();
  }

  /** The rows by their names; none where rows hang together. */
  static List<String> names(StatisticalOutput output) {
    return switch (output) {
      case PositionTable table -> table.rows().stream().map(Rows::name).toList();
      case ConcentrationTable table -> table.rows().stream().map(Rows::name).toList();
      case StatisticTable table -> table.rows().stream().map(Rows::name).toList();
      case RatioTable table -> table.rows().stream().map(Rows::name).toList();
      case SurvivalTable table ->
          table.curves().stream().map(curve -> group(curve.group().toString())).toList();
      case FrequencyTable _,
          MagnitudeTable _,
          EstimateTable _,
          FlowOutput _,
          BinnedFigure _,
          IncidenceTable _,
          SegmentTable _,
          RegressionTable _,
          ForestSummary _ ->
          List.of();
    };
  }

  private static String name(Position row) {
    return word(row.point()) + (row.share() > 0 ? " " + row.share() : "") + in(row.group());
  }

  private static String name(Concentration row) {
    return word(row.index()) + (row.largest() > 0 ? " " + row.largest() : "") + in(row.group());
  }

  private static String name(Statistic row) {
    return word(row.measure()) + " " + row.of() + in(row.group());
  }

  private static String name(Ratio row) {
    return word(row.measure()) + " " + row.group() + "/" + row.reference() + in(row.among());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String in(java.util.SortedMap<String, String> group) {
    return group.isEmpty() ? "" : " " + group(group.toString());
  }

  private static String group(String codes) {
    return codes.equals("{}") ? "Total" : codes.substring(1, codes.length() - 1);
  }

  /** The output with these rows only; none where rows hang together. */
  static Optional<StatisticalOutput> with(StatisticalOutput output, List<Integer> kept) {
    return switch (output) {
      case PositionTable table ->
          Optional.of(
              new PositionTable(
                  table.id(),
                  table.title(),
                  table.population(),
                  table.measure(),
                  table.measureLabel(),
                  kept.stream().map(table.rows()::get).toList()));
      case ConcentrationTable table ->
          Optional.of(
              new ConcentrationTable(
                  table.id(),
                  table.title(),
                  table.population(),
                  table.measure(),
                  table.measureLabel(),
                  kept.stream().map(table.rows()::get).toList()));
      case StatisticTable table ->
          Optional.of(
              new StatisticTable(
                  table.id(),
                  table.title(),
                  table.population(),
                  kept.stream().map(table.rows()::get).toList()));
      case RatioTable table ->
          Optional.of(
              new RatioTable(
                  table.id(),
                  table.title(),
                  table.population(),
                  table.variable(),
                  table.outcome(),
                  table.caseCode(),
                  table.otherCode(),
                  kept.stream().map(table.rows()::get).toList()));
      case SurvivalTable table ->
          Optional.of(
              new SurvivalTable(
                  table.id(),
                  table.title(),
                  table.population(),
                  table.event(),
                  table.eventLabel(),
                  table.timeLabel(),
                  kept.stream().map(table.curves()::get).toList()));
      case FrequencyTable _,
          MagnitudeTable _,
          EstimateTable _,
          FlowOutput _,
          BinnedFigure _,
          IncidenceTable _,
          SegmentTable _,
          RegressionTable _,
          ForestSummary _ ->
          Optional.empty();
    };
  }
}
