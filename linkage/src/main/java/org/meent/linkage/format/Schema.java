// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a file says about itself, without any of its rows.
 *
 * @param format the format in words, such as {@code SPSS .zsav}
 * @param label the label of the file; empty if there is none
 * @param charset the name of the character set that the texts of the file are in
 * @param rows the number of rows that the file declares; -1 if it does not
 * @param columns its columns, in order, with distinct names
 * @param notes what reading the dictionary had to pass over, one sentence each, in English
 */
public record Schema(
    String format,
    String label,
    String charset,
    long rows,
    List<Column> columns,
    List<String> notes) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if two columns have one name
   */
  public Schema {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
    Map<String, Column> names = new HashMap<>();
    for (Column column : columns) {
      if (names.put(column.name(), column) != null) {
        throw new IllegalArgumentException("two columns are called " + column.name());
      }
    }
  }

  /** A schema to write: UTF-8, number of rows not known yet. */
  public static Schema of(List<Column> columns) {
    return new Schema("", "", "UTF-8", -1, columns, List.of());
  }

  /** The same file with other columns. */
  public Schema with(List<Column> others) {
    return new Schema(format, label, charset, rows, others, notes);
  }

  /** The place of a column by its exact name. */
  public OptionalInt index(String name) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).name().equals(name)) {
        return OptionalInt.of(c);
      }
    }
    return OptionalInt.empty();
  }
}
