// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.disclosure.spec.DimensionSpec;
import org.meent.disclosure.spec.ProtectionSpec;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A classification as a file with the columns {@code code} and {@code parent}. A code may have
 * several parents, each on a line of its own, and then lies in several groups. A code without a
 * parent is a part of the total; where such codes overlap, the total is the sum of the finest codes
 * instead.
 */
final class TreeFile {
  private final String file;
  private final TreeMap<String, TreeSet<String>> parts = new TreeMap<>();
  private final TreeSet<String> codes = new TreeSet<>();
  private final TreeSet<String> below = new TreeSet<>();
  private int codeAt = -1;
  private int parentAt = -1;

  private TreeFile(String file) {
    this.file = file;
  }

  /** The specification with the groups of every tree written into it. */
  static ProtectionSpec resolve(Path folder, ProtectionSpec spec) {
    SequencedMap<String, DimensionSpec> dimensions = new LinkedHashMap<>();
    spec.dimensions()
        .forEach(
            (name, of) ->
                dimensions.put(
                    name, of.tree().map(tree -> of.resolved(read(folder, tree))).orElse(of)));
    return spec.with(dimensions);
  }

  private static Map<String, List<String>> read(Path folder, String file) {
    TreeFile tree = new TreeFile(file);
    CsvFile.read(CsvFile.named(folder, file), file, tree::header, tree::row);
    return tree.groups();
  }

  private void header(List<String> header) {
    HeaderRow columns = new HeaderRow(file, header);
    codeAt = columns.place("code");
    parentAt = columns.place("parent");
  }

  private void row(long line, List<String> fields) {
    String code = fields.get(codeAt);
    String parent = fields.get(parentAt);
    if (code.isBlank()) {
      throw Refusal.badInput(
              "disclosure.hierarchy.missing-code", Where.file(file).atLine(line).in("code"))
          .asException();
    }
    if (code.equals(Hierarchy.TOTAL)) {
      throw Refusal.badInput("disclosure.hierarchy.total", Where.file(file).atLine(line).in("code"))
          .asException();
    }
    codes.add(code);
    if (!parent.isBlank() && !parent.equals(Hierarchy.TOTAL)) {
      below.add(code);
      parts.computeIfAbsent(parent, p -> new TreeSet<>()).add(code);
    }
  }

  private SequencedMap<String, List<String>> groups() {
    SequencedMap<String, List<String>> groups = new LinkedHashMap<>();
    parts.forEach(
        (whole, of) -> {
          if (!codes.contains(whole)) {
            throw Refusal.badInput(
                    "disclosure.hierarchy.no-parent", Where.file(file), of.first(), whole)
                .asException();
          }
          groups.put(whole, List.copyOf(of));
        });
    List<String> roots = new ArrayList<>(codes);
    roots.removeAll(below);
    if (roots.isEmpty()) {
      throw Refusal.badInput("disclosure.hierarchy.part-of-itself", Where.file(file), codes.first())
          .asException();
    }
    if (!overlap(roots)) {
      groups.put(Hierarchy.TOTAL, roots);
    }
    return groups;
  }

  /** Whether a code can be reached from two roots. */
  private boolean overlap(List<String> roots) {
    TreeSet<String> reached = new TreeSet<>();
    for (String root : roots) {
      TreeSet<String> here = new TreeSet<>();
      List<String> open = new ArrayList<>(List.of(root));
      while (!open.isEmpty()) {
        String code = open.removeLast();
        if (here.add(code)) {
          open.addAll(parts.getOrDefault(code, new TreeSet<>()));
        }
      }
      for (String code : here) {
        if (!reached.add(code)) {
          return true;
        }
      }
    }
    return false;
  }
}
