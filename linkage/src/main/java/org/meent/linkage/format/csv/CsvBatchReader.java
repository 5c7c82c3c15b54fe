// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Missing;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** Rows of a file of separated values, some columns of them, as batches. */
final class CsvBatchReader implements BatchReader {
  private static final int ROWS = 2048;
  private static final int TEXT_BYTES = 1 << 22;

  private final CsvTable table;
  private final int[] wanted;
  private final CsvRecords records;
  private final StrictText decoder;
  private final Where where;
  private final ColumnBatch batch;

  CsvBatchReader(CsvTable table, int[] wanted) {
    this.table = table;
    this.wanted = wanted.clone();
    this.decoder = new StrictText(table.charset());
    this.where = Where.file(ByteInput.name(table.file()));
    List<Column> columns =
        Arrays.stream(wanted).mapToObj(c -> table.schema().columns().get(c)).toList();
    this.batch = new ColumnBatch(columns, ROWS);
    this.records = CsvScan.open(table.file(), table.skip(), table.separator());
    records.next();
  }

  @Override
  public @Nullable ColumnBatch next() {
    int columns = table.schema().columns().size();
    batch.clear();
    int rows = 0;
    long bytes = 0;
    while (rows < ROWS && bytes < TEXT_BYTES && CsvScan.more(records, columns, where)) {
      if (records.fields() != columns) {
        throw changed();
      }
      for (int c = 0; c < wanted.length; c++) {
        value(c, wanted[c], rows);
      }
      bytes += records.end(columns - 1);
      rows++;
    }
    batch.rows(rows);
    return rows == 0 ? null : batch;
  }

  private void value(int column, int field, int row) {
    byte[] bytes = records.bytes();
    int start = records.start(field);
    int end = records.end(field);
    switch (batch.columns().get(column).type()) {
      case TEXT -> {
        if (!decoder.append(batch.texts(column), bytes, start, end - start, false)) {
          throw changed();
        }
      }
      case NUMBER, TIME -> {
        if (end > start && CsvNumbers.kind(bytes, start, end) == CsvNumbers.TEXT) {
          throw changed();
        }
        batch.numbers(column)[row] =
            end == start ? Missing.SYSTEM : CsvNumbers.parse(bytes, start, end);
      }
      case DATE ->
          batch.numbers(column)[row] =
              end == start ? Missing.SYSTEM : CsvTimes.date(bytes, start, end);
      case DATETIME ->
          batch.numbers(column)[row] =
              end == start ? Missing.SYSTEM : CsvTimes.dateTime(bytes, start, end);
    }
  }

  private RefusalException changed() {
    return Refusal.badInput("linkage.csv.changed", where.atLine(records.row())).asException();
  }

  @Override
  public void close() {
    records.close();
  }
}
