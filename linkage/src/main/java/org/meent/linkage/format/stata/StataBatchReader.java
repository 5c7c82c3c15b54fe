// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;

/** Rows of a Stata file, some columns of them, as batches. */
final class StataBatchReader implements BatchReader {
  private static final int BATCH_BYTES = 1 << 20;
  private static final int BATCH_ROWS = 8192;

  private final StataTable table;
  private final List<StataField> fields;
  private final ByteInput in;
  private final @Nullable StataTexts longTexts;
  private final StrictText decoder;
  private final ColumnBatch batch;
  private final byte[] raw;
  private final ByteBuffer numbers;
  private long done;

  StataBatchReader(Path file, StataTable table, int[] columns) {
    this.table = table;
    this.fields = Arrays.stream(columns).mapToObj(c -> table.fields().get(c)).toList();
    this.decoder = new StrictText(table.version().charset());
    List<Column> wanted =
        Arrays.stream(columns).mapToObj(c -> table.schema().columns().get(c)).toList();
    int capacity = Math.max(1, Math.min(BATCH_ROWS, BATCH_BYTES / Math.max(8, table.rowBytes())));
    this.batch = new ColumnBatch(wanted, capacity);
    this.raw = new byte[capacity * table.rowBytes()];
    this.numbers = ByteBuffer.wrap(raw).order(table.order());
    boolean any = fields.stream().anyMatch(f -> f.kind() == StataField.Kind.LONG_TEXT);
    this.longTexts = any ? open(file, table) : null;
    this.in = ByteInput.open(file);
    in.seek(table.dataStart());
  }

  private static StataTexts open(Path file, StataTable table) {
    ByteInput texts = ByteInput.open(file);
    try {
      return new StataTexts(texts, table);
    } catch (RuntimeException e) {
      texts.close();
      throw e;
    }
  }

  @Override
  public @Nullable ColumnBatch next() {
    int rows = (int) Math.min(batch.capacity(), table.schema().rows() - done);
    if (rows == 0) {
      return null;
    }
    for (int at = 0; at < rows * table.rowBytes(); ) {
      int got = in.read(raw, at, rows * table.rowBytes() - at);
      if (got < 0) {
        throw in.truncated();
      }
      at += got;
    }
    batch.clear();
    for (int c = 0; c < fields.size(); c++) {
      column(c, rows);
    }
    batch.rows(rows);
    done += rows;
    return batch;
  }

  private void column(int column, int rows) {
    StataField field = fields.get(column);
    if (field.isText()) {
      for (int r = 0; r < rows; r++) {
        text(column, field, r);
      }
      return;
    }
    double[] out = batch.numbers(column);
    for (int r = 0; r < rows; r++) {
      out[r] = number(field, r * table.rowBytes() + field.offset());
    }
    if (batch.columns().get(column).type() != org.meent.linkage.format.ValueType.NUMBER) {
      for (int r = 0; r < rows; r++) {
        out[r] = StataNumbers.fromFile(out[r], batch.columns().get(column).type());
      }
    }
  }

  private double number(StataField field, int at) {
    return switch (field.kind()) {
      case BYTE -> StataNumbers.ofByte(raw[at]);
      case INT -> StataNumbers.ofInt(numbers.getShort(at));
      case LONG -> StataNumbers.ofLong(numbers.getInt(at));
      case FLOAT -> StataNumbers.ofFloat(numbers.getInt(at));
      case DOUBLE -> StataNumbers.ofDouble(numbers.getLong(at));
      case TEXT, LONG_TEXT -> throw new IllegalArgumentException("a text is no number");
    };
  }

  private void text(int column, StataField field, int row) {
    TextColumn out = batch.texts(column);
    int at = row * table.rowBytes() + field.offset();
    boolean whole;
    if (longTexts != null && field.kind() == StataField.Kind.LONG_TEXT) {
      byte[] text = longTexts.text(raw, at, table.order());
      whole = decoder.append(out, text, 0, text.length, false);
    } else {
      int end = at;
      while (end < at + field.bytes() && raw[end] != 0) {
        end++;
      }
      whole = decoder.append(out, raw, at, trimmed(raw, at, end - at), end == at + field.bytes());
    }
    if (!whole) {
      String name = batch.columns().get(column).name();
      throw Refusal.badInput(
              "linkage.file.not-text",
              in.where().atLine(done + row + 1).in(name),
              table.version().charset().name())
          .asException();
    }
  }

  private static int trimmed(byte[] bytes, int from, int length) {
    int end = from + length;
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    return end - from;
  }

  @Override
  public void close() {
    in.close();
    if (longTexts != null) {
      longTexts.close();
    }
  }
}
