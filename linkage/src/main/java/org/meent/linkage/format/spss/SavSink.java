// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.ByteOutput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** A system file being written. */
final class SavSink implements TableSink {
  private static final int ROWS_AT = 80;
  private static final int PIECE = 255;

  private final ByteOutput out;
  private final Where where;
  private final List<Column> columns;
  private final SavEncoder encoder;
  private final SavBlocks blocks;
  private final long longRowsAt;
  private long rows;

  SavSink(Path file, Schema schema, boolean zlib) {
    this.where = Where.file(ByteInput.name(file));
    this.columns = schema.columns();
    this.out = ByteOutput.create(file);
    this.longRowsAt = new SavDictionaryWriter(out, schema, zlib).write();
    this.blocks = zlib ? new ZsavBlocks(out) : out::bytes;
    this.encoder = new SavEncoder(blocks);
  }

  @Override
  public void write(ColumnBatch batch) {
    for (int r = 0; r < batch.rows(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        Column column = columns.get(c);
        if (column.type().isText()) {
          text(batch.texts(c), r, column);
        } else {
          number(batch.numbers(c)[r], column.type());
        }
      }
      rows++;
    }
  }

  private void number(double value, ValueType type) {
    if (Double.isNaN(value)) {
      encoder.missing();
    } else {
      encoder.number(SavFormats.toFile(value, type));
    }
  }

  private void text(TextColumn texts, int row, Column column) {
    int start = texts.start(row);
    int end = texts.end(row);
    int width = column.width();
    if (end - start > width) {
      throw Refusal.badInput(
              "linkage.sav.too-wide", where.atLine(rows + 1).in(column.name()), width, end - start)
          .asException();
    }
    if (width <= PIECE) {
      encoder.text(texts.bytes(), start, end, width);
      return;
    }
    int segments = SavDictionaryWriter.segments(width);
    for (int s = 0; s < segments; s++) {
      int from = Math.min(end, start + s * PIECE);
      int to = Math.min(end, from + PIECE);
      encoder.text(texts.bytes(), from, to, SavDictionaryWriter.segmentWidth(width, s));
    }
  }

  @Override
  public void finish() {
    encoder.finish();
    blocks.finish();
    int shortRows = rows > Integer.MAX_VALUE ? -1 : (int) rows;
    out.mend(
        ROWS_AT, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(shortRows).array());
    out.mend(
        longRowsAt, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(rows).array());
    out.finish();
  }

  @Override
  public void close() {
    blocks.close();
    out.close();
  }
}
