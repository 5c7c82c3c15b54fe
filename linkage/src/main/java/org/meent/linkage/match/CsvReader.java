// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Reads a delimited file straight into dictionary codes. Nothing is repaired: a ragged row, bytes
 * that are not UTF-8, an absent, empty or repeated id are refused with their row number.
 */
public final class CsvReader {
  private final String file;
  private final CsvFields fields;
  private final Predicate<String> wanted;

  private CsvReader(String file, CsvFields fields, Predicate<String> wanted) {
    this.file = file;
    this.fields = fields;
    this.wanted = wanted;
  }

  /**
   * Reads a file.
   *
   * @param wanted the columns whose values are kept; of the others only the name is
   * @throws RefusalException if the file is not as described above
   */
  public static CsvTable read(Path path, String idColumn, Predicate<String> wanted) {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw Refusal.badInput("linkage.csv.no-file", Where.file(name)).asException();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new CsvReader(name, new CsvFields(name, in), wanted).readTable(idColumn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CsvTable readTable(String idColumn) throws IOException {
    List<String> header = readHeader();
    int id = header.indexOf(idColumn);
    if (id < 0) {
      throw fields.refuse("linkage.csv.no-id", 1, idColumn, idColumn, String.join(", ", header));
    }
    ColumnCodes[] columns = new ColumnCodes[header.size()];
    Arrays.setAll(columns, c -> new ColumnCodes(c != id && wanted.test(header.get(c))));
    IdColumn ids = new IdColumn();
    while (readRow(columns, id, ids, header)) {
      fields.nextRow();
    }
    if (ids.size() == 0) {
      throw fields.refuse("linkage.csv.empty", 0, "");
    }
    return sorted(header, id, ids, columns);
  }

  private List<String> readHeader() throws IOException {
    List<String> header = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (fields.atEnd()) {
      throw fields.refuse("linkage.csv.empty", 0, "");
    }
    do {
      fields.nextField();
      String name = fields.text("").strip();
      if (!seen.add(name)) {
        throw fields.refuse("linkage.csv.repeated-column", 1, name);
      }
      header.add(name);
    } while (!fields.lastOfRow());
    fields.nextRow();
    return header;
  }

  private boolean readRow(ColumnCodes[] columns, int id, IdColumn ids, List<String> header)
      throws IOException {
    if (fields.atEnd()) {
      return false;
    }
    int column = 0;
    do {
      fields.nextField();
      if (column == 0 && fields.lastOfRow() && fields.isEmpty() && columns.length > 1) {
        return true;
      }
      if (column == id) {
        addId(ids, header.get(column));
      } else if (column < columns.length) {
        columns[column].add(fields, header.get(column));
      }
      column++;
    } while (!fields.lastOfRow());
    if (column != columns.length) {
      throw fields.refuse("linkage.csv.ragged", fields.row(), "", columns.length, column);
    }
    return true;
  }

  private void addId(IdColumn ids, String column) {
    fields.trim();
    if (fields.isAscii()) {
      ids.add(fields.buffer(), fields.from(), fields.to());
    } else {
      byte[] bytes = fields.text(column).strip().getBytes(StandardCharsets.UTF_8);
      ids.add(bytes, 0, bytes.length);
    }
    if (ids.isEmpty(ids.size() - 1)) {
      throw fields.refuse("linkage.csv.empty-id", fields.row(), column);
    }
  }

  private CsvTable sorted(List<String> header, int id, IdColumn ids, ColumnCodes[] builders) {
    int[] order = IdOrder.of(ids);
    IdColumn sortedIds = ids.inOrder(order);
    for (int i = 1; i < order.length; i++) {
      if (sortedIds.compare(i - 1, i) == 0) {
        long line = Math.max(order[i], order[i - 1]) + 2L;
        throw fields.refuse("linkage.csv.repeated-id", line, header.get(id));
      }
    }
    List<CsvTable.CsvColumn> columns = new ArrayList<>();
    for (int c = 0; c < builders.length; c++) {
      columns.add(builders[c].build(order));
      builders[c] = new ColumnCodes(false);
    }
    return new CsvTable(file, header, sortedIds, columns);
  }

  /** A column that grows row by row. */
  private static final class ColumnCodes {
    private final boolean kept;
    private final ByteDictionary dictionary = new ByteDictionary();
    private final List<String> values = new ArrayList<>(List.of(""));
    private int[] codes = new int[0];
    private int rows;

    ColumnCodes(boolean kept) {
      this.kept = kept;
    }

    void add(CsvFields fields, String column) {
      if (!kept) {
        return;
      }
      fields.trim();
      if (rows == codes.length) {
        codes = Arrays.copyOf(codes, Math.max(1024, rows + (rows >> 1)));
      }
      codes[rows++] = fields.isEmpty() ? 0 : code(fields, column);
    }

    private int code(CsvFields fields, String column) {
      int code = dictionary.codeOf(fields.buffer(), fields.from(), fields.to());
      if (code < 0) {
        values.add(fields.text(column).strip());
        return values.size() - 1;
      }
      return code + 1;
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
