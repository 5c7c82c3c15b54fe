// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.file.DataFile;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The rows of a file that knows its own columns: SPSS, Stata, SAS or Parquet. Only the keys and the
 * declared variables are read. A value that the file itself calls missing must be declared missing
 * by the protocol too: neither is right without the other.
 */
final class TableRows implements DeclaredRows {
  private final List<String> there;
  private final BatchReader batches;
  private final List<Column> columns;
  private final List<String> names;
  private final List<SourcePlan.Variable> variables;
  private final Where where;
  private final int keys;
  private @Nullable ColumnBatch batch;
  private int row = -1;
  private long line;

  private TableRows(
      List<String> there, BatchReader batches, List<Column> columns, SourcePlan plan, Where where) {
    this.there = there;
    this.batches = batches;
    this.columns = columns;
    this.names = List.copyOf(plan.variables().sequencedKeySet());
    this.variables = List.copyOf(plan.variables().sequencedValues());
    this.where = where;
    this.keys = plan.keyColumns().size();
  }

  /**
   * Opens a file.
   *
   * @throws RefusalException if it is no such file, a declared column is not there, or the key is
   *     not text
   */
  static TableRows open(StudyFile file, SourcePlan plan, Where where) {
    TableSource table = DataFile.open(file.path());
    List<String> wanted = new ArrayList<>(plan.keyColumns());
    wanted.addAll(plan.variables().sequencedKeySet());
    List<String> there = table.schema().columns().stream().map(Column::name).toList();
    List<Refusal> faults = new ArrayList<>();
    for (String name : wanted) {
      if (!there.contains(name)) {
        faults.add(Header.missing(name, there, where));
      } else if (plan.keyColumns().contains(name)
          && !column(table.schema(), name).type().isText()) {
        faults.add(Refusal.badInput("linkage.table.key-number", where.in(name), name));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusalException(faults);
    }
    List<Column> columns = wanted.stream().map(name -> column(table.schema(), name)).toList();
    return new TableRows(there, table.read(wanted), columns, plan, where);
  }

  private static Column column(Schema schema, String name) {
    return schema.columns().get(schema.index(name).orElseThrow());
  }

  @Override
  public List<String> columns() {
    return there;
  }

  @Override
  public boolean next() {
    row++;
    while (batch == null || row >= batch.rows()) {
      batch = batches.next();
      row = 0;
      if (batch == null) {
        return false;
      }
    }
    line++;
    return true;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public CharSequence key(int column) {
    return present().texts(column).text(row);
  }

  @Override
  public void read(int variable, CellReader into) {
    int at = variable + keys;
    Column column = columns.get(at);
    if (column.type().isText()) {
      String text = present().texts(at).text(row);
      check(column.missing().holds(text), text, variable);
      into.read(text, line);
    } else {
      double value = present().numbers(at)[row];
      if (Double.isNaN(value)) {
        into.empty();
      } else {
        into.read(value, column.type(), line);
        check(column.missing().holds(value) && !into.isMissing(), "", variable);
      }
    }
  }

  /** Refuses what the file calls missing and the protocol does not. */
  private void check(boolean calledMissing, String text, int variable) {
    if (calledMissing && !variables.get(variable).missing().contains(text)) {
      String name = names.get(variable);
      throw Refusal.badInput("linkage.table.missing-undeclared", where.atLine(line).in(name), name)
          .asException();
    }
  }

  private ColumnBatch present() {
    if (batch == null) {
      throw new IllegalStateException("there is no row");
    }
    return batch;
  }

  @Override
  public void close() {
    batches.close();
  }
}
