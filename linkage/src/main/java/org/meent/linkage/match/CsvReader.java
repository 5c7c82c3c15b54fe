// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Reads a delimited file straight into dictionary codes: UTF-8, a header, comma, semicolon or tab
 * (taken from the header), quoting after RFC 4180. Nothing is repaired: a ragged row, bytes that
 * are not UTF-8, an absent, empty or repeated id are refused with their row number.
 */
final class CsvReader {
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

  private CsvReader(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Reads a file.
   *
   * @throws RefusalException if the file is not as described above
   */
  static CsvTable read(Path path, String idColumn) {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw Refusal.badInput("linkage.csv.no-file", Where.file(name)).asException();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new CsvReader(name, in).readTable(idColumn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CsvTable readTable(String idColumn) throws IOException {
    fill(0);
    if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
      position = 3;
    }
    guessDelimiter();
    List<String> header = readHeader();
    int id = header.indexOf(idColumn);
    if (id < 0) {
      throw refuse("linkage.csv.no-id", 1, idColumn, idColumn, String.join(", ", header));
    }
    ColumnBuilder[] builders = new ColumnBuilder[header.size()];
    Arrays.setAll(builders, i -> new ColumnBuilder());
    List<String> ids = new ArrayList<>();
    while (readRow(builders, id, ids, header)) {
      row++;
    }
    if (ids.isEmpty()) {
      throw refuse("linkage.csv.empty", 0, "");
    }
    return sorted(header, id, ids.toArray(String[]::new), builders);
  }

  private List<String> readHeader() throws IOException {
    List<String> header = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (atEnd()) {
      throw refuse("linkage.csv.empty", 0, "");
    }
    do {
      nextField();
      String name = decode("").strip();
      if (!seen.add(name)) {
        throw refuse("linkage.csv.repeated-column", 1, name);
      }
      header.add(name);
    } while (!lastOfRow);
    row = 2;
    return header;
  }

  private boolean readRow(ColumnBuilder[] builders, int id, List<String> ids, List<String> header)
      throws IOException {
    if (atEnd()) {
      return false;
    }
    int column = 0;
    do {
      nextField();
      if (column == 0 && lastOfRow && from == to && builders.length > 1) {
        return true;
      }
      if (column < builders.length) {
        if (column == id) {
          String text = decode(header.get(column)).strip();
          if (text.isEmpty()) {
            throw refuse("linkage.csv.empty-id", row, header.get(column));
          }
          ids.add(text);
        } else {
          add(builders[column], header.get(column));
        }
      }
      column++;
    } while (!lastOfRow);
    if (column != builders.length) {
      throw refuse("linkage.csv.ragged", row, "", builders.length, column);
    }
    return true;
  }

  private void add(ColumnBuilder builder, String column) {
    while (from < to && buffer[from] == ' ') {
      from++;
    }
    while (from < to && buffer[to - 1] == ' ') {
      to--;
    }
    int code = from == to ? 0 : builder.dictionary.codeOf(buffer, from, to) + 1;
    if (code <= 0 && from < to) {
      builder.values.add(decode(column).strip());
      code = builder.values.size() - 1;
    }
    builder.append(code);
  }

  /** Sets {@code from}, {@code to} and {@code lastOfRow}; leaves the position behind the mark. */
  private void nextField() throws IOException {
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

  private boolean atEnd() throws IOException {
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

  private String decode(String column) {
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      ascii &= buffer[i] > 0;
    }
    if (ascii) {
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

  private CsvTable sorted(List<String> header, int id, String[] ids, ColumnBuilder[] builders) {
    int[] order = IdOrder.of(ids);
    String[] sortedIds = new String[ids.length];
    for (int i = 0; i < ids.length; i++) {
      sortedIds[i] = ids[order[i]];
      if (i > 0 && sortedIds[i].equals(sortedIds[i - 1])) {
        throw refuse(
            "linkage.csv.repeated-id", Math.max(order[i], order[i - 1]) + 2L, header.get(id));
      }
    }
    List<CsvTable.CsvColumn> columns = new ArrayList<>();
    for (int c = 0; c < builders.length; c++) {
      columns.add(
          c == id
              ? new CsvTable.CsvColumn(new int[0], new String[] {""})
              : builders[c].build(order));
      builders[c] = new ColumnBuilder();
    }
    return new CsvTable(file, header, sortedIds, columns);
  }

  private RefusalException refuse(String code, long line, String column, Object... args) {
    Where where = Where.file(file).in(column);
    return Refusal.badInput(code, line > 0 ? where.atLine(line) : where, args).asException();
  }

  private static final class ColumnBuilder {
    final ByteDictionary dictionary = new ByteDictionary();
    final List<String> values = new ArrayList<>(List.of(""));
    private int[] codes = new int[1024];
    private int rows;

    void append(int code) {
      if (rows == codes.length) {
        codes = Arrays.copyOf(codes, rows + (rows >> 1));
      }
      codes[rows++] = code;
    }

    CsvTable.CsvColumn build(int[] order) {
      int[] sorted = new int[rows];
      for (int i = 0; i < rows; i++) {
        sorted[i] = codes[order[i]];
      }
      return new CsvTable.CsvColumn(sorted, values.toArray(String[]::new));
    }
  }
}
