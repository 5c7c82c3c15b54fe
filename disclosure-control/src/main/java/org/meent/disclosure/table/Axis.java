// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** One dimension while its records are read: each finest code with the codes above it. */
final class Axis {
  private final String file;
  private final String name;
  private final List<String> columns;
  private final int[] at;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String[]> chains = new ArrayList<>();
  private final List<Map<String, String>> parents = new ArrayList<>();
  private int[] code = new int[1024];
  private int count;

  Axis(String file, String name, List<String> columns, int[] at) {
    this.file = file;
    this.name = name;
    this.columns = columns;
    this.at = at;
    columns.forEach(column -> parents.add(new HashMap<>()));
  }

  void add(long line, List<String> fields) {
    String finest = fields.get(at[at.length - 1]);
    Integer id = ids.get(finest);
    if (id == null) {
      id = learn(line, fields, finest);
    }
    String[] chain = chains.get(id);
    for (int level = 0; level < at.length - 1; level++) {
      if (!chain[level].equals(fields.get(at[level]))) {
        throw refuse("disclosure.hierarchy.two-parents", line, level + 1, chain[level + 1]);
      }
    }
    if (count == code.length) {
      code = Arrays.copyOf(code, count * 2);
    }
    code[count++] = id;
  }

  private int learn(long line, List<String> fields, String finest) {
    String[] chain = new String[at.length];
    String above = Hierarchy.TOTAL;
    for (int level = 0; level < at.length; level++) {
      chain[level] = fields.get(at[level]);
      if (chain[level].isBlank()) {
        throw refuse("disclosure.hierarchy.missing-code", line, level);
      }
      if (chain[level].equals(Hierarchy.TOTAL)) {
        throw refuse("disclosure.hierarchy.total", line, level);
      }
      String known = parents.get(level).putIfAbsent(chain[level], above);
      if (known != null && !known.equals(above)) {
        throw refuse("disclosure.hierarchy.two-parents", line, level, chain[level]);
      }
      above = chain[level];
    }
    chains.add(chain);
    ids.put(finest, chains.size() - 1);
    return chains.size() - 1;
  }

  private RuntimeException refuse(String text, long line, int level, Object... args) {
    return Refusal.badInput(text, Where.file(file).atLine(line).in(columns.get(level)), args)
        .asException();
  }

  Hierarchy hierarchy() {
    return Hierarchy.of(name, parents);
  }

  /** The node of each record in the finished hierarchy. */
  int[] nodes() {
    Map<String, Integer> index = new HashMap<>();
    List<String> codes = hierarchy().codes();
    for (int node = 0; node < codes.size(); node++) {
      index.put(codes.get(node), node);
    }
    int[] out = new int[count];
    for (int i = 0; i < count; i++) {
      String[] chain = chains.get(code[i]);
      out[i] = index.getOrDefault(chain[chain.length - 1], -1);
    }
    return out;
  }
}
