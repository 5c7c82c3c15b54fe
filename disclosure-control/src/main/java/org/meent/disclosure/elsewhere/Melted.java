// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tables with one column per figure, as {@code summarise} and {@code collapse} make them. */
final class Melted {
  private Melted() {}

  /**
   * One row per figure: columns that head figures become a column of words and one of values.
   *
   * @param figures whether a heading is one of a figure
   * @param word the heading of the words
   */
  static Sheet of(Sheet sheet, Predicate<String> figures, String word) {
    List<String> kept = sheet.columns().stream().filter(figures.negate()).toList();
    List<String> melted = sheet.columns().stream().filter(figures).toList();
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < sheet.rows().size(); row++) {
      for (String figure : melted) {
        List<String> fields = new ArrayList<>();
        for (String column : kept) {
          fields.add(sheet.text(row, column));
        }
        fields.add(figure);
        fields.add(sheet.text(row, figure));
        rows.add(fields);
      }
    }
    List<String> header = new ArrayList<>(kept);
    header.add(word);
    header.add("value");
    return new Sheet(sheet.name(), header, rows);
  }
}
