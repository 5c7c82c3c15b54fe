// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Standing;
import org.meent.disclosure.report.Block.Column;

/**
 * What an estimate table says of the family its rows were declared in; nothing if there was none.
 * Ends of simultaneous intervals are the row's own interval, longer in a proportion that all rows
 * share, so they are left out where the row is and tell nothing more where it is not. An adjusted
 * p-value can be another row's; only whether it is small enough leaves.
 */
final class StandingColumns {
  private final boolean declared;
  private final boolean simultaneous;
  private final boolean discovery;
  private final FigureFormat format;

  StandingColumns(EstimateTable table, FigureFormat format) {
    List<Standing> all = table.rows().stream().map(Estimate::standing).toList();
    this.declared = all.stream().anyMatch(one -> !(one instanceof Standing.Alone));
    this.simultaneous = all.stream().anyMatch(Standing.Simultaneous.class::isInstance);
    this.discovery = all.stream().anyMatch(Standing.Discovery.class::isInstance);
    this.format = format;
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    if (declared) {
      columns.add(new Column("family", false));
    }
    if (simultaneous) {
      columns.add(new Column("family_lower", true));
      columns.add(new Column("family_upper", true));
    }
    if (discovery) {
      columns.add(new Column("found_in_family", false));
    }
    return columns;
  }

  List<String> cells(Estimate row, boolean hidden) {
    List<String> cells = new ArrayList<>();
    if (declared) {
      cells.add(stamp(row));
    }
    if (simultaneous) {
      cells.addAll(ends(row.standing(), hidden));
    }
    if (discovery) {
      cells.add(found(row.standing(), hidden));
    }
    return cells;
  }

  private static String stamp(Estimate row) {
    if (row.result() instanceof Estimate.Refused) {
      return "";
    }
    return switch (row.standing()) {
      case Standing.Alone alone -> "";
      case Standing.Exploratory exploratory -> "exploratory";
      case Standing.Simultaneous ends -> "declared";
      case Standing.Discovery found -> "declared";
    };
  }

  private List<String> ends(Standing standing, boolean hidden) {
    return switch (standing) {
      case Standing.Simultaneous ends when hidden -> List.of(Releasable.MARK, Releasable.MARK);
      case Standing.Simultaneous ends ->
          List.of(format.text(ends.lower()), format.text(ends.upper()));
      case Standing.Alone alone -> List.of("", "");
      case Standing.Exploratory exploratory -> List.of("", "");
      case Standing.Discovery found -> List.of("", "");
    };
  }

  private static String found(Standing standing, boolean hidden) {
    return switch (standing) {
      case Standing.Discovery found when hidden -> Releasable.MARK;
      case Standing.Discovery found -> found.found() ? "yes" : "no";
      case Standing.Alone alone -> "";
      case Standing.Exploratory exploratory -> "";
      case Standing.Simultaneous ends -> "";
    };
  }
}
