// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;

/** A code as columns for a model: one 0/1 column for each category but the first, ascending. */
final class Indicators {
  private Indicators() {}

  /**
   * The columns by name: the code's own name if there are two categories, otherwise with {@code
   * =category}. An empty code is unknown, NaN in every column.
   */
  static SequencedMap<String, double[]> of(String name, List<String> codes) {
    TreeSet<String> categories = new TreeSet<>(codes);
    categories.remove("");
    boolean two = categories.size() == 2;
    categories.pollFirst();
    SequencedMap<String, double[]> columns = new LinkedHashMap<>();
    for (String category : categories) {
      double[] values = new double[codes.size()];
      for (int i = 0; i < values.length; i++) {
        String code = codes.get(i);
        values[i] = code.isEmpty() ? Double.NaN : code.equals(category) ? 1 : 0;
      }
      columns.put(two ? name : name + "=" + category, values);
    }
    return columns;
  }
}
