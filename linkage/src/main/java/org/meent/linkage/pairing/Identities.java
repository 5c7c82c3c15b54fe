// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.pairing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is written about the persons or records of one source, each once, by id. It lives for the
 * linkage only, and shows its size and nothing else.
 */
public final class Identities {
  /** The column of ids; no field can bear a name with a space. */
  static final String ID = "record id";

  private final List<String> columns;
  private final SortedMap<String, List<String>> rows = new TreeMap<>();
  private final Set<String> contradicted = new HashSet<>();

  /**
   * Nobody yet.
   *
   * @param columns names of what is written
   */
  public Identities(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * Adds what a row says; a second row of one id must say the same.
   *
   * @throws IllegalArgumentException if there are not as many values as columns
   */
  public void add(String id, List<String> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException("a value for each column is needed");
    }
    List<String> before = rows.putIfAbsent(id, List.copyOf(values));
    if (before != null && !before.equals(values)) {
      contradicted.add(id);
    }
  }

  /** Ids of which different rows say different things. */
  public long contradictions() {
    return contradicted.size();
  }

  /** How many ids there are. */
  public int size() {
    return rows.size();
  }

  /** Writes them in the order of their ids. */
  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      List<String> header = new ArrayList<>(List.of(ID));
      header.addAll(columns);
      out.write(line(header));
      for (var row : rows.entrySet()) {
        List<String> cells = new ArrayList<>(List.of(row.getKey()));
        cells.addAll(row.getValue());
        out.write(line(cells));
      }
    }
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\n"));
  }

  @Override
  public String toString() {
    return "Identities[" + rows.size() + " of " + columns.size() + " columns]";
  }
}
