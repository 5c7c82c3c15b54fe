// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Reads separated text strictly: fields as they stand, quoted fields with doubled quotes, line ends
 * LF or CR LF; a line end inside quotes is LF. A quote inside an unquoted field, text after a
 * closing quote, a lone CR, a NUL character, bytes that are not in the character set, a row of more
 * than {@value #MAX_ROW} characters or {@value #MAX_FIELDS} fields, and an open quote at the end
 * are refused. A row is bounded, so memory is too.
 */
@Reference(
    authors = "Y. Shafranovich (2005)",
    title = "Common Format and MIME Type for Comma-Separated Values (CSV) Files",
    source = "RFC 4180, section 2",
    url = "https://www.rfc-editor.org/rfc/rfc4180")
public final class CsvReader {
  /** Most characters of a row. */
  public static final int MAX_ROW = 1 << 20;

  /** Most fields of a row. */
  public static final int MAX_FIELDS = 1 << 14;

  private final Reader reader;
  private final Charset charset;
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
  private boolean quoted;

  /** At the first row; the byte order mark that spreadsheets write in UTF-8 is passed over. */
  public CsvReader(InputStream in, Charset charset, char delimiter, Where where)
      throws IOException {
    this.reader = new StrictReader(afterMark(in, charset), charset);
    this.charset = charset;
    this.delimiter = delimiter;
    this.where = where;
  }

  private static InputStream afterMark(InputStream in, Charset charset) throws IOException {
    if (!charset.equals(StandardCharsets.UTF_8)) {
      return in;
    }
    byte[] start = in.readNBytes(3);
    if (Arrays.equals(start, "\uFEFF".getBytes(StandardCharsets.UTF_8))) {
      return in;
    }
    PushbackInputStream whole = new PushbackInputStream(in, 3);
    whole.unread(start);
    return whole;
  }

  /** The line of the file on which the present row starts, from 1. */
  public long line() {
    return rowLine;
  }

  /** Number of fields of the present row. */
  public int fields() {
    return fields;
  }

  /** Whether the present row is a line of nothing or white space, without quotes. */
  public boolean isBlank() {
    return fields == 1 && !quoted && text(0).isBlank();
  }

  /** A field of the present row, as a view that the next row overwrites. */
  public CsvCell cell(int field, CsvCell reused) {
    int start = field == 0 ? 0 : ends[field - 1];
    return reused.set(row, start, ends[field]);
  }

  /** A field of the present row. */
  public String text(int field) {
    int start = field == 0 ? 0 : ends[field - 1];
    return new String(row, start, ends[field] - start);
  }

  /**
   * Goes to the next row; false at the end of the text.
   *
   * @throws RefusalException if the text is not as it must be
   * @throws IOException if the file cannot be read
   */
  public boolean next() throws IOException {
    rowLine = line;
    length = 0;
    fields = 0;
    quoted = false;
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
  private int plain(int first) throws IOException {
    int c = first;
    while (c >= 0 && c != delimiter && c != '\n') {
      if (c == '\r') {
        return lineFeedAfterReturn();
      }
      if (c == '"') {
        throw refuse("protocols.csv.quote");
      }
      add((char) c);
      c = read();
    }
    return c;
  }

  private int quoted() throws IOException {
    quoted = true;
    int start = length;
    while (true) {
      int c = read();
      if (c < 0) {
        throw refuse("protocols.csv.open-quote");
      }
      if (c != '"') {
        if (c == '\n' && length > start && row[length - 1] == '\r') {
          length--;
        }
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
        throw refuse("protocols.csv.quote");
      }
    }
  }

  private int lineFeedAfterReturn() throws IOException {
    int c = read();
    if (c != '\n') {
      throw refuse("protocols.csv.line-end");
    }
    return c;
  }

  private void add(char c) {
    if (length == MAX_ROW) {
      throw refuse("protocols.csv.long-row", MAX_ROW);
    }
    if (length == row.length) {
      row = Arrays.copyOf(row, 2 * length);
    }
    row[length++] = c;
  }

  private void endField() {
    if (fields == MAX_FIELDS) {
      throw refuse("protocols.csv.wide-row", MAX_FIELDS);
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    ends[fields++] = length;
  }

  private int read() throws IOException {
    if (at == limit && !fill()) {
      return -1;
    }
    char c = buffer[at++];
    if (c == '\n') {
      line++;
    } else if (c == '\0') {
      throw refuse("protocols.csv.nul");
    }
    return c;
  }

  private boolean fill() throws IOException {
    try {
      limit = Math.max(0, reader.read(buffer, 0, buffer.length));
      at = 0;
      return limit > 0;
    } catch (CharacterCodingException e) {
      throw refuse("protocols.csv.charset", charset.name());
    }
  }

  private RefusalException refuse(String code, Object... args) {
    return Refusal.badInput(code, where.atLine(line), args).asException();
  }
}
