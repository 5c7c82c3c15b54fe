// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Reads separated text strictly: fields as they stand, quoted fields with doubled quotes, line ends
 * LF or CR LF. A quote inside an unquoted field, text after a closing quote, a lone CR, a NUL
 * character, a row of more than {@value #MAX_ROW} characters or {@value #MAX_FIELDS} fields, and an
 * open quote at the end are refused. A row is bounded, so memory is too.
 */
@Reference(
    authors = "Y. Shafranovich (2005)",
    title = "Common Format and MIME Type for Comma-Separated Values (CSV) Files",
    source = "RFC 4180, section 2",
    url = "https://www.rfc-editor.org/rfc/rfc4180")
final class CsvReader {
  static final int MAX_ROW = 1 << 20;
  static final int MAX_FIELDS = 1 << 14;

  private final Reader reader;
  private final char delimiter;
  private final Where where;
  private final char[] buffer = new char[1 << 15];
  private int at;
  private int limit;
  private long line = 1;
  private long rowLine = 1;

  private char[] row = new char[1 << 10];
  private int length;
  private int[] ends = new int[64];
  private int fields;

  CsvReader(Reader reader, char delimiter, Where where) {
    this.reader = reader;
    this.delimiter = delimiter;
    this.where = where;
  }

  /** The line of the file on which the present row starts, from 1. */
  long line() {
    return rowLine;
  }

  /** Number of fields of the present row. */
  int fields() {
    return fields;
  }

  /** Whether the present row is an empty line. */
  boolean isEmptyLine() {
    return fields == 1 && length == 0;
  }

  /** A field of the present row, as a view that the next row overwrites. */
  Cell cell(int field, Cell reused) {
    int start = field == 0 ? 0 : ends[field - 1];
    return reused.set(row, start, ends[field]);
  }

  /** A field of the present row. */
  String text(int field) {
    int start = field == 0 ? 0 : ends[field - 1];
    return new String(row, start, ends[field] - start);
  }

  /**
   * Goes to the next row; false at the end of the text.
   *
   * @throws RefusalException if the text is not as it must be
   */
  boolean next() {
    rowLine = line;
    length = 0;
    fields = 0;
    int c = read();
    if (c < 0) {
      return false;
    }
    while (true) {
      c = c == '"' ? quoted() : plain(c);
      endField();
      if (c != delimiter) {
        return true; // a line end or the end of the text
      }
      c = read();
    }
  }

  /** Reads an unquoted field and gives the character that ended it: delimiter, LF or -1. */
  private int plain(int first) {
    int c = first;
    while (c >= 0 && c != delimiter && c != '\n') {
      if (c == '\r') {
        return lineFeedAfterReturn();
      }
      if (c == '"') {
        throw refuse("linkage.text.quote");
      }
      add((char) c);
      c = read();
    }
    return c;
  }

  private int quoted() {
    while (true) {
      int c = read();
      if (c < 0) {
        throw refuse("linkage.text.open-quote");
      }
      if (c != '"') {
        add((char) c);
        continue;
      }
      c = read();
      if (c == '"') {
        add('"');
      } else if (c == '\r') {
        return lineFeedAfterReturn();
      } else if (c < 0 || c == delimiter || c == '\n') {
        return c;
      } else {
        throw refuse("linkage.text.quote");
      }
    }
  }

  private int lineFeedAfterReturn() {
    int c = read();
    if (c != '\n') {
      throw refuse("linkage.text.line-end");
    }
    return c;
  }

  private void add(char c) {
    if (length == MAX_ROW) {
      throw refuse("linkage.text.long-row", MAX_ROW);
    }
    if (length == row.length) {
      row = Arrays.copyOf(row, 2 * length);
    }
    row[length++] = c;
  }

  private void endField() {
    if (fields == MAX_FIELDS) {
      throw refuse("linkage.text.wide-row", MAX_FIELDS);
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    ends[fields++] = length;
  }

  private int read() {
    if (at == limit && !fill()) {
      return -1;
    }
    char c = buffer[at++];
    if (c == '\n') {
      line++;
    } else if (c == '\0') {
      throw refuse("linkage.text.nul");
    }
    return c;
  }

  private boolean fill() {
    try {
      limit = Math.max(0, reader.read(buffer, 0, buffer.length));
      at = 0;
      return limit > 0;
    } catch (CharacterCodingException e) {
      throw Refusal.badInput("linkage.text.charset", where.atLine(line)).asException();
    } catch (IOException e) {
      throw Refusal.badInput("linkage.source.unreadable", where).asException();
    }
  }

  private RefusalException refuse(String code, Object... args) {
    return Refusal.badInput(code, where.atLine(line), args).asException();
  }
}
