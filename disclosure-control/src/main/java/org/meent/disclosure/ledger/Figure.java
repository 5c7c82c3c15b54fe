// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A number of units that is published or can be spoken of: a population, narrowed by codes. */
record Figure(String population, SortedMap<String, String> codes) {
  /** Stands for what the published parts of a total leave. */
  static final String REST = "*";

  Figure {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
  }

  Figure with(String variable, String code) {
    TreeMap<String, String> narrowed = new TreeMap<>(codes);
    narrowed.put(variable, code);
    return new Figure(population, narrowed);
  }

  Figure without(String variable) {
    TreeMap<String, String> wider = new TreeMap<>(codes);
    wider.remove(variable);
    return new Figure(population, wider);
  }

  Figure in(String other) {
    return new Figure(other, codes);
  }

  /** The figure in words. */
  String words() {
    return codes.isEmpty()
        ? population
        : codes.entrySet().stream()
            .map(code -> code.getKey() + "=" + code.getValue())
            .collect(Collectors.joining(", ", population + " [", "]"));
  }
}
