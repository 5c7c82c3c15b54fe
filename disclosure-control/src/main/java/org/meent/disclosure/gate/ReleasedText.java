// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.report.Block.Column;

/** Writes what may leave of an output, as text. */
final class ReleasedText {
  private final Protection protection;
  private final EstimateRows estimates;
  private final Judging judging;
  private final FigureFormat format;

  ReleasedText(Judging judging, EstimateRows estimates) {
    this.judging = judging;
    this.protection = judging.protection();
    this.estimates = estimates;
    this.format = new FigureFormat(judging.rules());
  }

  Releasable of(StatisticalOutput output) {
    return switch (output) {
      case FrequencyTable table -> frequencies(table);
      case MagnitudeTable table -> means(table);
      case EstimateTable table -> estimates(table);
      case FlowOutput flow -> flow(flow);
      case RowOutput rows -> rows(rows);
    };
  }

  private Releasable rows(RowOutput output) {
    Reading reading = RowRule.of(output).read(judging);
    return made(
        output, reading.kind(), reading.columns(), new RowText(protection, format).of(reading));
  }

  /** Whether at least one figure is left in it. */
  static boolean showsAnything(Releasable releasable) {
    for (int i = 0; i < releasable.rows().size(); i++) {
      for (int j = 0; j < releasable.columns().size(); j++) {
        if (releasable.columns().get(j).numeric() && releasable.figure(i, j).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private Releasable frequencies(FrequencyTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (TablePlace place : TablePlace.of(table.rows(), table.columns())) {
      rows.add(
          List.of(
              place.shown(table.rows()),
              place.shown(table.columns()),
              count(
                  RequestCells.units(table, place.codes()),
                  place.count(table.evidence().units()))));
    }
    List<Column> columns =
        List.of(
            text(table.rows().variable()), text(table.columns().variable()), number(table.unit()));
    return made(table, Releasable.Kind.FREQUENCY_TABLE, columns, rows);
  }

  private Releasable means(MagnitudeTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (TablePlace place : TablePlace.of(table.rows(), table.columns())) {
      MagnitudeCell cell = place.cell(table.evidence().cells());
      CellKey units = RequestCells.units(table, place.codes());
      boolean hidden = protection.hidesMean(table.measure(), RequestCells.sum(table, place), units);
      String mean =
          hidden
              ? Releasable.MARK
              : cell.units() == 0 ? "" : format.mean(cell.sum(), table.scale(), cell.units());
      rows.add(
          List.of(
              place.shown(table.rows()),
              place.shown(table.columns()),
              mean,
              count(units, cell.units())));
    }
    List<Column> columns =
        List.of(
            text(table.rows().variable()),
            text(table.columns().variable()),
            number("mean_" + table.measure()),
            number("units"));
    return made(table, Releasable.Kind.MAGNITUDE_TABLE, columns, rows);
  }

  private Releasable estimates(EstimateTable table) {
    List<List<String>> rows = new ArrayList<>();
    StandingColumns standing = new StandingColumns(table, format);
    for (int i = 0; i < table.rows().size(); i++) {
      Estimate row = table.rows().get(i);
      boolean hidden = estimates.hidden(table, i).isPresent();
      List<String> cells =
          new ArrayList<>(
              List.of(
                  row.method(),
                  row.estimand(),
                  row.arm(),
                  row.reference(),
                  CellKey.subject(row.group())));
      cells.addAll(figures(row.result(), hidden));
      cells.add(count(RequestCells.treated(table, row), row.evidence().treated()));
      cells.add(count(RequestCells.controls(table, row), row.evidence().controls()));
      cells.add(
          switch (row.result()) {
            case Estimate.Estimated estimated -> "";
            case Estimate.Refused refused -> refused.reason();
          });
      cells.addAll(standing.cells(row, hidden));
      rows.add(cells);
    }
    List<Column> columns = new ArrayList<>(estimateColumns());
    columns.addAll(standing.columns());
    return made(table, Releasable.Kind.ESTIMATE_TABLE, columns, rows);
  }

  private static List<Column> estimateColumns() {
    return List.of(
        text("method"),
        text("estimand"),
        text("arm"),
        text("reference"),
        text("group"),
        number("estimate"),
        number("standard_error"),
        number("lower"),
        number("upper"),
        number("treated"),
        number("controls"),
        text("refused_by"));
  }

  private List<String> figures(Estimate.Result result, boolean hidden) {
    return switch (result) {
      case Estimate.Refused refused -> List.of("", "", "", "");
      case Estimate.Estimated estimated when hidden ->
          List.of(Releasable.MARK, Releasable.MARK, Releasable.MARK, Releasable.MARK);
      case Estimate.Estimated estimated ->
          List.of(
              format.text(estimated.value()),
              format.text(estimated.standardError()),
              format.text(estimated.lower()),
              format.text(estimated.upper()));
    };
  }

  private Releasable flow(FlowOutput flow) {
    List<List<String>> rows = new ArrayList<>();
    for (FlowPlace place : RequestCells.places(flow)) {
      rows.add(
          List.of(
              place.track(),
              String.valueOf(place.number()),
              place.step(),
              place.part().label(),
              place.reason(),
              count(place.key(), place.value())));
    }
    List<Column> columns =
        List.of(
            text("track"),
            text("number"),
            text("step"),
            text("part"),
            text("reason"),
            number(flow.unit()));
    return made(flow, Releasable.Kind.FLOW, columns, rows);
  }

  private Releasable made(
      StatisticalOutput output,
      Releasable.Kind kind,
      List<Column> columns,
      List<List<String>> rows) {
    String units = count(RequestCells.total(output.population()), output.population().units());
    String population = output.population().definition() + " (N = " + units + ")";
    return new Releasable(output.id(), kind, output.title(), population, columns, rows);
  }

  private String count(CellKey key, long value) {
    return protection.hidesCount(key) ? Releasable.MARK : String.valueOf(value);
  }

  private static Column text(String heading) {
    return new Column(heading, false);
  }

  private static Column number(String heading) {
    return new Column(heading, true);
  }
}
