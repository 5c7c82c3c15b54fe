// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.util.List;

/**
 * A column (SPSS and Stata: variable) of a file.
 *
 * @param name its name as the file spells it
 * @param label what it means; empty if not said
 * @param type what its values are
 * @param width for text the greatest number of UTF-8 or source bytes, for numbers the width of
 *     display; 0 if unknown
 * @param decimals decimals of display
 * @param format display format in the file's own spelling, such as {@code F8.2} or {@code %td};
 *     empty if there is none
 * @param labels value labels, in the file's order
 * @param missing user-missing values
 * @param measure level of measurement
 */
public record Column(
    String name,
    String label,
    ValueType type,
    int width,
    int decimals,
    String format,
    List<ValueLabel> labels,
    MissingCodes missing,
    Measure measure) {

  /** Copies the labels. */
  public Column {
    labels = List.copyOf(labels);
  }

  /** A plain column of numbers, dates or times. */
  public static Column of(String name, ValueType type) {
    return new Column(
        name,
        "",
        type,
        8,
        type == ValueType.NUMBER ? 2 : 0,
        "",
        List.of(),
        MissingCodes.NONE,
        Measure.UNKNOWN);
  }

  /** A plain column of text of at most so many bytes in UTF-8. */
  public static Column text(String name, int width) {
    return new Column(
        name, "", ValueType.TEXT, width, 0, "", List.of(), MissingCodes.NONE, Measure.NOMINAL);
  }

  /** The same column under another name. */
  public Column named(String other) {
    return new Column(other, label, type, width, decimals, format, labels, missing, measure);
  }

  /** The same column with a label. */
  public Column labelled(String text) {
    return new Column(name, text, type, width, decimals, format, labels, missing, measure);
  }

  /** The same column with value labels and missing codes. */
  public Column coded(List<ValueLabel> meanings, MissingCodes codes) {
    return new Column(name, label, type, width, decimals, format, meanings, codes, measure);
  }
}
