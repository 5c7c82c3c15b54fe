// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.rule.Limit;

/**
 * Finds cells that hold nearly everybody of their row or column: of whoever is known to be in the
 * row the column is known. Rows and columns with too few units are left out elsewhere; totals are
 * not judged, for being in the population says nothing more.
 */
final class GroupDisclosure {
  private final Limit limit;
  private final long minimum;
  private final Protection protection;

  GroupDisclosure(Limit limit, long minimum, Protection protection) {
    this.limit = limit;
    this.minimum = minimum;
    this.protection = protection;
  }

  List<Finding> of(FrequencyTable table) {
    List<Finding> findings = new ArrayList<>();
    for (TablePlace place : TablePlace.of(table.rows(), table.columns())) {
      if (place.inner()) {
        check(table, place, table.rows(), table.columns(), findings);
        check(table, place, table.columns(), table.rows(), findings);
      }
    }
    return findings;
  }

  /** Whether those with this code of one variable nearly all have this code of the other. */
  private void check(
      FrequencyTable table, TablePlace place, Dimension by, Dimension of, List<Finding> findings) {
    if (of.categories().size() == 1) {
      return;
    }
    SortedMap<String, String> codes = new TreeMap<>();
    codes.put(by.variable(), place.codes().getOrDefault(by.variable(), ""));
    TablePlace margin =
        by.equals(table.rows())
            ? new TablePlace(place.row(), -1, codes)
            : new TablePlace(-1, place.column(), codes);
    long whole = margin.count(table.evidence().units());
    long part = place.count(table.evidence().units());
    boolean much =
        BigDecimal.valueOf(part).compareTo(limit.value().multiply(BigDecimal.valueOf(whole))) > 0;
    CellKey key = RequestCells.units(table, place.codes());
    if (whole >= minimum && much && !protection.hidesCount(key)) {
      findings.add(
          Finding.of(
              limit.id(),
              limit.verdict(),
              table.id() + ": " + CellKey.subject(codes) + " > " + key.subject(),
              "group.found",
              limit.value().toPlainString()));
    }
  }
}
