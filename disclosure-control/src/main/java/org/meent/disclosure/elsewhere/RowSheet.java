// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A sheet whose rows stand by themselves: the columns that its kind knows, and columns of codes
 * that say whose a row is, {@code Total} for everybody.
 */
final class RowSheet {
  private final Sheet sheet;
  private final Cells cells;
  private final List<String> groups;
  private final Set<String> gaps = new LinkedHashSet<>();
  private final List<String> unjudged = new ArrayList<>();

  /**
   * A sheet.
   *
   * @param known the columns that its kind knows, beside the free ones
   */
  RowSheet(Sheet sheet, Set<String> known) {
    this.sheet = sheet;
    cells = new Cells(sheet);
    groups = sheet.others(known);
  }

  Sheet sheet() {
    return sheet;
  }

  int rows() {
    return sheet.rows().size();
  }

  List<String> groups() {
    return groups;
  }

  /** Refuses columns that a kind cannot read, for an unread column is an unjudged one. */
  void noOthers(String kind) {
    if (!groups.isEmpty()) {
      throw Refusal.badInput(
              "disclosure.elsewhere.columns",
              Where.file(sheet.name()).atLine(1),
              kind,
              String.join(", ", groups))
          .asException();
    }
  }

  /** Whose a row is. */
  SortedMap<String, String> group(int row) {
    TreeMap<String, String> group = new TreeMap<>();
    for (String variable : groups) {
      String code = sheet.text(row, variable).strip();
      if (!Cross.isTotal(code)) {
        group.put(variable, code);
      }
    }
    return group;
  }

  /** The name of a row: its own word and whose it is. */
  String name(int row, String word) {
    SortedMap<String, String> group = group(row);
    return group.isEmpty() ? word : word + " / " + String.join(" / ", group.values());
  }

  boolean marked(int row, String column) {
    return cells.marked(row, column);
  }

  double figure(int row, String column) {
    return cells.figure(row, column);
  }

  String text(int row, String column) {
    return sheet.text(row, column).strip();
  }

  /** The count in the first of these columns that is there and not left out. */
  OptionalLong count(int row, List<String> columns) {
    Optional<String> column = sheet.any(columns).filter(name -> !cells.marked(row, name));
    return column.isPresent()
        ? OptionalLong.of(cells.count(row, column.get()))
        : OptionalLong.empty();
  }

  /** Remembers that a column is not in the file, so that something is not checked. */
  void gap(String column) {
    gaps.add(column);
  }

  boolean hasGap(String column) {
    return gaps.contains(column);
  }

  /** Remembers that a row cannot be judged without a column. */
  void unjudged(String name, String columns) {
    unjudged.add(name + " (" + columns + ")");
  }

  /** The findings about what is not in the file. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (!gaps.isEmpty()) {
      findings.add(Elsewhere.gap(sheet.id(), String.join(", ", gaps)));
    }
    if (!unjudged.isEmpty()) {
      findings.add(needed(sheet.id(), String.join("; ", unjudged.stream().limit(12).toList())));
    }
    return findings;
  }

  /** The same with small numbers of units, and with rows of which the figure is left out. */
  List<Finding> findings(int hidden, long minimum) {
    List<Finding> findings = findings();
    findings.addAll(small(Columns.UNITS, minimum));
    if (hidden > 0) {
      findings.add(hidden(hidden));
    }
    return findings;
  }

  /** A reading of which nothing can be judged. */
  Reading.Partial partial(String kind, String columns, List<String> figures, long minimum) {
    List<Finding> findings = new ArrayList<>(small(figures, minimum));
    findings.add(needed(sheet.id(), columns));
    return new Reading.Partial(sheet.id(), kind, findings);
  }

  static Finding needed(String output, String columns) {
    return Elsewhere.finding(
        Verdict.REVIEW, Elsewhere.EVIDENCE, output, "elsewhere.needed", columns);
  }

  /** Counts below the minimum that stand in columns which nothing else judges. */
  List<Finding> small(List<String> columns, long minimum) {
    Set<Integer> rows = new HashSet<>();
    for (String column : columns) {
      for (int row = 0; sheet.has(column) && row < rows(); row++) {
        if (!cells.marked(row, column)) {
          long count = cells.count(row, column);
          if (count > 0 && count < minimum) {
            rows.add(row);
          }
        }
      }
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            Elsewhere.finding(
                Verdict.FAIL,
                RuleSet.MINIMUM_UNITS,
                sheet.id(),
                "elsewhere.small-shown",
                rows.size(),
                minimum));
  }

  /** The finding that rows are left out, of which nobody knows whether they come back. */
  Finding hidden(int rows) {
    return Elsewhere.finding(
        Verdict.REVIEW, RuleSet.MINIMUM_UNITS, sheet.id(), "elsewhere.rows-hidden", rows);
  }
}
