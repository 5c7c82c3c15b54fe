// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.ByteOutput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** A Stata 118 file being written: numbers as doubles, texts above 2,045 bytes as strL. */
final class StataSink implements TableSink {
  static final int LONGEST = 2045;
  private static final double GREATEST = 8.9884656743115795e307;

  private final Where where;
  private final Schema schema;
  private final ByteOutput out;
  private final StataHead head;
  private final @Nullable StataTextSpool spool;
  private long rows;

  StataSink(Path file, Schema schema) {
    this.where = Where.file(ByteInput.name(file));
    this.schema = schema;
    this.out = ByteOutput.create(file);
    this.head = new StataHead(out, schema);
    head.write();
    boolean any = schema.columns().stream().anyMatch(StataSink::isLong);
    this.spool = any ? new StataTextSpool(file) : null;
  }

  static boolean isLong(Column column) {
    return column.type().isText() && column.width() > LONGEST;
  }

  @Override
  public void write(ColumnBatch batch) {
    List<Column> columns = schema.columns();
    for (int r = 0; r < batch.rows(); r++) {
      rows++;
      for (int c = 0; c < columns.size(); c++) {
        Column column = columns.get(c);
        if (column.type().isText()) {
          text(batch.texts(c), r, c, column);
        } else {
          number(batch.numbers(c)[r], column);
        }
      }
    }
  }

  private void number(double value, Column column) {
    double counted = StataNumbers.toFile(value, column.type());
    if (Math.abs(counted) >= GREATEST) {
      throw Refusal.badInput("linkage.dta.range", where.atLine(rows).in(column.name()))
          .asException();
    }
    out.int64(StataNumbers.toBits(counted));
  }

  private void text(TextColumn texts, int row, int column, Column said) {
    int length = texts.length(row);
    if (spool != null && isLong(said)) {
      if (length > 0) {
        spool.add(column + 1, rows, texts.bytes(), texts.start(row), length);
        out.int64(rows << 16 | (column + 1));
      } else {
        out.int64(0);
      }
      return;
    }
    int width = Math.max(1, said.width());
    if (length > width) {
      throw Refusal.badInput(
              "linkage.sav.too-wide", where.atLine(rows).in(said.name()), width, length)
          .asException();
    }
    out.bytes(texts.bytes(), texts.start(row), length);
    for (int i = length; i < width; i++) {
      out.int8(0);
    }
  }

  @Override
  public void finish() {
    out.bytes(StataDictionary.tag("/data"));
    head.mark(10);
    out.bytes(StataDictionary.tag("strls"));
    if (spool != null) {
      spool.copyTo(out);
    }
    out.bytes(StataDictionary.tag("/strls"));
    head.mark(11);
    out.bytes(StataDictionary.tag("value_labels"));
    for (Column column : schema.columns()) {
      if (!column.labels().isEmpty()) {
        labelSet(column);
      }
    }
    out.bytes(StataDictionary.tag("/value_labels"));
    head.mark(12);
    out.bytes(StataDictionary.tag("/stata_dta"));
    head.mark(13);
    head.mend(rows);
    out.finish();
  }

  private void labelSet(Column column) {
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    ByteBuffer places = little(4 * column.labels().size());
    ByteBuffer codes = little(4 * column.labels().size());
    for (ValueLabel label : column.labels()) {
      places.putInt(texts.size());
      codes.putInt(StataNumbers.label(toFile(label, column.type()).code()));
      texts.writeBytes(label.label().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      texts.write(0);
    }
    out.bytes(StataDictionary.tag("lbl"));
    out.int32(8 + places.capacity() * 2 + texts.size());
    out.padded(column.name().getBytes(java.nio.charset.StandardCharsets.UTF_8), 129, 0);
    out.padded(new byte[0], 3, 0);
    out.int32(column.labels().size());
    out.int32(texts.size());
    out.bytes(places.array());
    out.bytes(codes.array());
    out.bytes(texts.toByteArray());
    out.bytes(StataDictionary.tag("/lbl"));
  }

  /** A value label of a date counts from 1960. */
  static ValueLabel toFile(ValueLabel label, ValueType type) {
    return label.code() instanceof Code.Number number
        ? new ValueLabel(new Code.Number(StataNumbers.toFile(number.value(), type)), label.label())
        : label;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() {
    if (spool != null) {
      spool.close();
    }
    out.close();
  }
}
