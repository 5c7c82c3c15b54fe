// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Missing;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Rows of a system file, some columns of them, as batches. */
final class SavBatchReader implements BatchReader {
  private static final int BATCH_BYTES = 1 << 20;
  private static final int BATCH_ROWS = 8192;

  private final SavTable table;
  private final Where where;
  private final List<SavTable.Place> places;
  private final StrictText decoder;
  private final SavRows rows;
  private final int[] slots;
  private final int kept;
  private final byte[] raw;
  private final byte[] gathered;
  private final ColumnBatch batch;
  private final boolean swap;
  private long done;

  SavBatchReader(ByteInput in, SavTable table, int[] columns) {
    this.table = table;
    this.where = in.where();
    this.places = Arrays.stream(columns).mapToObj(c -> table.places().get(c)).toList();
    this.decoder = new StrictText(table.charset());
    this.swap = table.order() == ByteOrder.BIG_ENDIAN;
    this.slots = new int[table.elements()];
    this.kept = slots();
    int capacity = Math.max(1, Math.min(BATCH_ROWS, BATCH_BYTES / Math.max(8, kept)));
    this.raw = new byte[Math.multiplyExact(capacity, kept)];
    this.gathered = new byte[places.stream().mapToInt(SavTable.Place::width).max().orElse(0)];
    List<Column> wanted =
        Arrays.stream(columns).mapToObj(c -> table.schema().columns().get(c)).toList();
    this.batch = new ColumnBatch(wanted, capacity);
    in.order(table.order());
    in.seek(table.dataStart());
    this.rows = rows(in);
  }

  private SavRows rows(ByteInput in) {
    checkLength(in);
    return switch (table.compression()) {
      case 0 -> new SavPlainRows(in, slots, kept);
      case 1 -> new SavBytecodeRows(in, where, table, slots, kept);
      default -> new SavBytecodeRows(new ZsavFeed(in), where, table, slots, kept);
    };
  }

  /** An element costs at least one byte, without compression eight. */
  private void checkLength(ByteInput in) {
    double least = (double) table.schema().rows() * table.elements();
    double bytes = table.compression() == 0 ? least * 8 : least;
    if (table.compression() < 2 && bytes > in.remaining()) {
      throw Refusal.badInput("linkage.file.short", where, table.schema().rows()).asException();
    }
  }

  /** Gives each needed element a slot and returns the bytes of a kept row. */
  private int slots() {
    Arrays.fill(slots, -1);
    int next = 0;
    for (SavTable.Place place : places) {
      for (SavTable.Piece piece : place.pieces()) {
        for (int e = 0; e < piece.elements(); e++) {
          if (slots[piece.element() + e] < 0) {
            slots[piece.element() + e] = next;
            next += 8;
          }
        }
      }
    }
    return next;
  }

  @Override
  public @Nullable ColumnBatch next() {
    long declared = table.schema().rows();
    long left = declared < 0 ? Long.MAX_VALUE : declared - done;
    int wanted = (int) Math.min(left, batch.capacity());
    int got = wanted == 0 ? 0 : rows.fill(raw, wanted);
    if (got < wanted && declared >= 0) {
      throw Refusal.badInput("linkage.file.short", where, declared).asException();
    }
    if (got == 0) {
      return null;
    }
    batch.clear();
    for (int c = 0; c < places.size(); c++) {
      if (batch.columns().get(c).type().isText()) {
        texts(c, got);
      } else {
        numbers(c, got);
      }
    }
    batch.rows(got);
    done += got;
    return batch;
  }

  private void numbers(int column, int count) {
    double[] out = batch.numbers(column);
    int at = slots[places.get(column).pieces().getFirst().element()];
    double missing = table.systemMissing();
    for (int r = 0; r < count; r++) {
      long bits = (long) SavRows.EIGHT.get(raw, r * kept + at);
      double value = Double.longBitsToDouble(swap ? Long.reverseBytes(bits) : bits);
      out[r] = value == missing || Double.isNaN(value) ? Missing.SYSTEM : value;
    }
    ValueType type = batch.columns().get(column).type();
    if (type != ValueType.NUMBER && type != ValueType.TIME) {
      for (int r = 0; r < count; r++) {
        out[r] = Double.isNaN(out[r]) ? Missing.SYSTEM : SavFormats.fromFile(out[r], type);
      }
    }
  }

  private void texts(int column, int count) {
    TextColumn out = batch.texts(column);
    List<SavTable.Piece> pieces = places.get(column).pieces();
    int at = slots[pieces.getFirst().element()];
    for (int r = 0; r < count; r++) {
      boolean whole;
      if (pieces.size() == 1) {
        int from = r * kept + at;
        int length = trimmed(raw, from, pieces.getFirst().bytes());
        whole =
            decoder.append(
                out, raw, from, length, mayBeCut(raw, from, length, pieces.getFirst().bytes()));
      } else {
        int gathering = gather(pieces, r * kept);
        int length = trimmed(gathered, 0, gathering);
        whole = decoder.append(out, gathered, 0, length, mayBeCut(gathered, 0, length, gathering));
      }
      if (!whole) {
        String name = batch.columns().get(column).name();
        throw Refusal.badInput(
                "linkage.file.not-text",
                where.atLine(done + r + 1).in(name),
                table.charset().name())
            .asException();
      }
    }
  }

  /**
   * Whether the last character may be half there: the text fills its field, or ends in more than
   * one byte of it (some programs cut before they fill). One odd byte alone is more likely another
   * character set, and is refused.
   */
  private static boolean mayBeCut(byte[] bytes, int from, int length, int field) {
    int end = from + length;
    return length == field || (length > 1 && bytes[end - 1] < 0 && bytes[end - 2] < 0);
  }

  private int gather(List<SavTable.Piece> pieces, int base) {
    int length = 0;
    for (SavTable.Piece piece : pieces) {
      if (piece.bytes() > 0) {
        System.arraycopy(raw, base + slots[piece.element()], gathered, length, piece.bytes());
        length += piece.bytes();
      }
    }
    return length;
  }

  private static int trimmed(byte[] bytes, int from, int length) {
    int end = from + length;
    while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
      end--;
    }
    return end - from;
  }

  @Override
  public void close() {
    rows.close();
  }
}
