// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Figure;
import org.meent.disclosure.report.Figure.Curves;
import org.meent.disclosure.report.Figure.Dots;
import org.meent.disclosure.report.Figure.Ends;
import org.meent.disclosure.report.Figure.FlowChart;
import org.meent.disclosure.report.Figure.Hundred;
import org.meent.disclosure.report.Figure.Intervals;
import org.meent.disclosure.report.Figure.MirroredHistogram;
import org.meent.disclosure.report.Figure.Point;
import org.meent.disclosure.report.Figure.Series;

/**
 * The same figure as a table, for those who cannot see it and for formats without pictures. It
 * carries the digits that the figure shows, and no more.
 */
final class FigureTable {
  private FigureTable() {}

  static Table of(String caption, Figure figure, Words words) {
    return switch (figure) {
      case Intervals f -> intervals(caption, f, words);
      case MirroredHistogram f -> histogram(caption, f, words);
      case Dots f -> dots(caption, f, words);
      case Curves f -> curves(caption, f, words);
      case Hundred f -> hundred(caption, f, words);
      case FlowChart f -> flow(caption, f, words);
      case Ends f -> ends(caption, f, words);
    };
  }

  private static Table intervals(String caption, Intervals figure, Words words) {
    FigureNumbers numbers = IntervalsDrawing.numbers(figure);
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column(words.get("interval.label"), false),
                new Column(words.get("interval.value") + " (" + figure.axis() + ")", true),
                new Column(words.get("interval.lower"), true),
                new Column(words.get("interval.upper"), true)));
    boolean outer = figure.lines().stream().anyMatch(Figure.Line::hasOuter);
    if (outer) {
      columns.add(new Column(words.get("interval.outer-lower"), true));
      columns.add(new Column(words.get("interval.outer-upper"), true));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Figure.Line line : figure.lines()) {
      List<String> row = new ArrayList<>();
      row.add(line.label());
      row.add(numbers.text(line.value()));
      row.add(numbers.text(line.lower()));
      row.add(numbers.text(line.upper()));
      if (outer) {
        row.add(numbers.text(line.outerLower()));
        row.add(numbers.text(line.outerUpper()));
      }
      rows.add(row);
    }
    return new Table(caption, columns, rows);
  }

  private static Table histogram(String caption, MirroredHistogram figure, Words words) {
    FigureNumbers numbers = HistogramDrawing.edges(figure);
    List<List<String>> rows = new ArrayList<>();
    for (int bin = 0; bin < figure.upper().size(); bin++) {
      rows.add(
          List.of(
              numbers.text(figure.edges().get(bin)),
              numbers.text(figure.edges().get(bin + 1)),
              Long.toString(figure.upper().get(bin)),
              Long.toString(figure.lower().get(bin))));
    }
    return new Table(
        caption,
        List.of(
            new Column(figure.axis() + ", " + words.get("histogram.from"), true),
            new Column(words.get("histogram.to"), true),
            new Column(figure.upperLabel(), true),
            new Column(figure.lowerLabel(), true)),
        rows);
  }

  private static Table dots(String caption, Dots figure, Words words) {
    FigureNumbers numbers = DotsDrawing.numbers(figure);
    return new Table(
        caption,
        List.of(
            new Column(words.get("dots.row"), false),
            new Column(figure.beforeLabel(), true),
            new Column(figure.afterLabel(), true)),
        figure.points().stream()
            .map(p -> List.of(p.label(), numbers.text(p.before()), numbers.text(p.after())))
            .toList());
  }

  private static Table curves(String caption, Curves figure, Words words) {
    FigureNumbers across = CurvesDrawing.across(figure);
    FigureNumbers up = CurvesDrawing.up(figure);
    List<List<String>> rows = new ArrayList<>();
    for (Series series : figure.series()) {
      for (Point point : series.points()) {
        rows.add(List.of(series.label(), across.text(point.x()), up.text(point.y())));
      }
    }
    return new Table(
        caption,
        List.of(
            new Column(words.get("curves.label"), false),
            new Column(figure.across(), true),
            new Column(figure.up(), true)),
        rows);
  }

  private static Table hundred(String caption, Hundred figure, Words words) {
    return new Table(
        caption,
        List.of(
            new Column(words.get("hundred.part"), false),
            new Column(words.get("hundred.count"), true)),
        figure.parts().stream().map(p -> List.of(p.label(), Integer.toString(p.count()))).toList());
  }

  private static Table flow(String caption, FlowChart figure, Words words) {
    return new Table(
        caption,
        List.of(
            new Column(words.get("flow.step"), false),
            new Column(words.get("flow.count"), true),
            new Column(words.get("flow.asides"), false)),
        figure.steps().stream()
            .map(s -> List.of(s.label(), s.count(), String.join("; ", s.asides())))
            .toList());
  }

  private static Table ends(String caption, Ends figure, Words words) {
    return new Table(
        caption,
        List.of(
            new Column(words.get("ends.whom"), false),
            new Column(words.get("ends.gives"), false),
            new Column(words.get("ends.count"), true)),
        figure.ends().stream()
            .map(
                end ->
                    List.of(
                        end.conditions().isEmpty()
                            ? figure.everybody()
                            : String.join(", ", end.conditions()),
                        end.gives(),
                        end.count()))
            .toList());
  }

  /** The rows as sentences, for the description of a figure. */
  static String inWords(Table table) {
    return String.join(
        ". ",
        table.rows().stream()
            .map(
                row ->
                    String.join(
                        ", ",
                        Stream.iterate(0, i -> i < row.size(), i -> i + 1)
                            .filter(i -> !row.get(i).isEmpty())
                            .map(
                                i ->
                                    i == 0
                                        ? row.get(i)
                                        : table.columns().get(i).heading() + " " + row.get(i))
                            .toList()))
            .toList());
  }
}
