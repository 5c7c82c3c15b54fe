// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.math.BigDecimal;
import java.util.Set;

/** Reads figures out of a sheet: counts, amounts, and the marks of what was left out. */
final class Cells {
  /** What programs write where a figure is left out. */
  private static final Set<String> MARKS = Set.of("", ".", "NA", "NaN", "x", "X", "*");

  private static final String COUNT = "[0-9]{1,15}(\\.0+)?";
  private static final String FIGURE = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?";
  private static final String AMOUNT = "-?[0-9]{1,15}(\\.[0-9]{1,8})?";

  private final Sheet sheet;

  Cells(Sheet sheet) {
    this.sheet = sheet;
  }

  boolean marked(int row, String column) {
    return MARKS.contains(sheet.text(row, column).strip());
  }

  /**
   * A count of units.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is negative, weighted or no number
   */
  long count(int row, String column) {
    String text = sheet.text(row, column).strip();
    if (text.startsWith("-")) {
      throw sheet.refuse("disclosure.elsewhere.negative", row, column);
    }
    if (!text.matches(COUNT)) {
      throw sheet.refuse("disclosure.elsewhere.count", row, column);
    }
    return Long.parseLong(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
  }

  /** An amount, exactly as written. */
  BigDecimal amount(int row, String column) {
    String text = sheet.text(row, column).strip();
    if (!text.matches(AMOUNT)) {
      throw sheet.refuse("disclosure.elsewhere.amount", row, column);
    }
    return new BigDecimal(text);
  }

  /** A figure of a model. */
  double figure(int row, String column) {
    String text = sheet.text(row, column).strip();
    if (text.matches(FIGURE) && Double.isFinite(Double.parseDouble(text))) {
      return Double.parseDouble(text);
    }
    throw sheet.refuse("disclosure.elsewhere.amount", row, column);
  }
}
