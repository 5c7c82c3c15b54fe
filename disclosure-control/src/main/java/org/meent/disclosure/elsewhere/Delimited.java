// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.table.CsvFile;

/**
 * Text in columns as statistical programs and Excel write it: commas, or where the header has none
 * semicolons and then decimal commas.
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
    List<String> first = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    boolean[] semicolons = new boolean[1];
    try {
      CsvFile.read(
          file,
          name,
          ',',
          header -> {
            first.addAll(header);
            semicolons[0] = header.size() == 1 && header.getFirst().contains(";");
          },
          (line, fields) -> rows.add(List.copyOf(fields)));
    } catch (org.meent.protocols.refusal.RefusalException ragged) {
      if (!semicolons[0]) {
        throw ragged;
      }
    }
    return semicolons[0] ? semicolons(file, name) : new Delimited(List.copyOf(first), rows);
  }

  private static Delimited semicolons(Path file, String name) {
    List<String> header = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    CsvFile.read(
        file,
        name,
        ';',
        header::addAll,
        (line, fields) ->
            rows.add(
                fields.stream()
                    .map(
                        field ->
                            field.strip().matches(DECIMAL_COMMA)
                                ? field.strip().replace(',', '.')
                                : field)
                    .toList()));
    return new Delimited(header, rows);
  }
}
