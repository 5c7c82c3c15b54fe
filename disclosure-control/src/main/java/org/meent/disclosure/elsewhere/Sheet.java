// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * A tidy file as it stands: one row per figure or cell, and some free columns that say the same in
 * every row.
 *
 * @param name name of the file
 * @param columns the header
 * @param rows the rows as text, each as long as the header
 */
record Sheet(String name, List<String> columns, List<List<String>> rows) {
  /** Columns that say something of the whole output; they may be absent. */
  static final Set<String> FREE =
      Set.of("kind", "output", "title", "population", "within", "unit", "measure");

  private static final int MOST_ROWS = 100_000;

  /** Copies and checks. */
  Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    if (new HashSet<>(columns).size() != columns.size()) {
      throw Refusal.badInput("disclosure.csv.column-twice", Where.file(name).atLine(1))
          .asException();
    }
    if (rows.isEmpty() || rows.size() > MOST_ROWS) {
      throw Refusal.badInput("disclosure.elsewhere.rows", Where.file(name), MOST_ROWS, rows.size())
          .asException();
    }
  }

  /**
   * Reads a file.
   *
   * @throws RefusalException if it is not CSV in UTF-8, ragged or empty
   */
  static Sheet read(Path file) {
    String name = String.valueOf(file.getFileName());
    Delimited text = Delimited.read(file, name);
    return new Sheet(name, text.header(), text.rows());
  }

  /** This sheet with a column that says the same in every row; as it is where it has it. */
  Sheet saying(String column, String text) {
    if (has(column)) {
      return this;
    }
    List<String> header = new ArrayList<>(columns);
    header.add(column);
    List<List<String>> longer = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> fields = new ArrayList<>(row);
      fields.add(text);
      longer.add(fields);
    }
    return new Sheet(name, header, longer);
  }

  /** This sheet with a name for its first column, where it has none. */
  Sheet heading(String first) {
    List<String> header = new ArrayList<>(columns);
    header.set(0, header.getFirst().isBlank() ? first : header.getFirst());
    return new Sheet(name, header, rows);
  }

  /** This sheet as the output of another name, without some columns. */
  Sheet renamed(String output, Set<String> without) {
    Set<String> gone = new HashSet<>(without);
    gone.add("output");
    List<String> kept = columns.stream().filter(column -> !gone.contains(column)).toList();
    List<List<String>> fewer = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      int at = row;
      fewer.add(kept.stream().map(column -> text(at, column)).toList());
    }
    return new Sheet(name, kept, fewer).saying("output", output);
  }

  /** The rows of each value of a column as a sheet of their own, in the order of the values. */
  SequencedMap<String, Sheet> split(String column) {
    SequencedMap<String, List<List<String>>> parts = new LinkedHashMap<>();
    int at = columns.indexOf(column);
    for (List<String> row : rows) {
      parts.computeIfAbsent(row.get(at).strip(), value -> new ArrayList<>()).add(row);
    }
    SequencedMap<String, Sheet> sheets = new LinkedHashMap<>();
    parts.forEach((value, part) -> sheets.put(value, new Sheet(name, columns, part)));
    return sheets;
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /** The first of several names of a column that is there. */
  Optional<String> any(List<String> names) {
    return names.stream().filter(this::has).findFirst();
  }

  String text(int row, String column) {
    return rows.get(row).get(columns.indexOf(column));
  }

  /** What a free column says, the same in every row. */
  String free(String column, String otherwise) {
    if (!has(column)) {
      return otherwise;
    }
    Set<String> said = new HashSet<>();
    for (int row = 0; row < rows.size(); row++) {
      said.add(text(row, column));
    }
    if (said.size() != 1) {
      throw Refusal.badInput("disclosure.elsewhere.free", Where.file(name).in(column))
          .asException();
    }
    return said.iterator().next();
  }

  /** The name of the output: what the file says, or its own name without the ending. */
  String id() {
    int point = name.lastIndexOf('.');
    return free("output", point > 0 ? name.substring(0, point) : name);
  }

  /** Columns that are neither free nor among these. */
  List<String> others(Set<String> known) {
    return columns.stream()
        .filter(column -> !FREE.contains(column) && !known.contains(column))
        .toList();
  }

  /** A refusal of what stands in a row, counted from 0. */
  RefusalException refuse(String code, int row, String column, Object... args) {
    return Refusal.badInput(code, Where.file(name).atLine(row + 2L).in(column), args).asException();
  }

  /**
   * This sheet with the columns of another one beside it, by the columns that both have.
   *
   * @throws RefusalException if they share no column, or a row of this sheet has no row there
   */
  Sheet beside(Sheet evidence) {
    List<String> shared = columns.stream().filter(evidence::has).toList();
    List<String> added = evidence.columns.stream().filter(column -> !has(column)).toList();
    if (shared.isEmpty() || added.isEmpty()) {
      throw Refusal.badInput("disclosure.elsewhere.evidence", Where.file(evidence.name), name)
          .asException();
    }
    Map<String, Integer> places = new HashMap<>();
    for (int row = 0; row < evidence.rows.size(); row++) {
      if (places.put(evidence.key(row, shared), row) != null) {
        throw evidence.refuse("disclosure.elsewhere.cell-twice", row, shared.getFirst());
      }
    }
    List<List<String>> wide = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Integer at = places.get(key(row, shared));
      if (at == null) {
        throw refuse("disclosure.elsewhere.no-evidence", row, shared.getFirst(), evidence.name);
      }
      List<String> fields = new ArrayList<>(rows.get(row));
      added.forEach(column -> fields.add(evidence.text(at, column)));
      wide.add(List.copyOf(fields));
    }
    List<String> header = new ArrayList<>(columns);
    header.addAll(added);
    return new Sheet(name, header, wide);
  }

  private String key(int row, List<String> shared) {
    return String.join("\u0000", shared.stream().map(column -> text(row, column)).toList());
  }
}
