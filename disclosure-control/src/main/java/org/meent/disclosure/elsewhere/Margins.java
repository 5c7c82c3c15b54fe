// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The counts of a table with its totals, where some may not be known: what follows from the others
 * by subtraction in a row or a column is filled in, again and again.
 */
final class Margins {
  private static final long UNKNOWN = -1;

  private final String file;
  private final long[][] counts;
  private final List<List<Integer>> followed = new ArrayList<>();

  /**
   * Takes counts with totals last.
   *
   * @param counts a count, or -1 where it is not known
   */
  Margins(String file, long[][] counts) {
    this.file = file;
    this.counts = counts;
  }

  /**
   * Fills in what follows.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a total is not the sum of its parts
   */
  void solve() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < counts.length; i++) {
        changed |= line(i, true);
      }
      for (int j = 0; j < counts[0].length; j++) {
        changed |= line(j, false);
      }
    }
  }

  /** Fills in the only unknown of a line; true if there was one. */
  private boolean line(int at, boolean row) {
    int last = (row ? counts[0].length : counts.length) - 1;
    int unknown = -1;
    long rest = 0;
    for (int k = 0; k <= last; k++) {
      long value = row ? counts[at][k] : counts[k][at];
      if (value == UNKNOWN && unknown >= 0) {
        return false;
      }
      unknown = value == UNKNOWN ? k : unknown;
      rest += value == UNKNOWN ? 0 : k == last ? value : -value;
    }
    long found = unknown == last ? -rest : rest;
    if (unknown < 0 ? rest != 0 : found < 0) {
      throw Refusal.badInput(
              "disclosure.elsewhere.not-additive", Where.file(file), row ? "row" : "column", at + 1)
          .asException();
    }
    if (unknown < 0) {
      return false;
    }
    int i = row ? at : unknown;
    int j = row ? unknown : at;
    counts[i][j] = found;
    followed.add(List.of(i, j));
    return true;
  }

  /** Whether a count is known by now. */
  boolean known(int i, int j) {
    return counts[i][j] != UNKNOWN;
  }

  long count(int i, int j) {
    return counts[i][j];
  }

  /** The places that were filled in, in the order found. */
  List<List<Integer>> followed() {
    return List.copyOf(followed);
  }

  /** Whether every inner cell is known. */
  boolean whole() {
    for (int i = 0; i < counts.length - 1; i++) {
      for (int j = 0; j < counts[0].length - 1; j++) {
        if (counts[i][j] == UNKNOWN) {
          return false;
        }
      }
    }
    return true;
  }

  /** The inner cells. */
  List<List<Long>> inner() {
    List<List<Long>> inner = new ArrayList<>();
    for (int i = 0; i < counts.length - 1; i++) {
      List<Long> row = new ArrayList<>();
      for (int j = 0; j < counts[0].length - 1; j++) {
        row.add(counts[i][j]);
      }
      inner.add(row);
    }
    return inner;
  }
}
