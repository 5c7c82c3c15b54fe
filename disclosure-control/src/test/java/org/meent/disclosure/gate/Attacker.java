// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody who knows linear statements about unknowns from zero, and asks how small and how large
 * another statement can be: a dense two-phase simplex with Bland's rule, good for some dozens of
 * unknowns. (Commons Math's solver was tried first and gave wrong minima on such problems.)
 */
final class Attacker {
  private static final double TINY = 1e-9;

  private final int unknowns;
  private final List<double[]> forms = new ArrayList<>();
  private final List<double[]> ranges = new ArrayList<>();
  private double[][] tableau = new double[0][];
  private int[] basis = new int[0];
  private int columns;

  Attacker(int unknowns) {
    this.unknowns = unknowns;
  }

  /** Learns that a sum of unknowns lies between two numbers from zero. */
  void learns(double[] form, double from, double to) {
    forms.add(form.clone());
    ranges.add(new double[] {from, to});
  }

  /**
   * Starts the attack once everything is learnt.
   *
   * @return whether what was learnt can be true at all
   */
  boolean starts() {
    int rows = forms.size();
    int ranged = (int) ranges.stream().filter(r -> r[0] < r[1]).count();
    columns = unknowns + 2 * ranged;
    int height = rows + ranged;
    tableau = new double[height][columns + height + 1];
    basis = new int[height];
    int slack = unknowns;
    int extra = rows;
    for (int i = 0; i < rows; i++) {
      System.arraycopy(forms.get(i), 0, tableau[i], 0, unknowns);
      tableau[i][columns + height] = ranges.get(i)[0];
      if (ranges.get(i)[0] < ranges.get(i)[1]) {
        // form - slack = from, slack + other = to - from
        tableau[i][slack] = -1;
        tableau[extra][slack] = 1;
        tableau[extra][slack + 1] = 1;
        tableau[extra][columns + height] = ranges.get(i)[1] - ranges.get(i)[0];
        slack += 2;
        extra++;
      }
    }
    double[] artificial = new double[columns + height];
    for (int i = 0; i < height; i++) {
      tableau[i][columns + i] = 1;
      basis[i] = columns + i;
      artificial[columns + i] = 1;
    }
    double left = minimise(artificial, columns + height);
    return left < 1e-6;
  }

  double smallest(double[] form) {
    return minimise(form, columns);
  }

  double largest(double[] form) {
    return -minimise(Arrays.stream(form).map(c -> -c).toArray(), columns);
  }

  private double minimise(double[] cost, int usable) {
    int right = columns + tableau.length;
    double[] full = Arrays.copyOf(cost, right);
    while (true) {
      int enter = -1;
      for (int j = 0; j < usable && enter < 0; j++) {
        double reduced = full[j];
        for (int i = 0; i < tableau.length; i++) {
          reduced -= full[basis[i]] * tableau[i][j];
        }
        enter = reduced < -TINY ? j : -1;
      }
      if (enter < 0) {
        double value = 0;
        for (int i = 0; i < tableau.length; i++) {
          value += full[basis[i]] * tableau[i][right];
        }
        return value;
      }
      int leave = leaving(enter, right, usable);
      if (leave < 0) {
        return Double.NEGATIVE_INFINITY;
      }
      pivot(leave, enter);
    }
  }

  /** Smallest ratio, ties by smallest basic column; artificial columns at zero leave first. */
  private int leaving(int enter, int right, int usable) {
    int leave = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tableau.length; i++) {
      boolean dead = basis[i] >= usable && Math.abs(tableau[i][enter]) > TINY;
      double ratio =
          dead
              ? 0
              : tableau[i][enter] > TINY
                  ? tableau[i][right] / tableau[i][enter]
                  : Double.POSITIVE_INFINITY;
      if (ratio < least - TINY || (ratio < least + TINY && leave >= 0 && basis[i] < basis[leave])) {
        least = Math.min(least, ratio);
        leave = i;
      }
    }
    return least == Double.POSITIVE_INFINITY ? -1 : leave;
  }

  private void pivot(int row, int column) {
    double by = tableau[row][column];
    for (int j = 0; j < tableau[row].length; j++) {
      tableau[row][j] /= by;
    }
    for (int i = 0; i < tableau.length; i++) {
      double factor = tableau[i][column];
      if (i != row && factor != 0) {
        for (int j = 0; j < tableau[i].length; j++) {
          tableau[i][j] -= factor * tableau[row][j];
        }
      }
    }
    basis[row] = column;
  }
}
