// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.meent.disclosure.output.Dimension;

/**
 * Which number it is, in whatever output it is shown: two outputs that show the same number have
 * the same key, and are protected together.
 *
 * @param space what is added up over whom, such as the units of a population
 * @param codes code by variable; empty for the total
 */
record CellKey(String space, SortedMap<String, String> codes) {
  CellKey {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
  }

  static String units(String population) {
    return "units of " + population;
  }

  static String sum(String measure, String population) {
    return "sum of " + measure + " over " + population;
  }

  static String flow(String output) {
    return "flow " + output;
  }

  /** Whether it is a number of a flow. */
  boolean inFlow() {
    return space.startsWith(flow(""));
  }

  /** The same total in another space. */
  CellKey in(String other) {
    return new CellKey(other, codes);
  }

  /** This cell, narrowed by one variable. */
  CellKey with(String variable, String code) {
    TreeMap<String, String> narrowed = new TreeMap<>(codes);
    narrowed.put(variable, code);
    return new CellKey(space, narrowed);
  }

  /** Whether every unit of the other cell is in this one. */
  boolean holds(CellKey other) {
    return space.equals(other.space) && other.codes.entrySet().containsAll(codes.entrySet());
  }

  /** The cell by its labels. */
  String subject() {
    return subject(codes);
  }

  static String subject(SortedMap<String, String> codes) {
    return codes.isEmpty()
        ? Dimension.TOTAL
        : codes.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  static String shown(String code) {
    return code.isEmpty() ? Dimension.UNKNOWN : code;
  }
}
