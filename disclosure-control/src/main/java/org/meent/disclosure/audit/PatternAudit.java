// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.meent.disclosure.protect.Finding;
import org.meent.disclosure.table.CsvFile;
import org.meent.disclosure.table.HierarchicalTable;
import org.meent.disclosure.table.ProtectionJob;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Judges a pattern made by another tool: a file with one column per dimension, {@code value} and
 * {@code status}, against a specification and its records. Suppressed is every cell whose status is
 * {@code primary}, {@code secondary} or {@code suppressed} (or sdcTable's {@code u} and {@code x});
 * cells that are not listed must be zero.
 */
public final class PatternAudit {
  private static final Set<String> SUPPRESSED =
      Set.of("primary", "secondary", "suppressed", "u", "x");
  private static final Set<String> PUBLISHED = Set.of("published", "s", "z");

  private final HierarchicalTable table;
  private final Where where;
  private final int[] dimensions;
  private final boolean[] suppressed;
  private final boolean[] seen;
  private int value;
  private int status;

  private PatternAudit(HierarchicalTable table, String file) {
    this.table = table;
    where = Where.file(file);
    dimensions = new int[table.dimensions().size()];
    suppressed = new boolean[table.size()];
    seen = new boolean[table.size()];
  }

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
    PatternAudit pattern = new PatternAudit(table, String.valueOf(file.getFileName()));
    CsvFile.read(file, pattern.where.file(), pattern::header, pattern::row);
    for (int cell = 0; cell < table.size(); cell++) {
      if (!pattern.seen[cell] && table.value(cell) != 0) {
        throw Refusal.badInput("disclosure.audit.missing", pattern.where, table.name(cell))
            .asException();
      }
    }
    return pattern.suppressed;
  }

  private void header(List<String> header) {
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d] = column(header, table.dimensions().get(d).name());
    }
    value = column(header, "value");
    status = column(header, "status");
  }

  private int column(List<String> header, String name) {
    int at = header.indexOf(name);
    if (at < 0) {
      throw Refusal.badInput("disclosure.audit.column", where.atLine(1), name).asException();
    }
    return at;
  }

  private void row(long line, List<String> row) {
    int cell = table.cell(Arrays.stream(dimensions).mapToObj(row::get).toList());
    if (cell < 0 || seen[cell]) {
      throw Refusal.badInput("disclosure.audit.cell", where.atLine(line)).asException();
    }
    seen[cell] = true;
    suppressed[cell] = SUPPRESSED.contains(row.get(status));
    if (!suppressed[cell] && !PUBLISHED.contains(row.get(status))) {
      throw Refusal.badInput("disclosure.audit.status", where.atLine(line)).asException();
    }
    if (!suppressed[cell] && !same(row.get(value), table, cell)) {
      throw Refusal.badInput("disclosure.audit.contradicts", where.atLine(line), table.name(cell))
          .asException();
    }
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
