// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What rows of all kinds have in common: a code by variable that their units share. */
final class Groups {
  private Groups() {}

  static SortedMap<String, String> copy(SortedMap<String, String> group) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(group));
  }

  /** Checks that there are rows, and that none has more units than the population. */
  static <R> List<R> rows(String id, Population population, List<R> rows, ToLongFunction<R> units) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("output " + id + " has no rows");
    }
    if (rows.stream().mapToLong(units).anyMatch(n -> n > population.units())) {
      throw new IllegalArgumentException(
          "output " + id + ": a row has more units than the population");
    }
    return List.copyOf(rows);
  }

  /** Checks that rows of one group agree on its number of units. */
  static <R> void agree(
      String id, List<R> rows, Function<R, SortedMap<String, String>> group, ToLongFunction<R> n) {
    TreeMap<String, Long> units = new TreeMap<>();
    for (R row : rows) {
      Long before = units.put(group.apply(row).toString(), n.applyAsLong(row));
      if (before != null && before != n.applyAsLong(row)) {
        throw new IllegalArgumentException(
            "output " + id + ": rows of one group have different numbers of units");
      }
    }
  }
}
