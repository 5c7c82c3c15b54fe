// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.meent.disclosure.output.Population;

/**
 * Names the populations of outputs that do not name their own. With the records, outputs on the
 * same records speak of the same people, and a population lies within the smallest other one that
 * holds all of its records. Without them, outputs on equally many units are taken to speak of the
 * same people, so that they are protected together: where that is chance, the judgement is stricter
 * than it needs to be.
 */
final class Populations {
  private final OptionalInt records;
  private final Map<Long, String> names = new LinkedHashMap<>();
  private final Map<BitSet, String> sets = new LinkedHashMap<>();

  /**
   * No populations yet.
   *
   * @param records how many records there are, where they are given
   */
  Populations(OptionalInt records) {
    this.records = records;
  }

  /** The population of so many units. */
  Population of(Sheet sheet, long units) {
    if (records.isPresent() && records.getAsInt() == units) {
      BitSet all = new BitSet();
      all.set(0, records.getAsInt());
      return of(sheet, all);
    }
    String stated = sheet.free("population", "");
    String id = stated.isEmpty() ? names.computeIfAbsent(units, n -> next()) : stated;
    return new Population(id, id, units, sheet.free("within", ""));
  }

  /** The population of these records. */
  Population of(Sheet sheet, BitSet who) {
    String stated = sheet.free("population", "");
    String id = stated.isEmpty() ? sets.computeIfAbsent(who, set -> next()) : stated;
    sets.putIfAbsent(who, id);
    String within = sheet.free("within", "");
    return new Population(id, id, who.cardinality(), within.isEmpty() ? around(who, id) : within);
  }

  private String around(BitSet who, String id) {
    String around = "";
    int fewest = Integer.MAX_VALUE;
    for (Map.Entry<BitSet, String> other : sets.entrySet()) {
      BitSet outside = (BitSet) who.clone();
      outside.andNot(other.getKey());
      int units = other.getKey().cardinality();
      if (outside.isEmpty() && units > who.cardinality() && units < fewest) {
        fewest = units;
        around = other.getValue();
      }
    }
    return around.equals(id) ? "" : around;
  }

  private String next() {
    return "population " + (names.size() + sets.size() + 1);
  }
}
