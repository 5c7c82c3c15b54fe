// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Coarser codes in one dimension, and what that does to the table.
 *
 * @param kind what is done
 * @param dimension the dimension; empty for the table as it is
 * @param into the new code of each code that changes
 * @param cells number of cells of the recoded table
 * @param primaries how many of them are sensitive
 * @param secondaries how many have to be left out beside these
 * @param hidden sum of the values of the secondary cells, in the table's units
 * @param protectable whether a pattern was found that protects the sensitive cells
 */
public record Recoding(
    Kind kind,
    String dimension,
    SequencedMap<String, String> into,
    int cells,
    int primaries,
    int secondaries,
    long hidden,
    boolean protectable) {

  /** What is done to the codes. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** Some codes with the same codes above them become one. */
    MERGE,
    /** The highest bands become one. */
    TOP_CODE,
    /** The finest level goes. */
    COARSER
  }

  /** Copies, keeping the order. */
  public Recoding {
    into = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(into));
  }

  /** The codes that change, in order. */
  public List<String> codes() {
    return List.copyOf(into.sequencedKeySet());
  }

  /** How many cells are published. */
  public int published() {
    return cells - primaries - secondaries;
  }
}
