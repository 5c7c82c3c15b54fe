// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one dimension as the verifier sees them: in which ways a code is the sum of others,
 * and which codes a finest code counts in. Shares no code with the protector.
 */
final class Codes {
  /**
   * One way in which a code is the sum of others.
   *
   * @param number the same for no other way of the dimension
   */
  record Sum(int number, String whole, Set<String> parts) {}

  /** The ways in which a code is the sum of others. */
  final Map<String, List<Sum>> ways = new TreeMap<>();

  /** The sums that a code is a part of. */
  final Map<String, List<Sum>> partOf = new TreeMap<>();

  /** Every code that a finest code counts in, itself included. */
  final Map<String, Set<String>> above = new TreeMap<>();

  /** The place of the column with the finest codes. */
  final int column;

  private final List<String> faults = new ArrayList<>();
  private int number;

  /**
   * Reads the codes off the rows.
   *
   * @param spec a column, a list of columns, or columns with other hierarchies and groups
   * @param rows rows of the input, header first
   * @param cells whether the input is a table of cells, which has rows for totals too
   */
  Codes(Object spec, List<List<String>> rows, boolean cells) {
    List<List<String>> hierarchies = new ArrayList<>();
    Map<?, ?> of = spec instanceof Map<?, ?> map ? map : Map.of("columns", spec);
    hierarchies.add(texts(of.get("columns")));
    if (of.get("also") instanceof List<?> also) {
      also.forEach(hierarchy -> hierarchies.add(texts(hierarchy)));
    }
    Map<?, ?> groups = of.get("groups") instanceof Map<?, ?> map ? map : Map.of();
    groups.forEach((whole, parts) -> way(String.valueOf(whole), new TreeSet<>(texts(parts))));
    if (of.containsKey("tree")) {
      faults.add("a tree that is not written out");
    }
    column = rows.getFirst().indexOf(hierarchies.getFirst().getLast());
    Set<String> leaves = new TreeSet<>();
    rows.stream().skip(1).forEach(row -> leaves.add(row.get(column)));
    if (cells) {
      leaves.removeAll(ways.keySet());
      leaves.remove("Total");
    }
    Set<String> pairs = new TreeSet<>();
    for (List<String> hierarchy : hierarchies) {
      for (int k = 0; k < hierarchy.size(); k++) {
        String coarse = k == 0 ? "" : hierarchy.get(k - 1);
        if (pairs.add(coarse + "/" + hierarchy.get(k))) {
          level(rows, coarse, hierarchy.get(k), groups.containsKey("Total"), cells ? leaves : null);
        }
      }
    }
    leaves.forEach(leaf -> above.put(leaf, climb(leaf)));
  }

  /** The sums of one column by the column above it. */
  private void level(
      List<List<String>> rows,
      String coarse,
      String fine,
      boolean split,
      @Nullable Set<String> allowed) {
    int from = rows.getFirst().indexOf(coarse);
    int at = rows.getFirst().indexOf(fine);
    Map<String, String> parent = new HashMap<>();
    Map<String, Set<String>> sums = new LinkedHashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      String whole = coarse.isEmpty() ? "Total" : row.get(from);
      String part = row.get(at);
      String known = parent.putIfAbsent(part, whole);
      if (known != null && !known.equals(whole)) {
        faults.add("hierarchy " + fine);
      }
      if (allowed == null || allowed.contains(part)) {
        sums.computeIfAbsent(whole, w -> new TreeSet<>()).add(part);
      }
    }
    if (split) {
      sums.remove("Total");
    }
    sums.forEach(this::way);
  }

  private void way(String whole, Set<String> parts) {
    Sum sum = new Sum(number++, whole, parts);
    ways.computeIfAbsent(whole, w -> new ArrayList<>()).add(sum);
    parts.forEach(part -> partOf.computeIfAbsent(part, p -> new ArrayList<>()).add(sum));
  }

  private Set<String> climb(String leaf) {
    Set<String> reached = new TreeSet<>(Set.of(leaf));
    ArrayDeque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (Sum sum : partOf.getOrDefault(open.removeFirst(), List.of())) {
        if (reached.add(sum.whole())) {
          open.add(sum.whole());
        }
      }
    }
    return reached;
  }

  /** All codes, the total included. */
  Set<String> all() {
    Set<String> codes = new TreeSet<>(ways.keySet());
    codes.addAll(above.keySet());
    return codes;
  }

  /** Whether every finest code below one code lies below another one too. */
  boolean within(String code, String other) {
    return above.values().stream()
        .filter(codes -> codes.contains(code))
        .allMatch(codes -> codes.contains(other));
  }

  /** What does not fit together. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }
}
