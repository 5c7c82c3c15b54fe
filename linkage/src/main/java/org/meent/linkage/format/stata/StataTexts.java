// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/**
 * The long texts of a Stata file (strL), found by column and row of their first use. Only their
 * places are held in memory, 20 bytes a text.
 */
final class StataTexts implements AutoCloseable {
  private static final byte[] START = "GSO".getBytes(StandardCharsets.US_ASCII);

  private final ByteInput in;
  private final StataVersion version;
  private long[] keys = new long[64];
  private long[] places = new long[64];
  private int[] lengths = new int[64];
  private int count;

  StataTexts(ByteInput in, StataTable table) {
    this.in = in;
    this.version = table.version();
    in.order(table.order());
    in.seek(table.textsStart());
    if (!Arrays.equals(in.bytes(7), "<strls>".getBytes(StandardCharsets.US_ASCII))) {
      throw broken();
    }
    index();
    sort();
  }

  private void index() {
    byte[] found = in.bytes(3);
    while (Arrays.equals(found, START)) {
      long column = in.int32() & 0xffff_ffffL;
      long row = version.number() == 117 ? in.int32() & 0xffff_ffffL : in.int64();
      int kind = in.uint8();
      int length = in.int32();
      if (length < 0) {
        throw broken();
      }
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, count * 2);
        places = Arrays.copyOf(places, count * 2);
        lengths = Arrays.copyOf(lengths, count * 2);
      }
      keys[count] = key(column, row);
      places[count] = in.position();
      lengths[count++] = kind == 130 ? Math.max(0, length - 1) : length;
      in.skip(length);
      found = in.bytes(3);
    }
    if (found[0] != '<') {
      throw broken();
    }
  }

  /** Stata writes them in order of row and column; others may not. */
  private void sort() {
    boolean sorted = true;
    for (int i = 1; i < count && sorted; i++) {
      sorted = Long.compareUnsigned(keys[i - 1], keys[i]) < 0;
    }
    if (sorted) {
      return;
    }
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    long[] unsorted = keys;
    Arrays.sort(order, (a, b) -> Long.compareUnsigned(unsorted[a], unsorted[b]));
    long[] sortedKeys = new long[count];
    long[] sortedPlaces = new long[count];
    int[] sortedLengths = new int[count];
    for (int i = 0; i < count; i++) {
      sortedKeys[i] = keys[order[i]];
      sortedPlaces[i] = places[order[i]];
      sortedLengths[i] = lengths[order[i]];
    }
    keys = sortedKeys;
    places = sortedPlaces;
    lengths = sortedLengths;
  }

  private long key(long column, long row) {
    return row << version.columnBits() | column;
  }

  /** The text that eight bytes of a row refer to. */
  byte[] text(byte[] row, int at, ByteOrder order) {
    if (number(row, at, 8, order) == 0) {
      return new byte[0];
    }
    int found = find(reference(row, at, version.columnBits() / 8, order));
    if (found < 0 && version.number() == 119) {
      // ReadStat splits a reference of version 119 as one of version 118.
      found = find(reference(row, at, 2, order));
    }
    if (found < 0) {
      throw broken();
    }
    in.seek(places[found]);
    return in.bytes(lengths[found]);
  }

  private long reference(byte[] row, int at, int columnBytes, ByteOrder order) {
    long column = number(row, at, columnBytes, order);
    return key(column, number(row, at + columnBytes, 8 - columnBytes, order));
  }

  private int find(long key) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int side = Long.compareUnsigned(keys[middle], key);
      if (side == 0) {
        return middle;
      }
      if (side < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static long number(byte[] bytes, int at, int length, ByteOrder order) {
    long number = 0;
    for (int i = 0; i < length; i++) {
      int place = order == ByteOrder.BIG_ENDIAN ? at + i : at + length - 1 - i;
      number = number << 8 | (bytes[place] & 0xff);
    }
    return number;
  }

  private RefusalException broken() {
    return Refusal.badInput("linkage.dta.strl", in.where()).asException();
  }

  @Override
  public void close() {
    in.close();
  }
}
