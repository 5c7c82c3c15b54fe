// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The fields of a delimited file one after the other, as ranges of bytes in a buffer: comma,
 * semicolon or tab (taken from the first line), quoting after RFC 4180.
 */
final class CsvFields {
  private static final int BUFFER = 1 << 20;

  private final String file;
  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private byte delimiter = ',';
  private int from;
  private int to;
  private boolean lastOfRow;
  private long row = 1;

  /** At the first field of a file; a byte order mark is passed over. */
  CsvFields(String file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    fill(0);
    if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
      position = 3;
    }
    guessDelimiter();
  }

  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  boolean isEmpty() {
    return from == to;
  }

  /** Whether the current field ends its row. */
  boolean lastOfRow() {
    return lastOfRow;
  }

  /** The number of the current row, the header being 1. */
  long row() {
    return row;
  }

  void nextRow() {
    row++;
  }

  /** Leaves blanks around the current field out. */
  void trim() {
    while (from < to && isBlank(buffer[from])) {
      from++;
    }
    while (from < to && isBlank(buffer[to - 1])) {
      to--;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Moves to the next field. */
  void nextField() throws IOException {
    from = position;
    if (position < limit && buffer[position] == '"') {
      quotedField();
      return;
    }
    while (true) {
      if (position == limit && !fill(from)) {
        endField(true, position);
        return;
      }
      byte b = buffer[position];
      if (b == delimiter) {
        endField(false, position++);
        return;
      }
      if (b == '\n') {
        endField(true, position++);
        return;
      }
      position++;
    }
  }

  private void endField(boolean last, int end) {
    to = end;
    lastOfRow = last;
    if (last && to > from && buffer[to - 1] == '\r') {
      to--;
    }
  }

  private void quotedField() throws IOException {
    int write = ++position;
    int start = position;
    while (true) {
      if (position == limit) {
        int shift = start;
        if (!fill(start)) {
          throw refuse("linkage.csv.open-quote", row, "");
        }
        write -= shift;
        start = 0;
      }
      byte b = buffer[position++];
      if (b != '"') {
        buffer[write++] = b;
        continue;
      }
      if (position == limit) {
        int shift = start;
        fill(start);
        write -= shift;
        start = 0;
      }
      if (position < limit && buffer[position] == '"') {
        buffer[write++] = '"';
        position++;
        continue;
      }
      closeQuoted(start, write);
      return;
    }
  }

  private void closeQuoted(int start, int end) throws IOException {
    int length = end - start;
    while (position < limit && (buffer[position] == '\r' || buffer[position] == ' ')) {
      position++;
      if (position == limit) {
        fill(start);
        start = 0;
      }
    }
    boolean ended = position >= limit;
    if (!ended && buffer[position] != delimiter && buffer[position] != '\n') {
      throw refuse("linkage.csv.text-after-quote", row, "");
    }
    lastOfRow = ended || buffer[position] == '\n';
    from = start;
    to = start + length;
    if (!ended) {
      position++;
    }
  }

  /** Whether there is no further field. */
  boolean atEnd() throws IOException {
    return position == limit && !fill(position);
  }

  /** Keeps the bytes from {@code keep} on, moves them to the front and reads more behind them. */
  private boolean fill(int keep) throws IOException {
    int kept = limit - keep;
    if (kept == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    } else if (keep > 0) {
      System.arraycopy(buffer, keep, buffer, 0, kept);
    }
    position -= keep;
    from -= keep;
    limit = kept;
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read <= 0) {
      return false;
    }
    limit += read;
    return true;
  }

  /** Whether the current field is of ASCII characters other than NUL. */
  boolean isAscii() {
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      ascii &= buffer[i] > 0;
    }
    return ascii;
  }

  /**
   * The current field as text.
   *
   * @param column its column, for the refusal of what is not UTF-8
   */
  String text(String column) {
    if (isAscii()) {
      return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(buffer, from, to - from))
              .toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      throw refuse("linkage.csv.charset", row, column);
    }
    throw refuse("linkage.csv.charset", row, column);
  }

  private void guessDelimiter() {
    int[] counts = new int[128];
    boolean quoted = false;
    for (int i = position; i < limit && (quoted || buffer[i] != '\n'); i++) {
      byte b = buffer[i];
      quoted ^= b == '"';
      if (!quoted && b > 0) {
        counts[b]++;
      }
    }
    for (char candidate : new char[] {';', '\t'}) {
      if (counts[candidate] > counts[delimiter]) {
        delimiter = (byte) candidate;
      }
    }
  }

  RefusalException refuse(String code, long line, String column, Object... args) {
    Where where = Where.file(file).in(column);
    return Refusal.badInput(code, line > 0 ? where.atLine(line) : where, args).asException();
  }
}
