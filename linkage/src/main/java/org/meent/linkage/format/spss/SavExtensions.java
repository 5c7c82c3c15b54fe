// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** What the records of type 7 add to a dictionary. */
final class SavExtensions {
  private static final int FLOATS = 4;
  private static final int DISPLAY = 11;
  private static final int LONG_NAMES = 13;
  private static final int LONG_WIDTHS = 14;
  private static final int LONG_ROWS = 16;
  private static final int LONG_LABELS = 21;
  private static final int LONG_MISSING = 22;

  private final SavDictionary dictionary;
  private final StrictText text;
  private final Where where;

  SavExtensions(SavDictionary dictionary, StrictText text, Where where) {
    this.dictionary = dictionary;
    this.text = text;
    this.where = where;
  }

  double systemMissing() {
    ByteBuffer floats = record(FLOATS);
    return floats.remaining() >= 8 ? floats.getDouble() : -Double.MAX_VALUE;
  }

  /** The number of rows where the header has no room for it; -1 if it is not said. */
  long longRows() {
    ByteBuffer rows = record(LONG_ROWS);
    return rows.remaining() >= 16 ? Math.max(-1, rows.getLong(8)) : -1;
  }

  void measures(List<SavVariable> variables, List<String> notes) {
    ByteBuffer display = record(DISPLAY);
    int numbers = display.remaining() / 4;
    if (numbers == 0) {
      return;
    }
    if (numbers != variables.size() * 3 && numbers != variables.size() * 2) {
      notes.add("The record of measurement levels has another length than the variables ask.");
      return;
    }
    boolean withWidth = numbers == variables.size() * 3;
    for (SavVariable variable : variables) {
      variable.measure = display.getInt();
      variable.displayWidth = withWidth ? display.getInt() : 0;
      display.getInt();
    }
  }

  /** Long names by short name, the latter with one byte a character. */
  Map<String, String> longNames() {
    Map<String, String> names = new HashMap<>();
    for (String pair : pairs(LONG_NAMES)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && equals < pair.length() - 1) {
        byte[] name = pair.substring(equals + 1).getBytes(StandardCharsets.ISO_8859_1);
        names.put(pair.substring(0, equals), text.lenient(name));
      }
    }
    return names;
  }

  /** Widths of very long strings by short name, as {@link #longNames}. */
  Map<String, Integer> longWidths() {
    Map<String, Integer> widths = new HashMap<>();
    for (String pair : pairs(LONG_WIDTHS)) {
      int equals = pair.indexOf('=');
      String digits = pair.substring(equals + 1);
      if (equals > 0 && digits.matches("[0-9]{1,5}") && Integer.parseInt(digits) > 255) {
        widths.put(pair.substring(0, equals), Integer.parseInt(digits));
      }
    }
    return widths;
  }

  /** The columns with their long value labels and long missing codes. */
  List<Column> completed(List<Column> columns) {
    Map<String, List<ValueLabel>> labels = new HashMap<>();
    Map<String, MissingCodes> missing = new HashMap<>();
    try {
      longLabels(labels);
      longMissing(missing);
    } catch (BufferUnderflowException e) {
      throw refuse();
    }
    List<Column> completed = new ArrayList<>();
    for (Column column : columns) {
      completed.add(
          column.type().isText()
              ? column.coded(
                  labels.getOrDefault(column.name(), column.labels()),
                  missing.getOrDefault(column.name(), column.missing()))
              : column);
    }
    return completed;
  }

  private void longLabels(Map<String, List<ValueLabel>> into) {
    ByteBuffer record = record(LONG_LABELS);
    while (record.hasRemaining()) {
      String name = string(record, record.getInt());
      record.getInt();
      int count = record.getInt();
      List<ValueLabel> labels = new ArrayList<>();
      for (int l = 0; l < count; l++) {
        Code code = new Code.Text(string(record, record.getInt()));
        labels.add(new ValueLabel(code, string(record, record.getInt())));
      }
      into.put(name, labels);
    }
  }

  private void longMissing(Map<String, MissingCodes> into) {
    ByteBuffer record = record(LONG_MISSING);
    while (record.hasRemaining()) {
      String name = string(record, record.getInt());
      int count = record.get();
      int length = record.getInt();
      List<Code> codes = new ArrayList<>();
      for (int m = 0; m < count; m++) {
        // Some writers repeat the length before every value.
        if (m > 0 && record.remaining() >= 4 && record.getInt(record.position()) == length) {
          record.getInt();
        }
        codes.add(new Code.Text(string(record, length)));
      }
      into.put(name, new MissingCodes(codes, Optional.empty()));
    }
  }

  private String string(ByteBuffer record, int length) {
    if (length < 0 || length > record.remaining()) {
      throw refuse();
    }
    byte[] bytes = new byte[length];
    record.get(bytes);
    return SavCodes.strip(text.lenient(bytes));
  }

  /** Pairs of a record, one byte a character: a short name may end in half a character. */
  private List<String> pairs(int number) {
    byte[] bytes = dictionary.extensions().getOrDefault(number, new byte[0]);
    List<String> pairs = new ArrayList<>();
    for (String pair : new String(bytes, StandardCharsets.ISO_8859_1).split("\t", -1)) {
      pairs.add(SavCodes.strip(pair));
    }
    return pairs;
  }

  private ByteBuffer record(int number) {
    byte[] bytes = dictionary.extensions().getOrDefault(number, new byte[0]);
    return ByteBuffer.wrap(bytes).order(dictionary.header().order());
  }

  private RefusalException refuse() {
    return Refusal.badInput("linkage.sav.extension", where).asException();
  }
}
