// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.List;
import java.util.Optional;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.BinnedFigure.Bin;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.SegmentTable.Segment;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalTable;

/**
 * What repairs need to know of a table, whatever it shows.
 *
 * @param rows its rows
 * @param columns its columns
 * @param units units of each cell
 * @param weight what each cell is worth: its amount, or its units where nothing is measured
 */
record TableView(
    Dimension rows, Dimension columns, List<List<Long>> units, List<List<Long>> weight) {

  /** Not a variable: nothing hangs on it, and merging it means nothing. */
  static final String EVERYBODY = "everybody";

  /** The view of an output, if it is a table with codes that can be merged. */
  static Optional<TableView> of(StatisticalOutput output) {
    if (output instanceof FrequencyTable table) {
      List<List<Long>> units = table.evidence().units();
      return Optional.of(new TableView(table.rows(), table.columns(), units, units));
    }
    if (output instanceof MagnitudeTable table) {
      List<List<MagnitudeCell>> cells = table.evidence().cells();
      return Optional.of(
          new TableView(
              table.rows(),
              table.columns(),
              cells.stream().map(row -> row.stream().map(MagnitudeCell::units).toList()).toList(),
              cells.stream()
                  .map(row -> row.stream().map(MagnitudeCell::absoluteSum).toList())
                  .toList()));
    }
    if (output instanceof BinnedFigure figure) {
      return Optional.of(
          groups(dimension(figure), figure.bins().stream().map(Bin::evidence).toList()));
    }
    if (output instanceof SegmentTable table) {
      return Optional.of(
          groups(dimension(table), table.segments().stream().map(Segment::evidence).toList()));
    }
    if (output instanceof RatioTable table) {
      return MergedRows.groups(table)
          .map(
              groups ->
                  counts(
                      groups,
                      List.of(table.caseCode(), table.otherCode()),
                      MergedRows.units(table, groups)));
    }
    if (output instanceof SurvivalTable table) {
      return MergedRows.groups(table)
          .map(
              groups ->
                  counts(groups, List.of("event", "censored", "at risk"), MergedRows.units(table)));
    }
    return Optional.empty();
  }

  private static TableView counts(Dimension groups, List<String> columns, List<List<Long>> units) {
    return new TableView(groups, new Dimension(EVERYBODY, EVERYBODY, columns), units, units);
  }

  /** The bins as codes. */
  static Dimension dimension(BinnedFigure figure) {
    return new Dimension(
        figure.variable(), figure.label(), figure.bins().stream().map(Bin::code).toList());
  }

  /** The segments as codes. */
  static Dimension dimension(SegmentTable table) {
    return new Dimension(
        table.variable(), table.variable(), table.segments().stream().map(Segment::code).toList());
  }

  /** One row per group, with a column per arm, or one where arms play no part. */
  private static TableView groups(Dimension rows, List<GroupEvidence> groups) {
    List<String> arms = List.copyOf(groups.getFirst().arms().keySet());
    Dimension columns = new Dimension(EVERYBODY, EVERYBODY, arms.isEmpty() ? List.of("all") : arms);
    List<List<Long>> units =
        groups.stream()
            .map(
                group ->
                    arms.isEmpty() ? List.of(group.units()) : List.copyOf(group.arms().values()))
            .toList();
    return new TableView(rows, columns, units, units);
  }

  long figures() {
    return (long) rows.categories().size() * columns.categories().size();
  }

  /** Cells with fewer units than the minimum, but not none. */
  long small(long minimum) {
    return units.stream().flatMap(List::stream).filter(n -> n > 0 && n < minimum).count();
  }

  /** The units and their share of the weight in the cells that a test picks out. */
  Loss loss(long figures, Picked picked) {
    long lost = 0;
    double part = 0;
    double whole = 0;
    for (int i = 0; i < units.size(); i++) {
      for (int j = 0; j < units.get(i).size(); j++) {
        whole += weight.get(i).get(j);
        if (picked.is(i, j)) {
          lost += units.get(i).get(j);
          part += weight.get(i).get(j);
        }
      }
    }
    return new Loss(figures, lost, whole == 0 ? 0 : part / whole);
  }

  /** Picks out cells by row and column. */
  interface Picked {
    /** Whether a cell is picked out. */
    boolean is(int row, int column);
  }
}
