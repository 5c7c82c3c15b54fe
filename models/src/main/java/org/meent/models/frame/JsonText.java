// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** JSON with two spaces of indentation, written in the order of the calls. */
public final class JsonText {
  private final StringBuilder out = new StringBuilder();
  private final List<Boolean> filled = new ArrayList<>();

  /** Opens an object or a list inside a list, or the whole. */
  public JsonText open(char bracket) {
    next();
    out.append(bracket);
    filled.add(false);
    return this;
  }

  /** Opens an object or a list under a name. */
  public JsonText open(String name, char bracket) {
    key(name);
    out.append(bracket);
    filled.add(false);
    return this;
  }

  /** Closes what was opened last. */
  public JsonText close(char bracket) {
    boolean some = filled.removeLast();
    if (some) {
      line();
    }
    out.append(bracket);
    return this;
  }

  /** A text. */
  public JsonText field(String name, String value) {
    key(name);
    quote(value);
    return this;
  }

  /** A whole number. */
  public JsonText field(String name, long value) {
    key(name);
    out.append(value);
    return this;
  }

  /** True or false. */
  public JsonText field(String name, boolean value) {
    key(name);
    out.append(value);
    return this;
  }

  /** A number that is not finite has no JSON form and is written as null. */
  public JsonText field(String name, double value) {
    key(name);
    out.append(Double.isFinite(value) ? Double.toString(value) : "null");
    return this;
  }

  /** A list of texts. */
  public JsonText texts(String name, List<String> values) {
    open(name, '[');
    values.forEach(
        value -> {
          next();
          quote(value);
        });
    return close(']');
  }

  /** Everything written, with a line end. */
  public String text() {
    return out.append('\n').toString();
  }

  private void key(String name) {
    next();
    quote(name);
    out.append(": ");
  }

  private void next() {
    if (!filled.isEmpty()) {
      if (filled.getLast()) {
        out.append(',');
      }
      filled.set(filled.size() - 1, true);
      line();
    }
  }

  private void line() {
    char[] spaces = new char[2 * filled.size()];
    Arrays.fill(spaces, ' ');
    out.append('\n').append(spaces);
  }

  private void quote(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
