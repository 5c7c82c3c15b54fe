// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.SortedMap;
import org.meent.disclosure.output.StatisticalOutput;

/**
 * Which number of units stands behind a figure on a measure: those of a group whose value is known.
 * Where some are unknown, the difference from the whole group is a cell of its own.
 */
final class GroupCount {
  private GroupCount() {}

  static CellKey of(
      StatisticalOutput output, SortedMap<String, String> group, String measure, long units) {
    CellKey all = RequestCells.units(output, group);
    boolean everybody = group.isEmpty() && units == output.population().units();
    return everybody ? all : all.with(measure + " known", "yes");
  }
}
