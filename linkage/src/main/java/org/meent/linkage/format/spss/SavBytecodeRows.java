// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.ByteOrder;
import org.meent.linkage.format.bytes.ByteFeed;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Rows in bytecodes: eight codes, then eight bytes for each code 253 among them. 1 to 251 are small
 * numbers, 254 eight blanks, 255 the missing number, 252 the end, 0 nothing.
 */
final class SavBytecodeRows implements SavRows {
  private static final int NOTHING = 0;
  private static final int END = 252;
  private static final int LITERAL = 253;
  private static final int BLANKS = 254;
  private static final int MISSING = 255;
  private static final int ROOM = 1 << 17;

  /** A byte times this stands in all eight. */
  private static final long EACH = 0x0101_0101_0101_0101L;

  private final ByteFeed feed;
  private final Where where;
  private final int[] slots;
  private final int[] unwanted;
  private final int kept;
  private final long[] meanings = new long[256];
  private final byte[] buffer = new byte[ROOM];
  private int position;
  private int limit;
  private long codes;
  private int codesLeft;
  private boolean ended;

  SavBytecodeRows(ByteFeed feed, Where where, SavTable table, int[] slots, int kept) {
    this.feed = feed;
    this.where = where;
    this.slots = slots.clone();
    this.unwanted = unwanted(slots);
    this.kept = kept;
    boolean swap = table.order() == ByteOrder.BIG_ENDIAN;
    for (int c = 1; c < END; c++) {
      meanings[c] = raw(c - table.bias(), swap);
    }
    meanings[BLANKS] = 0x2020_2020_2020_2020L;
    meanings[MISSING] = raw(table.systemMissing(), swap);
  }

  /** How many elements from each on, in one row, nobody asked for. */
  private static int[] unwanted(int[] slots) {
    int[] runs = new int[slots.length + 1];
    for (int e = slots.length - 1; e >= 0; e--) {
      runs[e] = slots[e] < 0 ? runs[e + 1] + 1 : 0;
    }
    return runs;
  }

  private static long raw(double value, boolean swap) {
    long bits = Double.doubleToRawLongBits(value);
    return swap ? Long.reverseBytes(bits) : bits;
  }

  @Override
  public int fill(byte[] into, int rows) {
    for (int r = 0; r < rows; r++) {
      if (ended || !row(into, r * kept)) {
        return r;
      }
    }
    return rows;
  }

  /** One row; false if there was none. */
  private boolean row(byte[] into, int base) {
    int[] places = slots;
    int element = 0;
    while (element < places.length) {
      if (codesLeft == 0 && !nextCodes()) {
        return stop(element);
      }
      int passing = Math.min(unwanted[element], codesLeft);
      if (passing > 0 && pass(passing)) {
        element += passing;
        continue;
      }
      int code = (int) codes & 0xff;
      codes >>>= 8;
      codesLeft--;
      int place = places[element];
      if (code == LITERAL) {
        if (position + 8 > limit) {
          throw shortFile();
        }
        if (place >= 0) {
          EIGHT.set(into, base + place, (long) EIGHT.get(buffer, position));
        }
        position += 8;
        element++;
      } else if (code == END) {
        return stop(element);
      } else if (code != NOTHING) {
        if (place >= 0) {
          EIGHT.set(into, base + place, meanings[code]);
        }
        element++;
      }
    }
    return true;
  }

  /**
   * Passes over some of the codes at hand and the bytes that belong to them, all at once. False,
   * and nothing done, if one of them is no value.
   */
  private boolean pass(int count) {
    long others = count == 8 ? 0 : -1L << (8 * count);
    long some = codes | others;
    if ((zeros(some) | zeros(some ^ END * EACH)) != 0) {
      return false;
    }
    position += 8 * Long.bitCount(zeros(some ^ LITERAL * EACH));
    if (position > limit) {
      throw shortFile();
    }
    codes >>>= 8 * count;
    codesLeft -= count;
    return true;
  }

  /** The highest bit of every byte that is zero. */
  private static long zeros(long bytes) {
    long low = 0x7f * EACH;
    return ~(((bytes & low) + low) | bytes | low);
  }

  private boolean stop(int element) {
    if (element != 0) {
      throw shortFile();
    }
    ended = true;
    return false;
  }

  /** Reads eight codes and makes sure that the bytes which they may need are at hand. */
  private boolean nextCodes() {
    if (limit - position < 72) {
      refill();
    }
    int left = limit - position;
    if (left == 0) {
      return false;
    }
    if (left < 8) {
      throw shortFile();
    }
    codes = (long) EIGHT.get(buffer, position);
    codesLeft = 8;
    position += 8;
    return true;
  }

  private void refill() {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < buffer.length) {
      int got = feed.read(buffer, limit, buffer.length - limit);
      if (got < 0) {
        return;
      }
      limit += got;
    }
  }

  private RuntimeException shortFile() {
    return Refusal.badInput("linkage.sav.cut-row", where).asException();
  }

  @Override
  public void close() {
    feed.close();
  }
}
