// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what a certificate states with the records: every value of {@code cells.csv}, which
 * cells are sensitive by the rules of the specification, their protection levels, the sums of every
 * hierarchy, and at the standard insider what each contributor knows. Whether the proof built on
 * these holds is the question of {@code org.meent.disclosure.verify}.
 */
public final class RecordCheck {
  /** The version, to be stated beside a verdict. */
  public static final String VERSION = "meent-recount/1";

  /**
   * What was found.
   *
   * @param standard the standard that was asked for
   * @param cells number of cells of the table
   * @param primaries number of sensitive cells by the rules
   * @param secondaries number of cells suppressed beside them
   * @param faults what is wrong, by cell and never with a value; empty if everything is as stated
   */
  public record Verdict(
      String standard, int cells, int primaries, int secondaries, Set<String> faults) {

    /** Copies the faults. */
    public Verdict {
      faults = Collections.unmodifiableSet(faults);
    }
  }

  private final Recount table;
  private final Stated stated;
  private final Needs needs;

  private RecordCheck(Path folder, Path spec) throws IOException {
    stated = new Stated(folder.resolve("certificate.json"));
    table = new Recount(folder.resolve("cells.csv"), spec);
    needs = new Needs(table);
  }

  /**
   * Checks a folder that {@code protect} wrote against a specification and the records it names.
   *
   * @throws IOException if a file cannot be read
   * @throws RuntimeException if a file is not what it should be
   */
  public static Verdict of(Path folder, Path spec) throws IOException {
    RecordCheck check = new RecordCheck(folder, spec.toAbsolutePath());
    check.frame();
    int primaries = check.cells();
    if (check.stated.standard.equals("insider")) {
      check.contributors();
    }
    try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder, "released-*.csv")) {
      for (Path file : tables) {
        check.released(file);
      }
    }
    Recount table = check.table;
    int secondaries = Collections.frequency(table.status, "secondary");
    return new Verdict(
        check.stated.standard, table.cells.size(), primaries, secondaries, table.faults);
  }

  private void frame() {
    boolean asked = stated.standard.equals(table.spec.get("standard"));
    table.require(asked, "standard: not the one that was asked for");
    String counts = needs.hidesZeros() ? "counts" : "positive-counts";
    String kind = table.counts ? counts : table.signed ? "signed-amounts" : "amounts";
    table.require(stated.kind.equals(kind), "kind of values");
    table.require(!stated.repeats, "something is stated twice");
    Set<List<Object>> sums = new HashSet<>();
    for (int d = 0; d < table.names.size(); d++) {
      String name = table.names.get(d);
      for (List<Codes.Sum> ways : table.codes.get(d).ways.values()) {
        ways.forEach(way -> sums.add(List.of(name, way.whole(), way.parts())));
      }
    }
    table.require(stated.sums.equals(sums), "sums: not those of the hierarchies");
  }

  /** Status and levels of every cell; returns how many are sensitive. */
  private int cells() {
    int primaries = 0;
    for (int cell = 0; cell < table.cells.size(); cell++) {
      Needs.Need need = needs.of(cell);
      Stated.Levels levels = stated.levels.get(cell);
      primaries += need.sensitive() ? 1 : 0;
      boolean empty = table.values.get(cell).signum() == 0; // no zero protects another cell
      List<String> found =
          need.sensitive()
              ? List.of("primary")
              : empty ? List.of("published") : List.of("published", "secondary");
      table.require(found.contains(table.status.get(cell)), "status of cell " + cell);
      table.require(need.sensitive() == (levels != null), "proof of cell " + cell);
      boolean right =
          levels == null
              || (levels.lower().equals(amount(need.lower()))
                  && levels.upper().equals(amount(need.upper())));
      table.require(right, "levels of cell " + cell);
    }
    table.require(stated.levels.keySet().stream().allMatch(this::listed), "proof of no cell");
    return primaries;
  }

  private boolean listed(int cell) {
    return cell >= 0 && cell < table.cells.size();
  }

  /** What the contributors know of suppressed cells; those who know the same are one. */
  private void contributors() {
    Map<Integer, Map<Integer, BigDecimal>> knows = new HashMap<>();
    for (int cell = 0; cell < table.cells.size(); cell++) {
      Parts parts = table.parts.get(cell);
      for (int i = 0; i < parts.size() && !table.status.get(cell).equals("published"); i++) {
        if (parts.amount(i) != 0) {
          knows
              .computeIfAbsent(parts.who(i), who -> new HashMap<>())
              .put(cell, amount(BigInteger.valueOf(parts.amount(i))));
        }
      }
    }
    boolean same = stated.contributors.equals(new HashSet<>(knows.values()));
    table.require(same, "contributors: not those of the records");
  }

  /** The table of some of the dimensions, as it may leave. */
  private void released(Path file) throws IOException {
    List<List<String>> rows = CsvRows.of(file);
    List<String> header = rows.removeFirst();
    for (List<String> row : rows) {
      List<String> cell = new ArrayList<>(Collections.nCopies(table.names.size(), "Total"));
      for (int i = 0; i < header.size() - 1; i++) {
        cell.set(table.names.indexOf(header.get(i)), row.get(i));
      }
      int at = table.at(cell);
      boolean hidden = at < 0 || !table.status.get(at).equals("published");
      boolean right = hidden ? row.getLast().equals(".") : equal(row.getLast(), at);
      table.require(right && row.size() == header.size(), "released: cell " + at);
    }
  }

  private boolean equal(String text, int cell) {
    return !text.equals(".")
        && Plain.number(text).stripTrailingZeros().equals(amount(table.values.get(cell)));
  }

  private BigDecimal amount(BigInteger units) {
    return new BigDecimal(units, table.scale()).stripTrailingZeros();
  }
}
