// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;
import org.meent.disclosure.report.Block.Verdict;

/**
 * One row of an output as it would leave, with what the rules say of it.
 *
 * @param name the row by its labels
 * @param items what stands in its cells
 * @param behind the counts that its figures give away: where one is left out, they are
 * @param concerns what the rules say of it
 */
record Row(String name, List<Item> items, List<CellKey> behind, List<Concern> concerns) {
  Row {
    items = List.copyOf(items);
    behind = List.copyOf(behind);
    concerns = List.copyOf(concerns);
  }

  /** Whether a rule forbids its figures. */
  boolean forbidden() {
    return concerns.stream().anyMatch(concern -> concern.verdict() == Verdict.FAIL);
  }

  /** Whether its figures are left out, by a rule or for a count behind them. */
  boolean hidden(Protection protection) {
    return forbidden() || behind.stream().anyMatch(protection::hidesCount);
  }
}
