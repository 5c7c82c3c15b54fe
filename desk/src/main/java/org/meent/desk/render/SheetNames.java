// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names that every spreadsheet accepts: at most 31 characters, none of {@code []:*?/\}, no
 * apostrophe at either end, each name once whatever its case.
 */
final class SheetNames {
  private static final int LONGEST = 31;
  private final Set<String> taken = new HashSet<>();

  /** Starts with names that a spreadsheet keeps for itself. */
  SheetNames() {
    taken.add("history");
  }

  /** A free name close to the wish. */
  String near(String wish) {
    String bare =
        VisibleText.line(wish)
            .replaceAll("[\\[\\]:*?/\\\\]", " ")
            .replaceAll(" +", " ")
            .replaceAll("^[' ]+|[' .]+$", "");
    String base = bare.isEmpty() ? "-" : bare;
    for (int number = 1; ; number++) {
      String name = number == 1 ? cut(base, "") : cut(base, " (" + number + ")");
      if (taken.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }

  /** Cut to length, at a blank if there is one in the last third. */
  private static String cut(String base, String suffix) {
    int room = LONGEST - suffix.length();
    if (base.length() <= room) {
      return base + suffix;
    }
    int end = Character.isHighSurrogate(base.charAt(room - 1)) ? room - 1 : room;
    int blank = base.lastIndexOf(' ', end);
    String kept = base.substring(0, blank > LONGEST / 2 ? blank : end);
    return kept.replaceAll("[' ]+$", "") + suffix;
  }
}
