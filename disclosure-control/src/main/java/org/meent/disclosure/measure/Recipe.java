// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.meent.disclosure.output.RowOutput;

/**
 * What an output asks of its records. The same can be asked again of records with coarser codes or
 * with their outermost values made alike, which is how smaller repairs than withdrawing are found.
 */
public interface Recipe {
  /** The records. */
  Sample sample();

  /**
   * The output, measured.
   *
   * @throws IllegalArgumentException if it cannot be computed from these records
   */
  RowOutput output();

  /** Variables of codes that may be merged. */
  Set<String> categories();

  /** Numbers whose outermost values may be made alike. */
  Set<String> numbers();

  /** The same, asked of records with one code for several. */
  Recipe merged(String variable, List<String> codes, String into);

  /** The same, asked of records in which so many units share the outermost values of a number. */
  Recipe topCoded(String variable, int units);

  /** The same with its figures rounded to multiples of a width; itself where that means nothing. */
  default Recipe rounded(double width) {
    return this;
  }

  /** Widths to round to, the finest first; none where rounding does not help. */
  default List<Double> widths() {
    return List.of();
  }

  /** The variables that make groups. */
  static Set<String> variables(Stream<SortedMap<String, String>> groups) {
    Set<String> variables = new TreeSet<>();
    groups.forEach(group -> variables.addAll(group.keySet()));
    return variables;
  }

  /** A group after codes were merged. */
  static SortedMap<String, String> merged(
      SortedMap<String, String> group, String variable, List<String> codes, String into) {
    TreeMap<String, String> merged = new TreeMap<>(group);
    if (codes.contains(merged.getOrDefault(variable, ""))) {
      merged.put(variable, into);
    }
    return merged;
  }
}
