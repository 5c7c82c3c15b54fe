// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongPredicate;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/** The counts of a sheet: which are shown, which are left out, and which come back. */
final class CountCells {
  private final Sheet sheet;
  private final Cross cross;
  private final String column;
  private final int figure;
  private final Set<List<Integer>> marked = new HashSet<>();
  private final Margins margins;

  /**
   * Reads the counts.
   *
   * @param figure the column of the releasable form that they stand in
   */
  CountCells(Sheet sheet, Cross cross, String column, int figure) {
    this.sheet = sheet;
    this.cross = cross;
    this.column = column;
    this.figure = figure;
    int height = cross.rows().categories().size();
    int width = cross.columns().categories().size();
    Cells cells = new Cells(sheet);
    long[][] counts = new long[height + 1][width + 1];
    for (int i = 0; i <= height; i++) {
      for (int j = 0; j <= width; j++) {
        OptionalInt place = cross.place(i, j);
        boolean margin = i == height || j == width;
        if (place.isEmpty()) {
          counts[i][j] = margin ? -1 : 0;
        } else if (cells.marked(place.getAsInt(), column)) {
          counts[i][j] = -1;
          marked.add(List.of(i, j));
        } else {
          counts[i][j] = cells.count(place.getAsInt(), column);
        }
      }
    }
    margins = new Margins(sheet.name(), counts);
  }

  /** Computes what follows from what is shown. */
  Margins solved() {
    margins.solve();
    return margins;
  }

  /** What the file leaves out. */
  Set<Spot> leftOut() {
    Set<Spot> spots = new LinkedHashSet<>();
    for (int i = 0; i <= cross.rows().categories().size(); i++) {
      for (int j = 0; j <= cross.columns().categories().size(); j++) {
        if (cross.place(i, j).isEmpty() || marked.contains(List.of(i, j))) {
          spots.add(new Spot(cross.codes(i, j), figure));
        }
      }
    }
    return spots;
  }

  /** Whether a figure was left out on purpose. */
  boolean hides() {
    return !marked.isEmpty();
  }

  /** The marked figures that follow from others, if any: a finding for the checkers. */
  List<Finding> comesBack() {
    List<String> back = new ArrayList<>();
    for (List<Integer> place : margins.followed()) {
      if (marked.contains(place)) {
        back.add(String.join(" / ", cross.codes(place.get(0), place.get(1))));
      }
    }
    return back.isEmpty()
        ? List.of()
        : List.of(finding(Verdict.FAIL, back, "elsewhere.comes-back", back.size()));
  }

  /** What can be said of a table with figures left out, without the records. */
  List<Finding> hidden(long minimum) {
    List<Finding> findings = new ArrayList<>(comesBack());
    List<String> small = names(value -> value > 0 && value < minimum);
    if (!small.isEmpty()) {
      findings.add(finding(Verdict.FAIL, small, "elsewhere.small-shown", small.size(), minimum));
    }
    findings.add(
        Elsewhere.finding(
            Verdict.REVIEW, RuleSet.MINIMUM_UNITS, sheet.id(), "elsewhere.hidden", marked.size()));
    return findings;
  }

  private List<String> names(LongPredicate which) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i <= cross.rows().categories().size(); i++) {
      for (int j = 0; j <= cross.columns().categories().size(); j++) {
        boolean shown = cross.place(i, j).isPresent() && !marked.contains(List.of(i, j));
        if (shown && which.test(margins.count(i, j))) {
          names.add(String.join(" / ", cross.codes(i, j)));
        }
      }
    }
    return names;
  }

  /** Refuses counts that are not those of the records. */
  void compare(long[][] truth, int records) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      for (int j = 0; j < truth[0].length; j++) {
        boolean inner = i < truth.length - 1 && j < truth[0].length - 1;
        boolean stated = cross.place(i, j).isPresent() || (inner && !cross.single());
        if (stated && !marked.contains(List.of(i, j)) && margins.count(i, j) != truth[i][j]) {
          wrong.add(String.join(" / ", cross.codes(i, j)));
        }
      }
    }
    Elsewhere.contradicts(sheet, column, wrong, records);
  }

  private Finding finding(Verdict verdict, List<String> cells, String code, Object... args) {
    return Elsewhere.finding(
        verdict,
        RuleSet.MINIMUM_UNITS,
        sheet.id() + ": " + String.join("; ", cells.stream().limit(Elsewhere.NAMED).toList()),
        code,
        args);
  }
}
