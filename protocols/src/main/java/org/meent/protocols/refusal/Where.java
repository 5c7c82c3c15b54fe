// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.refusal;

import java.util.Locale;

/**
 * A place in an input: a file, a line or row number, a column or key. Never a value.
 *
 * @param file the file as the user wrote it, relative to the study; empty if there is none
 * @param line line or row number from 1; 0 if there is none
 * @param field column, key or option; empty if there is none
 */
public record Where(String file, long line, String field) {

  /** No place: the refusal concerns the call as a whole. */
  public static final Where NOWHERE = new Where("", 0, "");

  /** A whole file. */
  public static Where file(String file) {
    return new Where(file, 0, "");
  }

  /** A column, key or option that belongs to no file. */
  public static Where field(String field) {
    return new Where("", 0, field);
  }

  /** The same place, at a line or row number from 1. */
  public Where atLine(long at) {
    return new Where(file, at, field);
  }

  /** The same place, in a column or under a key. */
  public Where in(String name) {
    return new Where(file, line, name);
  }

  /**
   * The place in words, such as {@code study.yaml, line 12, purpose}; empty for {@link #NOWHERE}.
   */
  public String describe(Locale locale) {
    StringBuilder words = new StringBuilder(file);
    if (line > 0) {
      separate(words).append(locale.getLanguage().equals("nl") ? "regel " : "line ").append(line);
    }
    if (!field.isEmpty()) {
      separate(words).append(field);
    }
    return words.toString();
  }

  private static StringBuilder separate(StringBuilder words) {
    return words.isEmpty() ? words : words.append(", ");
  }
}
