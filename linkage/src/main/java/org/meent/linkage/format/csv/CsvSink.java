// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteOutput;

/** A file of separated values being written. */
final class CsvSink implements TableSink {
  private final ByteOutput out;
  private final List<Column> columns;

  CsvSink(Path file, Schema schema) {
    this.columns = schema.columns();
    this.out = ByteOutput.create(file);
    for (int c = 0; c < columns.size(); c++) {
      byte[] name = columns.get(c).name().getBytes(StandardCharsets.UTF_8);
      if (c > 0) {
        out.int8(',');
      }
      text(name, 0, name.length);
    }
    out.int8('\n');
  }

  @Override
  public void write(ColumnBatch batch) {
    for (int r = 0; r < batch.rows(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        if (c > 0) {
          out.int8(',');
        }
        if (columns.get(c).type().isText()) {
          TextColumn texts = batch.texts(c);
          text(texts.bytes(), texts.start(r), texts.end(r));
        } else {
          number(batch.numbers(c)[r], columns.get(c).type());
        }
      }
      out.int8('\n');
    }
  }

  private void number(double value, ValueType type) {
    if (!Double.isNaN(value)) {
      out.bytes(CsvTimes.text(value, type).getBytes(StandardCharsets.US_ASCII));
    } else if (columns.size() == 1) {
      out.int8('"');
      out.int8('"');
    }
  }

  private void text(byte[] bytes, int start, int end) {
    boolean quotes = columns.size() == 1 && start == end;
    for (int i = start; i < end && !quotes; i++) {
      byte next = bytes[i];
      quotes = next == ',' || next == '"' || next == '\n' || next == '\r';
    }
    if (!quotes) {
      out.bytes(bytes, start, end - start);
      return;
    }
    out.int8('"');
    for (int i = start; i < end; i++) {
      if (bytes[i] == '"') {
        out.int8('"');
      }
      out.int8(bytes[i]);
    }
    out.int8('"');
  }

  @Override
  public void finish() {
    out.finish();
  }

  @Override
  public void close() {
    out.close();
  }
}
