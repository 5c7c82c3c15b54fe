// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.report.Block;

/** What the gate itself left out of an output, as a repair that it has accepted already. */
final class LeftOut {
  private LeftOut() {}

  static Repair of(StatisticalOutput output, Block.Table rest, Change.Then then) {
    Optional<TableView> table = TableView.of(output).filter(view -> !(output instanceof RowOutput));
    boolean single = table.filter(view -> view.columns().categories().size() == 1).isPresent();
    List<String> figures = new ArrayList<>();
    for (List<String> row : rest.rows()) {
      // With one column its total says the same again.
      if (!single || !row.get(1).equals(Dimension.TOTAL)) {
        figures.addAll(marked(rest, row));
      }
    }
    Loss loss =
        table
            .map(view -> view.loss(figures.size(), (i, j) -> hides(rest, view, i, j)))
            .orElse(new Loss(figures.size(), 0, 0));
    return new Repair(output.id(), List.of(new Change.LeaveOut(figures, then)), loss);
  }

  /** Whether a figure other than zero is still shown. */
  static boolean leavesSomething(Block.Table rest) {
    for (List<String> row : rest.rows()) {
      for (int column = 0; column < row.size(); column++) {
        boolean figure = rest.columns().get(column).numeric();
        if (figure && row.get(column).chars().anyMatch(c -> c >= '1' && c <= '9')) {
          return true;
        }
      }
    }
    return false;
  }

  /** The figures of a row that are marked, by the texts of the row and their headings. */
  private static List<String> marked(Block.Table table, List<String> row) {
    List<String> names = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      Block.Column heading = table.columns().get(column);
      if (!heading.numeric() && !row.get(column).isEmpty()) {
        names.add(row.get(column));
      } else if (row.get(column).equals(Releasable.MARK)) {
        headings.add(heading.heading());
      }
    }
    return headings.stream().map(heading -> String.join(" / ", names) + ": " + heading).toList();
  }

  /** The rows of a table come row by row, each with its total. */
  private static boolean hides(Block.Table table, TableView view, int i, int j) {
    int width = view.columns().categories().size() + 1;
    return table.rows().get(i * width + j).contains(Releasable.MARK);
  }
}
