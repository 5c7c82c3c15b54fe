// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.meent.disclosure.output.RowOutput;

/**
 * The numbers of units behind rows on one measure. Where everybody's value is known they are the
 * units of each group; otherwise those of each group whose value is known, which is another number,
 * and the difference is a cell of its own.
 */
final class KnownUnits {
  private final RowOutput output;
  private final String measure;
  private final SequencedMap<SortedMap<String, String>, Long> units = new LinkedHashMap<>();

  private KnownUnits(RowOutput output, String measure) {
    this.output = output;
    this.measure = measure;
  }

  static <R> KnownUnits of(
      RowOutput output,
      String measure,
      List<R> rows,
      Function<R, SortedMap<String, String>> group,
      ToLongFunction<R> count) {
    KnownUnits known = new KnownUnits(output, measure);
    rows.forEach(row -> known.units.put(group.apply(row), count.applyAsLong(row)));
    return known;
  }

  SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    units.forEach((group, count) -> counts.put(key(group), count));
    return counts;
  }

  CellKey key(SortedMap<String, String> group) {
    CellKey all = RequestCells.units(output, group);
    return ofEverybody() ? all : all.with(measure + " known", "yes");
  }

  /** Whether the groups of some variable, or the whole, add up to the population. */
  private boolean ofEverybody() {
    Map<Set<String>, Long> byVariable = new LinkedHashMap<>();
    units.forEach((group, count) -> byVariable.merge(group.keySet(), count, Long::sum));
    return byVariable.containsValue(output.population().units());
  }
}
