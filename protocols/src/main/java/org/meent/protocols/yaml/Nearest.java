// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.meent.protocols.literature.Reference;

/** The name that a misspelt one was probably meant to be. */
@Reference(
    authors = "F. J. Damerau (1964)",
    title = "A technique for computer detection and correction of spelling errors",
    source = "Communications of the ACM 7(3), 171-176",
    url = "https://doi.org/10.1145/363958.363994")
public final class Nearest {
  private Nearest() {}

  /** The nearest name within a third of its length in edits; the first of equals. */
  public static Optional<String> of(String written, Collection<String> names) {
    String best = "";
    int bestDistance = Integer.MAX_VALUE;
    for (String name : names) {
      int limit = Math.max(1, name.length() / 3);
      int distance =
          distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), limit);
      if (distance <= limit && distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return bestDistance == Integer.MAX_VALUE ? Optional.empty() : Optional.of(best);
  }

  /** Edits (insert, delete, replace, swap of neighbours) from one to the other. */
  static int distance(String from, String to, int limit) {
    if (Math.abs(from.length() - to.length()) > limit) {
      return limit + 1;
    }
    int[][] d = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, from, to, i, j);
      }
    }
    return d[from.length()][to.length()];
  }

  private static int step(int[][] d, String from, String to, int i, int j) {
    int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
