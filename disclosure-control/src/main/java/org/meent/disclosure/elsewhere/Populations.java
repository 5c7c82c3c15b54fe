// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.LinkedHashMap;
import java.util.Map;
import org.meent.disclosure.output.Population;

/**
 * Names the populations of outputs that do not name their own. Outputs on equally many units are
 * taken to speak of the same people, so that they are protected together: where that is chance, the
 * judgement is stricter than it needs to be.
 */
final class Populations {
  private final Map<Long, String> names = new LinkedHashMap<>();

  Population of(Sheet sheet, long units) {
    String stated = sheet.free("population", "");
    String id =
        stated.isEmpty()
            ? names.computeIfAbsent(units, n -> "population " + (names.size() + 1))
            : stated;
    return new Population(id, id, units, sheet.free("within", ""));
  }
}
