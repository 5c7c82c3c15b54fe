// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteOutput;

/** A text file in one of the layouts that Statistics Netherlands and vendors use. */
final class TextSink implements TableSink {
  private static final int EXCEL_DAY = 25_569;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ByteOutput out;
  private final List<Column> columns;
  private final TextLayout layout;

  TextSink(Path file, List<Column> columns, TextLayout layout) {
    this.out = ByteOutput.create(file);
    this.columns = columns;
    this.layout = layout;
    if (layout.mark()) {
      out.bytes(MARK);
    }
    for (int c = 0; c < columns.size(); c++) {
      separate(c);
      out.bytes(columns.get(c).name().getBytes(layout.charset()));
    }
    out.int8('\n');
  }

  @Override
  public void write(ColumnBatch batch) {
    for (int r = 0; r < batch.rows(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        separate(c);
        ValueType type = columns.get(c).type();
        if (type.isText()) {
          text(batch.texts(c), r);
        } else {
          number(batch.numbers(c)[r], type);
        }
      }
      out.int8('\n');
    }
  }

  private void separate(int column) {
    if (column > 0) {
      out.int8(layout.separator());
    }
  }

  private void text(TextColumn texts, int row) {
    boolean plain = true;
    for (int i = texts.start(row); i < texts.end(row) && plain; i++) {
      byte next = texts.bytes()[i];
      plain = next >= 0 && next != layout.separator() && next != '"' && next >= ' ';
    }
    if (plain) {
      out.bytes(texts.bytes(), texts.start(row), texts.length(row));
      return;
    }
    String value = texts.text(row);
    boolean quotes = value.indexOf(layout.separator()) >= 0 || value.indexOf('"') >= 0;
    String written = quotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
    out.bytes(written.getBytes(layout.charset()));
  }

  private void number(double value, ValueType type) {
    if (Double.isNaN(value)) {
      return;
    }
    if (type == ValueType.DATE) {
      ascii(date((long) value));
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      ascii(Long.toString((long) value));
    } else {
      ascii(BigDecimal.valueOf(value).toPlainString().replace('.', layout.decimal()));
    }
  }

  private String date(long day) {
    String iso = LocalDate.ofEpochDay(day).toString();
    return switch (layout.dates()) {
      case ISO -> iso;
      case EIGHT -> iso.replace("-", "");
      case DUTCH -> iso.substring(8) + iso.substring(4, 8) + iso.substring(0, 4);
      case EXCEL -> Long.toString(day + EXCEL_DAY);
    };
  }

  private void ascii(String text) {
    out.bytes(text.getBytes(StandardCharsets.US_ASCII));
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
