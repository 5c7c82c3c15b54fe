// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.yaml.Words;

/**
 * What {@code select} says: {@code value(x)}, {@code latest(x)}, {@code sum(x)}, {@code min(x)},
 * {@code max(x)}, {@code count()}, {@code months-in-state()} or {@code state-at()}.
 *
 * @param select the aggregate
 * @param variable the variable; empty where rows as such are looked at
 * @param isUnknown whether the text was none of these
 */
record Selection(Select select, String variable, boolean isUnknown) {
  private static final Pattern FORM = Pattern.compile("([a-z-]+)\\(([A-Za-z][A-Za-z0-9_.-]*)?\\)");
  private static final Selection UNKNOWN = new Selection(Select.VALUE, "", true);

  static Selection parse(String text) {
    Matcher form = FORM.matcher(text);
    Select select = form.matches() ? Words.of(Select.class).get(form.group(1)) : null;
    if (select == null || select.ofRows() != (form.group(2) == null)) {
      return UNKNOWN;
    }
    return new Selection(select, select.ofRows() ? "" : form.group(2), false);
  }

  /** Whether a variable of that type can be selected so. */
  boolean fits(Type type) {
    return switch (select) {
      case VALUE, LATEST, COUNT, MONTHS_IN_STATE, STATE_AT -> true;
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
