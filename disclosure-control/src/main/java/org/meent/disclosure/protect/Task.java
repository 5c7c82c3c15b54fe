// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.meent.protocols.run.RandomStream;

/**
 * What is to be protected, in the form in which the search uses it.
 *
 * @param demands one per primary cell, ascending by cell
 * @param primary which cells are primary
 * @param usable which cells may be left out beside them
 * @param cost what each cell costs as a secondary
 */
record Task(
    LinearTable table,
    Incidence incidence,
    Floors floors,
    Standard standard,
    List<Demand> demands,
    InsiderIndex insiders,
    boolean[] primary,
    boolean[] usable,
    double[] cost) {

  static Task of(
      LinearTable table,
      Standard standard,
      List<Demand> demands,
      InsiderIndex insiders,
      boolean[] usable,
      double[] cost) {
    boolean[] primary = new boolean[table.size()];
    boolean[] movable = usable.clone();
    for (Demand demand : demands) {
      if (demand.cell() < 0 || demand.cell() >= table.size() || primary[demand.cell()]) {
        throw new IllegalArgumentException("a demand names no cell, or a cell twice");
      }
      primary[demand.cell()] = true;
      movable[demand.cell()] = true;
    }
    Floors floors = new Floors(table);
    List<Demand> possible = demands.stream().map(floors::within).toList();
    Incidence incidence = new Incidence(table, movable);
    return new Task(table, incidence, floors, standard, possible, insiders, primary, usable, cost);
  }

  /** A new attempt that starts from a pattern and may use more cells. */
  Attempt attempt(boolean[] start, boolean[] more) {
    WorkingPattern pattern = new WorkingPattern(table, primary, start, more, cost);
    return new Attempt(
        pattern, new Protector(table, incidence, floors, standard, demands, insiders, pattern));
  }

  /** First the neediest first; in later starts any order, always the same for the same start. */
  List<Demand> order(int start) {
    List<Demand> sorted =
        demands.stream()
            .sorted(
                Comparator.comparingLong((Demand demand) -> -demand.lower() - demand.upper())
                    .thenComparing(Demand::cell))
            .toList();
    if (start <= 0) {
      return sorted;
    }
    int[] places = new int[sorted.size()];
    Arrays.setAll(places, i -> i);
    RandomStream.of(start, "order of primaries").shuffle(places, places.length);
    return Arrays.stream(places).mapToObj(sorted::get).toList();
  }
}
