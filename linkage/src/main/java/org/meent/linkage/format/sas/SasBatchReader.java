// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.sas;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Missing;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;

/** Rows of a SAS file, some columns of them, as batches. */
final class SasBatchReader implements BatchReader {
  private static final int ROWS = 1024;

  private final SasParser parser;
  private final SasHead head;
  private final Schema schema;
  private final StrictText decoder;
  private final int[] wanted;
  private final ColumnBatch batch;
  private long done;

  SasBatchReader(Path file, SasHead head, Schema schema, int[] wanted) {
    this.head = head;
    this.schema = schema;
    this.wanted = wanted.clone();
    this.decoder = new StrictText(head.charset());
    List<Column> columns = Arrays.stream(wanted).mapToObj(c -> schema.columns().get(c)).toList();
    this.batch = new ColumnBatch(columns, ROWS);
    this.parser = new SasParser(file);
  }

  @Override
  public @Nullable ColumnBatch next() {
    batch.clear();
    int rows = 0;
    while (rows < ROWS && done + rows < schema.rows()) {
      @Nullable Object[] row = parser.next();
      if (row == null || row.length != schema.columns().size()) {
        throw Refusal.badInput("linkage.sas.short", parser.where(), schema.rows(), done + rows)
            .asException();
      }
      for (int c = 0; c < wanted.length; c++) {
        value(c, row[wanted[c]], rows);
      }
      rows++;
    }
    done += rows;
    batch.rows(rows);
    return rows == 0 ? null : batch;
  }

  private void value(int column, @Nullable Object value, int row) {
    ValueType type = batch.columns().get(column).type();
    if (!type.isText()) {
      double number = value instanceof Number found ? found.doubleValue() : Double.NaN;
      batch.numbers(column)[row] =
          Double.isNaN(number) ? Missing.SYSTEM : SasTimes.fromFile(number, type);
      return;
    }
    byte[] bytes =
        value instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
      end--;
    }
    if (!decoder.append(batch.texts(column), bytes, 0, end, end == bytes.length)) {
      throw Refusal.badInput(
              "linkage.file.not-text",
              parser.where().atLine(done + row + 1).in(batch.columns().get(column).name()),
              head.charset().name())
          .asException();
    }
  }

  @Override
  public void close() {
    parser.close();
  }
}
