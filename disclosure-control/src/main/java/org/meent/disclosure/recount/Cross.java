// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cells as lists of codes, one per dimension. */
final class Cross {
  private Cross() {}

  /** The cells of every table: the cross of its codes, and the total elsewhere. */
  static Set<List<String>> of(Map<?, ?> tables, List<String> names, List<Codes> codes) {
    Set<List<String>> all = new HashSet<>();
    Collection<?> each = tables.isEmpty() ? List.of(names) : tables.values();
    for (Object table : each) {
      List<List<String>> cross = List.of(List.of());
      for (int d = 0; d < names.size(); d++) {
        boolean has = Plain.list(table).contains(names.get(d));
        cross = longer(cross, has ? codes.get(d).all() : Set.of("Total"));
      }
      all.addAll(cross);
    }
    return all;
  }

  /** Each cell with each of the codes behind it. */
  static List<List<String>> longer(List<List<String>> cells, Set<String> next) {
    List<List<String>> out = new ArrayList<>();
    for (List<String> cell : cells) {
      for (String code : next) {
        List<String> more = new ArrayList<>(cell);
        more.add(code);
        out.add(more);
      }
    }
    return out;
  }

  /** A cell with another code in one dimension. */
  static List<String> with(List<String> cell, int dimension, String code) {
    List<String> other = new ArrayList<>(cell);
    other.set(dimension, code);
    return other;
  }
}
