// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import org.meent.linkage.compare.DateForm;
import org.meent.linkage.compare.FoldedText;

/** How a column writes its dates: the form under which most records hold a day that exists. */
final class DateColumn {
  private DateColumn() {}

  /** The form with the most existing days; year first wins ties, then day first. */
  static DateForm form(CsvTable.CsvColumn column) {
    DateForm best = DateForm.YEAR_MONTH_DAY;
    long most = -1;
    int[] counts = counts(column);
    for (DateForm form : DateForm.values()) {
      long days = days(column, counts, form);
      if (days > most) {
        most = days;
        best = form;
      }
    }
    return best;
  }

  /** The share of the records with a value that hold an existing day, in the best form. */
  static double share(CsvTable.CsvColumn column) {
    int[] counts = counts(column);
    long present = 0;
    for (int v = 1; v < counts.length; v++) {
      present += counts[v];
    }
    return present == 0 ? 0 : (double) days(column, counts, form(column)) / present;
  }

  /** Eight digits yyyymmdd, or the folded text if it cannot be read as a date. */
  static String fold(String text, DateForm form) {
    if (text.isEmpty()) {
      return "";
    }
    int date = form.parse(text);
    if (date < 0 || date > 99_999_999) {
      return FoldedText.compact(text);
    }
    String digits = Integer.toString(date);
    return "0".repeat(8 - digits.length()) + digits;
  }

  static boolean exists(String folded) {
    if (folded.length() != 8) {
      return false;
    }
    for (int i = 0; i < 8; i++) {
      if (folded.charAt(i) < '0' || folded.charAt(i) > '9') {
        return false;
      }
    }
    return DateForm.exists(Integer.parseInt(folded));
  }

  private static int[] counts(CsvTable.CsvColumn column) {
    int[] counts = new int[column.values().length];
    for (int code : column.codes()) {
      counts[code]++;
    }
    return counts;
  }

  private static long days(CsvTable.CsvColumn column, int[] counts, DateForm form) {
    long days = 0;
    for (int v = 1; v < counts.length; v++) {
      if (DateForm.exists(form.parse(column.values()[v]))) {
        days += counts[v];
      }
    }
    return days;
  }
}
