// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody knows who has learnt sums of unknowns that cannot be negative: exactly what follows
 * by elimination, and bounds that follow equation by equation. It may miss something that follows;
 * what it says follows.
 */
final class Knowledge {
  private static final double TINY = 1e-7;
  private static final int ROUNDS = 30;

  private final int unknowns;
  private final List<double[]> learnt = new ArrayList<>();
  private final List<double[]> reduced = new ArrayList<>();
  private final List<double[]> filled = new ArrayList<>();
  private final double[] least;
  private final double[] most;

  Knowledge(int unknowns) {
    this.unknowns = unknowns;
    least = new double[unknowns];
    most = new double[unknowns];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
  }

  /** Learns that a sum has a value. */
  void learns(double[] form, double value) {
    double[] row = Arrays.copyOf(form, unknowns + 1);
    row[unknowns] = value;
    learnt.add(row.clone());
    double[] rest = rest(row);
    int pivot = pivot(rest);
    if (pivot < 0) {
      return;
    }
    double by = rest[pivot];
    for (int k = 0; k <= unknowns; k++) {
      rest[k] /= by;
    }
    for (double[] other : reduced) {
      subtract(other, rest, other[pivot]);
    }
    reduced.add(rest);
  }

  /** Learns that a sum, with coefficients 0 and 1, is at least 1. */
  void learnsAny(double[] form) {
    filled.add(form.clone());
  }

  /** Draws the bounds that follow; after the last thing was learnt. */
  void concludes() {
    for (int round = 0; round < ROUNDS; round++) {
      boolean changed = false;
      for (double[] form : filled) {
        changed |= raise(form);
      }
      for (double[] row : learnt) {
        changed |= tighten(row);
      }
      for (double[] row : reduced) {
        changed |= tighten(row);
      }
      if (!changed) {
        return;
      }
    }
  }

  /** What the others of a sum cannot be, one of it must be. */
  private boolean raise(double[] form) {
    boolean changed = false;
    for (int k = 0; k < unknowns; k++) {
      double others = 0;
      for (int j = 0; j < unknowns; j++) {
        others += j == k || form[j] == 0 ? 0 : most[j];
      }
      if (form[k] != 0 && 1 - others > least[k] + TINY) {
        least[k] = 1 - others;
        changed = true;
      }
    }
    return changed;
  }

  private boolean tighten(double[] row) {
    boolean changed = false;
    for (int k = 0; k < unknowns; k++) {
      if (Math.abs(row[k]) > TINY) {
        double low = row[unknowns];
        double high = row[unknowns];
        for (int j = 0; j < unknowns; j++) {
          if (j != k && Math.abs(row[j]) > TINY) {
            low -= row[j] > 0 ? row[j] * most[j] : row[j] * least[j];
            high -= row[j] > 0 ? row[j] * least[j] : row[j] * most[j];
          }
        }
        double from = row[k] > 0 ? low / row[k] : high / row[k];
        double to = row[k] > 0 ? high / row[k] : low / row[k];
        if (from > least[k] + TINY) {
          least[k] = from;
          changed = true;
        }
        if (to < most[k] - TINY) {
          most[k] = to;
          changed = true;
        }
      }
    }
    return changed;
  }

  /** The largest value that a sum with coefficients 0 and 1 can have, as far as this goes. */
  double largest(double[] form) {
    double[] rest = rest(Arrays.copyOf(form, unknowns + 1));
    if (pivot(rest) < 0) {
      return -rest[unknowns];
    }
    double largest = 0;
    for (int k = 0; k < unknowns; k++) {
      largest += form[k] == 0 ? 0 : form[k] * most[k];
    }
    for (double[] row : learnt) {
      if (covers(row, form)) {
        largest = Math.min(largest, row[unknowns]);
      }
    }
    return largest;
  }

  /** Whether a sum follows exactly. */
  boolean follows(double[] form) {
    return pivot(rest(Arrays.copyOf(form, unknowns + 1))) < 0;
  }

  private boolean covers(double[] row, double[] form) {
    for (int k = 0; k < unknowns; k++) {
      if (row[k] < form[k]) {
        return false;
      }
    }
    return true;
  }

  private double[] rest(double[] row) {
    double[] rest = row.clone();
    for (double[] other : reduced) {
      int pivot = pivot(other);
      subtract(rest, other, rest[pivot]);
    }
    return rest;
  }

  private void subtract(double[] row, double[] other, double times) {
    for (int k = 0; times != 0 && k <= unknowns; k++) {
      row[k] -= times * other[k];
    }
  }

  private int pivot(double[] row) {
    for (int k = 0; k < unknowns; k++) {
      if (Math.abs(row[k]) > TINY) {
        return k;
      }
    }
    return -1;
  }
}
