// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.table.CsvFile;

/**
 * Text in columns as statistical programs and Excel write it: commas, or semicolons and then
 * decimal commas.
 *
 * @param header names of the columns
 * @param rows the rows, each as long as the header
 */
record Delimited(List<String> header, List<List<String>> rows) {
  private static final String DECIMAL_COMMA = "-?[0-9]+,[0-9]+([eE][-+]?[0-9]+)?";

  /**
   * Reads a file.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is no such text in UTF-8, ragged or
   *     empty
   */
  static Delimited read(Path file, String name) {
    char separator = CsvFile.separator(file, name);
    List<String> header = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    CsvFile.read(
        file,
        name,
        separator,
        header::addAll,
        (line, fields) ->
            rows.add(
                separator == ';'
                    ? fields.stream().map(Delimited::withPoint).toList()
                    : List.copyOf(fields)));
    return new Delimited(header, rows);
  }

  private static String withPoint(String field) {
    String number = field.strip();
    return number.matches(DECIMAL_COMMA) ? number.replace(',', '.') : field;
  }
}
