// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A count that rises along a number: units below an edge, events by a time. Two outputs may show it
 * at other places, and the difference of two neighbouring ones is a count that anybody can compute.
 *
 * @param base whom it counts
 * @param variable name of the number
 * @param code which of those at the number are counted
 * @param at the place
 * @param cell the count up to that place
 */
record Rising(CellKey base, String variable, String code, double at, CellKey cell) {

  /** What two counts must share to be points of one line. */
  private record Line(CellKey base, String variable, String code) {}

  /** The count between two places. */
  static CellKey between(CellKey base, String variable, String code, double from, double to) {
    return base.with(variable + " from " + place(from) + " to " + place(to), code);
  }

  /** A place without needless decimals. */
  static String place(double at) {
    return at == StrictMath.rint(at) && Math.abs(at) < 1e15
        ? String.valueOf((long) at)
        : String.valueOf(at);
  }

  /** Adds the difference of each two neighbouring counts of a line. */
  static void relate(CellSystem system, List<Rising> counts) {
    SequencedMap<Line, List<Rising>> lines = new LinkedHashMap<>();
    for (Rising count : counts) {
      lines
          .computeIfAbsent(
              new Line(count.base, count.variable, count.code), line -> new ArrayList<>())
          .add(count);
    }
    for (List<Rising> line : lines.values()) {
      line.sort(Comparator.comparingDouble(Rising::at));
      for (int i = 1; i < line.size(); i++) {
        if (line.get(i - 1).at < line.get(i).at) {
          line.get(i - 1).relate(system, line.get(i));
        }
      }
    }
  }

  private void relate(CellSystem system, Rising next) {
    CellKey between = between(base, variable, code, at, next.at);
    system.infer(between, system.value(next.cell) - system.value(cell), variable);
    system.relate(List.of(next.cell, cell, between), List.of(1, -1, -1));
  }
}
