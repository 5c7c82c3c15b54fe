// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The codes of one dimension and how they add up.
 *
 * @param hierarchies columns of the input from coarse to fine; all lists end in the same column,
 *     whose codes are the finest. In a table of cells the one column with all codes
 * @param groups codes that are the sum of other codes, by code; groups may overlap each other
 * @param tree a file with the columns code and parent, which gives groups too
 */
public record DimensionSpec(
    List<List<String>> hierarchies,
    SequencedMap<String, List<String>> groups,
    Optional<String> tree) {

  /** Copies. */
  public DimensionSpec {
    hierarchies = hierarchies.stream().map(List::copyOf).toList();
    SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
    groups.forEach((whole, parts) -> copy.put(whole, List.copyOf(parts)));
    groups = Collections.unmodifiableSequencedMap(copy);
  }

  /** One hierarchy of columns from coarse to fine. */
  public static DimensionSpec of(List<String> columns) {
    return new DimensionSpec(List.of(columns), new LinkedHashMap<>(), Optional.empty());
  }

  /** The column with the finest codes. */
  public String finest() {
    return hierarchies.getFirst().getLast();
  }

  /** All columns, each once, coarse ones first. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>();
    hierarchies.forEach(
        hierarchy -> hierarchy.stream().filter(c -> !c.equals(finest())).forEach(columns::add));
    columns.add(finest());
    return columns.stream().distinct().toList();
  }

  /** The same without a tree, its groups beside the others. */
  public DimensionSpec resolved(Map<String, List<String>> groupsOfTree) {
    SequencedMap<String, List<String>> all = new LinkedHashMap<>(groups);
    all.putAll(groupsOfTree);
    return new DimensionSpec(hierarchies, all, Optional.empty());
  }
}
