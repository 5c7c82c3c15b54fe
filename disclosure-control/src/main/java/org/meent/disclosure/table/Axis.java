// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.disclosure.spec.DimensionSpec;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** One dimension while its records are read: each finest code with the codes above it. */
final class Axis {
  private final String file;
  private final String name;
  private final DimensionSpec spec;
  private final List<String> columns;
  private final int[] at;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String[]> seen = new ArrayList<>();
  private final SequencedMap<String, Map<String, String>> parents = new LinkedHashMap<>();
  private int[] code = new int[1024];
  private int count;

  /**
   * Starts.
   *
   * @param at the place in the file of each of the dimension's columns
   */
  Axis(String file, String name, DimensionSpec spec, int[] at) {
    this.file = file;
    this.name = name;
    this.spec = spec;
    this.columns = spec.columns();
    this.at = at;
  }

  void add(long line, List<String> fields) {
    String finest = fields.get(at[at.length - 1]);
    Integer id = ids.get(finest);
    if (id == null) {
      id = learn(line, fields, finest);
    }
    String[] codes = seen.get(id);
    for (int k = 0; k < at.length - 1; k++) {
      if (!codes[k].equals(fields.get(at[k]))) {
        throw refuse("disclosure.hierarchy.two-parents", line, at.length - 1, finest);
      }
    }
    if (count == code.length) {
      code = Arrays.copyOf(code, count * 2);
    }
    code[count++] = id;
  }

  private int learn(long line, List<String> fields, String finest) {
    String[] codes = new String[at.length];
    for (int k = 0; k < at.length; k++) {
      codes[k] = fields.get(at[k]);
      if (codes[k].isBlank()) {
        throw refuse("disclosure.hierarchy.missing-code", line, k);
      }
      if (codes[k].equals(Hierarchy.TOTAL)) {
        throw refuse("disclosure.hierarchy.total", line, k);
      }
    }
    if (spec.groups().containsKey(finest)) {
      throw refuse("disclosure.hierarchy.group-in-records", line, at.length - 1, finest);
    }
    for (List<String> hierarchy : spec.hierarchies()) {
      String above = Hierarchy.TOTAL;
      String column = "";
      for (String level : hierarchy) {
        String here = codes[columns.indexOf(level)];
        String known =
            parents
                .computeIfAbsent(column + "/" + level, c -> new TreeMap<>())
                .putIfAbsent(here, above);
        if (known != null && !known.equals(above)) {
          throw refuse("disclosure.hierarchy.two-parents", line, columns.indexOf(level), here);
        }
        above = here;
        column = level;
      }
    }
    seen.add(codes);
    ids.put(finest, seen.size() - 1);
    return seen.size() - 1;
  }

  private RuntimeException refuse(String text, long line, int column, Object... args) {
    return Refusal.badInput(text, Where.file(file).atLine(line).in(columns.get(column)), args)
        .asException();
  }

  /** All codes that the records have, and the groups of the specification. */
  Hierarchy hierarchy() {
    SequencedMap<String, Collection<String>> tiers = new LinkedHashMap<>();
    for (int k = 0; k < columns.size(); k++) {
      TreeSet<String> codes = new TreeSet<>();
      for (String[] of : seen) {
        codes.add(of[k]);
      }
      if (k == columns.size() - 1) {
        tiers.put("groups", groups());
      }
      tiers.put(columns.get(k), codes);
    }
    List<Hierarchy.Split> splits = new ArrayList<>();
    spec.groups().forEach((whole, parts) -> splits.add(new Hierarchy.Split(whole, parts)));
    boolean split = spec.groups().containsKey(Hierarchy.TOTAL);
    for (Map<String, String> level : parents.values()) {
      SequencedMap<String, List<String>> sums = new LinkedHashMap<>();
      level.forEach((part, whole) -> sums.computeIfAbsent(whole, w -> new ArrayList<>()).add(part));
      sums.forEach(
          (whole, parts) -> {
            if (!split || !whole.equals(Hierarchy.TOTAL)) {
              splits.add(new Hierarchy.Split(whole, parts));
            }
          });
    }
    return Hierarchy.of(name, tiers, splits);
  }

  private List<String> groups() {
    return spec.groups().keySet().stream().filter(group -> !group.equals(Hierarchy.TOTAL)).toList();
  }

  /** The node of each record in the finished hierarchy. */
  int[] nodes(Hierarchy hierarchy) {
    int[] node = seen.stream().mapToInt(of -> hierarchy.node(of[of.length - 1])).toArray();
    int[] out = new int[count];
    for (int i = 0; i < count; i++) {
      out[i] = node[code[i]];
    }
    return out;
  }
}
