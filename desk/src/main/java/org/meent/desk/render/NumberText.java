// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell's text that is a number and nothing else, so that a spreadsheet can show exactly these
 * digits from the number: no leading zero (that would be a code), no more digits than a double
 * holds, a point as decimal sign, thousands apart by a blank or not at all. A comma means different
 * things in different languages, so text with a comma stays text.
 *
 * @param value the number
 * @param decimals decimals written
 */
record NumberText(double value, int decimals) {
  private static final Pattern PLAIN =
      Pattern.compile(
          "([-−]?)(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:[ \u00A0\u202F][0-9]{3})+)(?:\\.([0-9]+))?");
  private static final int DIGITS_OF_A_DOUBLE = 15;

  /** The number, if the text is one that comes back unchanged. */
  static Optional<NumberText> of(String text) {
    Matcher parts = PLAIN.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String decimals = parts.group(3) == null ? "" : parts.group(3);
    String whole = parts.group(2).replaceAll("[ \u00A0\u202F]", "");
    String sign = parts.group(1).isEmpty() ? "" : "-";
    double value = Double.parseDouble(sign + whole + "." + decimals + "0");
    boolean negativeZero = value == 0 && !parts.group(1).isEmpty();
    if (whole.length() + decimals.length() > DIGITS_OF_A_DOUBLE || negativeZero) {
      return Optional.empty();
    }
    return Optional.of(new NumberText(value, decimals.length()));
  }

  /** The number format of a spreadsheet that shows the decimals as written. */
  String format() {
    return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
  }
}
