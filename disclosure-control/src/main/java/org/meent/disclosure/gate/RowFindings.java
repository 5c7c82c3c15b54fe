// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.disclosure.report.Block.Verdict;

/** What the rules found in an output of rows, each concern once with all the rows it is about. */
final class RowFindings {
  /** Names rows within an output. */
  interface Subject {
    String of(List<String> rows);
  }

  private RowFindings() {}

  /** Rows whose figures are left out. */
  static List<Finding> changes(Reading reading, Protection protection, Subject subject) {
    List<Finding> changes = new ArrayList<>();
    byConcern(reading, true).forEach((c, rows) -> changes.add(c.about(subject.of(rows))));
    List<String> behind =
        reading.rows().stream()
            .filter(row -> !row.forbidden() && row.hidden(protection))
            .map(Row::name)
            .toList();
    if (!behind.isEmpty()) {
      changes.add(
          Finding.of("protection", Verdict.FAIL, subject.of(behind), "rows.behind", behind.size()));
    }
    means(reading, protection)
        .forEach(
            (rule, rows) ->
                changes.add(
                    Finding.of(rule, Verdict.FAIL, subject.of(rows), "rows.means", rows.size())));
    return changes;
  }

  /** Rows that are shown but for a mean, by the rule that left it out. */
  private static SequencedMap<String, List<String>> means(Reading reading, Protection protection) {
    SequencedMap<String, List<String>> rows = new LinkedHashMap<>();
    for (Row row : reading.rows()) {
      for (Item item : row.items()) {
        if (item instanceof Item.Mean mean
            && !row.hidden(protection)
            && mean.cell().hidden(protection)) {
          String reason =
              mean.cell().sums().stream()
                  .map(sum -> protection.reason(sum.key()))
                  .filter(rule -> !rule.isEmpty())
                  .findFirst()
                  .orElse("protection");
          rows.computeIfAbsent(reason, r -> new ArrayList<>()).add(row.name());
        }
      }
    }
    return rows;
  }

  /** Everything else that was found. */
  static List<Finding> findings(
      Reading reading, Protection protection, Subject subject, String output) {
    List<Finding> findings = new ArrayList<>();
    byConcern(reading, false).forEach((c, rows) -> findings.add(c.about(subject.of(rows))));
    reading.whole().forEach(concern -> findings.add(concern.about(output)));
    if (!showsFigures(reading, protection)) {
      findings.add(Finding.of("protection", Verdict.FAIL, output, "nothing-left"));
    }
    return findings;
  }

  /** Whether a figure is left, or there never was any beside numbers of units. */
  private static boolean showsFigures(Reading reading, Protection protection) {
    boolean none = true;
    for (Row row : reading.rows()) {
      for (Item item : row.items()) {
        switch (item) {
          case Item.Text text -> {}
          case Item.Empty empty -> {}
          case Item.Count count -> {}
          case Item.Figure figure -> {
            if (!row.hidden(protection)) {
              return true;
            }
            none = false;
          }
          case Item.Mean mean -> {
            if (!row.hidden(protection) && !mean.cell().hidden(protection)) {
              return true;
            }
            none = false;
          }
        }
      }
    }
    return none;
  }

  private static SequencedMap<Concern, List<String>> byConcern(Reading reading, boolean failing) {
    SequencedMap<Concern, List<String>> rows = new LinkedHashMap<>();
    for (Row row : reading.rows()) {
      for (Concern concern : row.concerns()) {
        if ((concern.verdict() == Verdict.FAIL) == failing) {
          rows.computeIfAbsent(concern, c -> new ArrayList<>()).add(row.name());
        }
      }
    }
    return rows;
  }
}
