// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.meent.disclosure.protect.Finding;
import org.meent.disclosure.table.HierarchicalTable;
import org.meent.disclosure.table.ProtectionJob;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Judges a pattern made by another tool: a file with one column per dimension, {@code value} and
 * {@code status}, against a specification and its records. Suppressed is every cell whose status is
 * {@code primary}, {@code secondary} or {@code suppressed}; cells that are not listed must be zero.
 */
public final class PatternAudit {
  private static final Set<String> SUPPRESSED = Set.of("primary", "secondary", "suppressed");

  private PatternAudit() {}

  /**
   * Audits.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the file names unknown codes, leaves
   *     out a cell that is not zero, or contradicts the records
   */
  public static AuditReport audit(Path cells, Path spec) {
    ProtectionJob job = ProtectionJob.read(spec);
    HierarchicalTable table = job.tabulate();
    boolean[] suppressed = read(cells, table);
    List<Finding> findings = job.audit(table, suppressed);
    int count = 0;
    for (boolean one : suppressed) {
      count += one ? 1 : 0;
    }
    List<String> names = findings.stream().map(f -> table.name(f.demand().cell())).toList();
    return new AuditReport(job.spec().standard(), table.size(), count, findings, names);
  }

  private static boolean[] read(Path file, HierarchicalTable table) {
    Where where = Where.file(String.valueOf(file.getFileName()));
    List<List<String>> rows;
    try {
      rows = CsvRows.of(file);
    } catch (IOException | RuntimeException e) {
      throw Refusal.badInput("disclosure.audit.unreadable", where).asException();
    }
    int[] at = new int[table.dimensions().size()];
    for (int d = 0; d < at.length; d++) {
      at[d] = column(rows, table.dimensions().get(d).name(), where);
    }
    int value = column(rows, "value", where);
    int status = column(rows, "status", where);
    boolean[] suppressed = new boolean[table.size()];
    boolean[] seen = new boolean[table.size()];
    long line = 1;
    for (List<String> row : rows.subList(1, rows.size())) {
      line++;
      if (row.size() != rows.getFirst().size()) {
        throw Refusal.badInput("disclosure.audit.unreadable", where.atLine(line)).asException();
      }
      int cell = table.cell(java.util.Arrays.stream(at).mapToObj(row::get).toList());
      if (cell < 0 || seen[cell]) {
        throw Refusal.badInput("disclosure.audit.cell", where.atLine(line)).asException();
      }
      seen[cell] = true;
      suppressed[cell] = SUPPRESSED.contains(row.get(status));
      if (!suppressed[cell] && !same(row.get(value), table, cell)) {
        throw Refusal.badInput("disclosure.audit.contradicts", where.atLine(line), table.name(cell))
            .asException();
      }
    }
    for (int cell = 0; cell < seen.length; cell++) {
      if (!seen[cell] && table.value(cell) != 0) {
        throw Refusal.badInput("disclosure.audit.missing", where, table.name(cell)).asException();
      }
    }
    return suppressed;
  }

  private static int column(List<List<String>> rows, String name, Where where) {
    int at = rows.getFirst().indexOf(name);
    if (at < 0) {
      throw Refusal.badInput("disclosure.csv.no-column", where.atLine(1), name).asException();
    }
    return at;
  }

  private static boolean same(String text, HierarchicalTable table, int cell) {
    try {
      BigDecimal truth = BigDecimal.valueOf(table.value(cell), table.scale());
      return new BigDecimal(text).compareTo(truth) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
