// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.util.Arrays;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** Records of a file of separated values, as bytes, by RFC 4180. Lines may end in LF or CR LF. */
final class CsvRecords implements AutoCloseable {
  private static final int LONGEST = 1 << 26;

  private final ByteInput in;
  private final byte separator;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] bytes = new byte[256];
  private int length;
  private int[] ends = new int[16];
  private int fields;
  private long row;

  CsvRecords(ByteInput in, char separator) {
    this.in = in;
    this.separator = (byte) separator;
  }

  /** Reads the next record; false after the last. */
  boolean next() {
    int first = read();
    if (first < 0) {
      return false;
    }
    row++;
    fields = 0;
    length = 0;
    int after = field(first);
    while (after == separator) {
      after = field(read());
    }
    return true;
  }

  /** The number of this record, the line of names being 1. */
  long row() {
    return row;
  }

  int fields() {
    return fields;
  }

  /** Whether the record is a line with nothing on it. */
  boolean blank() {
    return fields == 1 && length == 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  /** Reads one value that begins with this byte; returns the byte after it, -1 at the end. */
  private int field(int first) {
    int next = first == '"' ? quoted() : plain(first);
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, fields * 2);
    }
    ends[fields++] = length;
    return next;
  }

  private int plain(int first) {
    int next = first;
    while (next >= 0 && next != (separator & 0xff) && next != '\n') {
      if (next == '"') {
        throw refuse();
      }
      add(next);
      next = read();
    }
    boolean lineEnd = next == '\n' || next < 0;
    int start = fields == 0 ? 0 : ends[fields - 1];
    if (lineEnd && length > start && bytes[length - 1] == '\r') {
      length--;
    }
    return next;
  }

  private int quoted() {
    while (true) {
      int next = read();
      if (next < 0) {
        throw refuse();
      }
      if (next == '"') {
        int after = read();
        if (after != '"') {
          return afterQuote(after);
        }
      }
      add(next);
    }
  }

  private int afterQuote(int after) {
    int next = after;
    if (next == '\r') {
      next = read();
      if (next >= 0 && next != '\n') {
        throw refuse();
      }
    }
    if (next >= 0 && next != '\n' && next != (separator & 0xff)) {
      throw refuse();
    }
    return next;
  }

  private void add(int next) {
    if (length == bytes.length) {
      if (length >= LONGEST) {
        throw refuse();
      }
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) next;
  }

  private int read() {
    if (position == limit) {
      limit = in.read(buffer, 0, buffer.length);
      position = 0;
      if (limit <= 0) {
        limit = 0;
        return -1;
      }
    }
    return buffer[position++] & 0xff;
  }

  private RefusalException refuse() {
    return Refusal.badInput("linkage.csv.quote", in.where().atLine(row)).asException();
  }

  @Override
  public void close() {
    in.close();
  }
}
