// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.Locale;

/**
 * One way in which a register or column is written, and when. {@code JJJJ} in a name stands for a
 * year, as in {@code gemJJJJ}. Case never tells two names apart.
 *
 * @param name the name
 * @param from the first year it is used; 0 if not known
 * @param to the last year it is used; 0 if not known
 */
public record Spelling(String name, int from, int to) {
  private static final String YEAR = "jjjj";

  /** A spelling of all years. */
  public static Spelling always(String name) {
    return new Spelling(name, 0, 0);
  }

  /** Whether a written name is this one. */
  public boolean matches(String written) {
    String mine = name.toLowerCase(Locale.ROOT);
    String other = written.toLowerCase(Locale.ROOT);
    int year = mine.indexOf(YEAR);
    if (year < 0) {
      return mine.equals(other);
    }
    return other.length() == mine.length()
        && other.startsWith(mine.substring(0, year))
        && other.endsWith(mine.substring(year + YEAR.length()))
        && other.substring(year, year + YEAR.length()).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether it is used in a year, as far as is known. */
  public boolean usedIn(int year) {
    return (from == 0 || from <= year) && (to == 0 || year <= to);
  }
}
