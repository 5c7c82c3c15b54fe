// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.Projection;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Looks through a whole file once: names, number of rows, and the type that every value allows. */
final class CsvScan {
  private final Path file;
  private final CsvOptions options;
  private final StrictText decoder;
  private final Where where;
  private final TextColumn scratch = new TextColumn();
  private final List<String> notes = new ArrayList<>();

  CsvScan(Path file, CsvOptions options) {
    this.file = file;
    this.options = options;
    this.decoder = new StrictText(options.charset());
    this.where = Where.file(ByteInput.name(file));
  }

  CsvTable table() {
    int skip = markLength();
    char separator = options.separator().orElseGet(() -> separator(skip));
    try (CsvRecords records = open(file, skip, separator)) {
      List<String> names = names(records);
      Seen[] seen = new Seen[names.size()];
      for (int c = 0; c < seen.length; c++) {
        seen[c] = new Seen();
      }
      long rows = 0;
      while (more(records, seen.length)) {
        look(records, seen);
        rows++;
      }
      List<Column> columns = columns(names, seen);
      Schema schema = new Schema("CSV", "", options.charset().name(), rows, columns, notes);
      return new CsvTable(file, schema, separator, options.charset(), skip);
    }
  }

  static CsvRecords open(Path file, int skip, char separator) {
    ByteInput in = ByteInput.open(file);
    in.seek(skip);
    return new CsvRecords(in, separator);
  }

  /** Goes to the next row; blank lines at the end of the file are passed over. */
  static boolean more(CsvRecords records, int columns, Where where) {
    boolean found = records.next();
    if (!found || columns == 1) {
      return found;
    }
    long blankAt = 0;
    while (records.blank()) {
      blankAt = records.row();
      if (!records.next()) {
        return false;
      }
    }
    if (blankAt > 0) {
      throw Refusal.badInput("linkage.csv.ragged", where.atLine(blankAt), columns, 0).asException();
    }
    if (records.fields() != columns) {
      throw Refusal.badInput(
              "linkage.csv.ragged", where.atLine(records.row()), columns, records.fields())
          .asException();
    }
    return true;
  }

  private boolean more(CsvRecords records, int columns) {
    boolean found = more(records, columns, where);
    if (found && records.fields() != columns) {
      throw Refusal.badInput(
              "linkage.csv.ragged", where.atLine(records.row()), columns, records.fields())
          .asException();
    }
    return found;
  }

  private int markLength() {
    try (ByteInput in = ByteInput.open(file)) {
      if (in.size() == 0) {
        throw Refusal.badInput("linkage.file.empty", where).asException();
      }
      byte[] head = in.bytes(Math.min(3, in.size()));
      boolean mark =
          head.length == 3
              && head[0] == (byte) 0xef
              && head[1] == (byte) 0xbb
              && head[2] == (byte) 0xbf;
      if (mark && !options.charset().equals(StandardCharsets.UTF_8)) {
        throw Refusal.badInput("linkage.file.not-text", where, options.charset().name())
            .asException();
      }
      return mark ? 3 : 0;
    }
  }

  private char separator(int skip) {
    try (ByteInput in = ByteInput.open(file)) {
      in.seek(skip);
      int[] counts = new int[128];
      boolean quoted = false;
      while (in.remaining() > 0) {
        int next = in.uint8();
        if (next == '\n' && !quoted) {
          break;
        }
        quoted = (next == '"') != quoted;
        if (!quoted && next < 128) {
          counts[next]++;
        }
      }
      char best = counts[';'] >= counts[','] && counts[';'] > 0 ? ';' : ',';
      return counts['\t'] > counts[best] ? '\t' : best;
    }
  }

  private List<String> names(CsvRecords records) {
    records.next();
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int f = 0; f < records.fields(); f++) {
      String name = decoded(records, f, "");
      if (name.isEmpty()) {
        throw Refusal.badInput("linkage.csv.header", where.atLine(1)).asException();
      }
      if (!seen.add(name)) {
        throw Refusal.badInput("linkage.file.duplicate-column", where.atLine(1), name)
            .asException();
      }
      names.add(name);
    }
    for (String text : options.text()) {
      if (!seen.contains(text)) {
        throw Projection.noColumn(where, text, names);
      }
    }
    return names;
  }

  private String decoded(CsvRecords records, int field, String column) {
    scratch.clear();
    int start = records.start(field);
    if (!decoder.append(scratch, records.bytes(), start, records.end(field) - start, false)) {
      throw Refusal.badInput(
              "linkage.file.not-text",
              where.atLine(records.row()).in(column),
              options.charset().name())
          .asException();
    }
    return scratch.text(0);
  }

  private void look(CsvRecords records, Seen[] seen) {
    for (int f = 0; f < seen.length; f++) {
      int start = records.start(f);
      int end = records.end(f);
      if (end > start) {
        if (!seen[f].look(records.bytes(), start, end)) {
          decoded(records, f, "");
          seen[f].width = Math.max(seen[f].width, scratch.length(0));
        }
      }
    }
  }

  private List<Column> columns(List<String> names, Seen[] seen) {
    boolean comma = false;
    boolean point = false;
    for (Seen column : seen) {
      comma |= column.type() == ValueType.NUMBER && column.comma;
      point |= column.type() == ValueType.NUMBER && column.point;
    }
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < seen.length; c++) {
      String name = names.get(c);
      boolean asText = options.text().contains(name) || (comma && point && seen[c].point);
      if (asText && !options.text().contains(name) && seen[c].type() == ValueType.NUMBER) {
        notes.add(
            "Column "
                + name
                + " has points where other columns have a decimal comma: kept as text.");
      }
      ValueType type = asText ? ValueType.TEXT : seen[c].type();
      int width = Math.max(1, Math.max(seen[c].width, seen[c].longest));
      columns.add(type.isText() ? Column.text(name, width) : Column.of(name, type));
    }
    return columns;
  }

  /** What the values of a column have been so far. */
  private static final class Seen {
    private boolean any;
    private boolean number = true;
    private boolean comma;
    private boolean point;
    private boolean date = true;
    private boolean dateTime = true;
    private int longest;
    private int width;

    /** Looks at a value; false if it must be decoded to know its width. */
    boolean look(byte[] bytes, int start, int end) {
      any = true;
      if (number) {
        int kind = CsvNumbers.kind(bytes, start, end);
        comma |= kind == CsvNumbers.COMMA;
        point |= kind == CsvNumbers.POINT;
        number = kind != CsvNumbers.TEXT && !(comma && point);
      }
      date = date && CsvTimes.isDate(bytes, start, end);
      dateTime = dateTime && CsvTimes.isDateTime(bytes, start, end);
      byte all = 0;
      for (int i = start; i < end; i++) {
        all |= bytes[i];
      }
      longest = Math.max(longest, end - start);
      return all >= 0;
    }

    ValueType type() {
      if (!any) {
        return ValueType.TEXT;
      }
      if (number) {
        return ValueType.NUMBER;
      }
      return date ? ValueType.DATE : dateTime ? ValueType.DATETIME : ValueType.TEXT;
    }
  }
}
