// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.SourcePlan.Type;

/**
 * What {@code select} says: {@code value(x)}, {@code sum(x)}, {@code min(x)}, {@code max(x)} or
 * {@code count()}.
 *
 * @param select the aggregate
 * @param variable the variable; empty for a count
 * @param isUnknown whether the text was none of these
 */
record Selection(Select select, String variable, boolean isUnknown) {
  private static final Pattern FORM =
      Pattern.compile("(?:(value|sum|min|max)\\(([A-Za-z][A-Za-z0-9_.-]*)\\))|(count)\\(\\)");

  static Selection parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return new Selection(Select.VALUE, "", true);
    }
    String variable = form.group(2);
    return variable == null
        ? new Selection(Select.COUNT, "", false)
        : new Selection(Select.valueOf(form.group(1).toUpperCase(Locale.ROOT)), variable, false);
  }

  /** Whether a variable of that type can be selected so. */
  boolean fits(Type type) {
    return switch (select) {
      case VALUE, COUNT -> true;
      case SUM -> CohortNames.isNumber(type);
      case MIN, MAX -> type != Type.CODE;
    };
  }

  /** Whether a text can be a value of that type. */
  static boolean isValue(String text, Type type) {
    return switch (type) {
      case CODE -> true;
      case INTEGER -> text.matches("-?[0-9]{1,15}");
      case DECIMAL -> text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
      case DATE -> isDate(text);
    };
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
