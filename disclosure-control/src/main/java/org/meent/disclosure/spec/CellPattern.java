// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Cells that a specification speaks of: where each named dimension may be. A dimension that is not
 * named may have any code.
 *
 * @param places by dimension
 */
public record CellPattern(SequencedMap<String, Place> places) {

  /** Copies, keeping the order. */
  public CellPattern {
    places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
  }

  /** Where a dimension may be. */
  public sealed interface Place {
    /**
     * One code.
     *
     * @param code the code, or {@code Total}
     */
    record Code(String code) implements Place {}

    /**
     * Any code of a column.
     *
     * @param column the column
     */
    record Level(String column) implements Place {}
  }
}
