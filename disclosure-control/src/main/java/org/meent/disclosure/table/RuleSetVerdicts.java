// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.meent.disclosure.protect.PrimaryRule;
import org.meent.disclosure.rule.RuleSet;
import org.meent.disclosure.spec.Columns;
import org.meent.disclosure.spec.RuleSetRules;

/**
 * One table under every rule set that is shipped; inside only, since it names sensitive cells.
 *
 * @param table the cells
 * @param verdicts one per rule set, by name
 */
public record RuleSetVerdicts(HierarchicalTable table, List<RuleSetVerdict> verdicts) {

  /** Copies. */
  public RuleSetVerdicts {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * Judges the table of a specification; its own rules and its policy for zeros do not count, safe
   * missing codes do.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the input does not fit
   */
  public static RuleSetVerdicts of(ProtectionJob job) {
    boolean measured = job.spec().columns().measure().isPresent();
    List<RuleSet> sets = RuleSet.names().stream().map(RuleSet::named).toList();
    int depth =
        sets.stream()
            .flatMap(set -> RuleSetRules.of(set, measured).stream())
            .mapToInt(PrimaryRule::depth)
            .max()
            .orElse(0);
    int known = Math.min(depth, shown(job.spec().columns()));
    HierarchicalTable table = job.tabulate(known);
    return new RuleSetVerdicts(
        table, sets.stream().map(set -> RuleSetVerdict.of(set, table, job.spec(), known)).toList());
  }

  /** How many of the largest contributors of a cell the input shows. */
  private static int shown(Columns columns) {
    boolean copies = columns.weight().isPresent() && columns.contributor().isPresent();
    int all = copies ? 0 : Integer.MAX_VALUE;
    return columns.evidence().map(evidence -> evidence.largest().size()).orElse(all);
  }

  /**
   * Writes {@code rule-sets.csv}: the codes of each cell, its value, and per rule set the limits
   * that it does not keep.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    PatternFiles.save(folder.resolve("rule-sets.csv"), this::write);
  }

  private void write(Writer out) throws IOException {
    for (Hierarchy dimension : table.dimensions()) {
      out.append(PatternFiles.quoted(dimension.name())).append(',');
    }
    out.append("value");
    for (RuleSetVerdict verdict : verdicts) {
      out.append(',').append(verdict.set().id());
    }
    out.append('\n');
    for (int cell = 0; cell < table.size(); cell++) {
      for (int d = 0; d < table.dimensions().size(); d++) {
        out.append(PatternFiles.quoted(table.code(cell, d))).append(',');
      }
      out.append(PatternFiles.number(table.value(cell), table.scale()));
      for (RuleSetVerdict verdict : verdicts) {
        List<String> reasons = verdict.reasons().getOrDefault(cell, List.of());
        out.append(',').append(String.join(" ", reasons));
      }
      out.append('\n');
    }
  }
}
