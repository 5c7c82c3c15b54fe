// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.protect.Equation;
import org.meent.disclosure.protect.LinearTable;

/**
 * Somebody who knows the method, and that true values add up, narrows every value down: for each
 * relation the bounds of all other cells bound one cell, again and again until nothing moves.
 *
 * <p>What it finds out is really found out. It need not find everything: bounds are passed cell by
 * cell, not over all relations at once.
 */
final class IntervalAttack {
  private static final int MOST_VISITS = 60;

  private final List<Equation> equations;
  private final long[] least;
  private final long[] most;

  IntervalAttack(LinearTable table, Alternative shown) {
    this.equations = table.equations();
    this.least = shown.least();
    this.most = shown.most();
    narrow();
  }

  /** Number of true values that a cell can still have; 1 is exact. */
  long possible(int cell) {
    return most[cell] - least[cell] + 1;
  }

  private void narrow() {
    List<List<Integer>> relations = new ArrayList<>();
    for (int cell = 0; cell < least.length; cell++) {
      relations.add(new ArrayList<>());
    }
    ArrayDeque<Integer> todo = new ArrayDeque<>();
    boolean[] queued = new boolean[equations.size()];
    int[] visits = new int[equations.size()];
    for (int e = 0; e < equations.size(); e++) {
      for (int cell : equations.get(e).cells()) {
        relations.get(cell).add(e);
      }
      todo.add(e);
      queued[e] = true;
    }
    while (!todo.isEmpty()) {
      int e = todo.remove();
      queued[e] = false;
      if (visits[e]++ >= MOST_VISITS) {
        continue;
      }
      for (int cell : narrow(equations.get(e))) {
        for (int next : relations.get(cell)) {
          if (!queued[next]) {
            queued[next] = true;
            todo.add(next);
          }
        }
      }
    }
  }

  /** Narrows the cells of one relation {@code Σ c x = 0}; the cells whose bounds moved. */
  private List<Integer> narrow(Equation equation) {
    int[] cells = equation.cells();
    int[] signs = equation.coefficients();
    long low = 0;
    long high = 0;
    for (int k = 0; k < cells.length; k++) {
      low += low(cells[k], signs[k]);
      high += high(cells[k], signs[k]);
    }
    List<Integer> moved = new ArrayList<>();
    for (int k = 0; k < cells.length; k++) {
      int cell = cells[k];
      long largest = -(low - low(cell, signs[k]));
      long smallest = -(high - high(cell, signs[k]));
      long from = signs[k] > 0 ? ceiling(smallest, signs[k]) : ceiling(largest, signs[k]);
      long until = Math.floorDiv(signs[k] > 0 ? largest : smallest, signs[k]);
      if (from > least[cell] || until < most[cell]) {
        low -= low(cell, signs[k]);
        high -= high(cell, signs[k]);
        least[cell] = Math.max(least[cell], from);
        most[cell] = Math.min(most[cell], until);
        low += low(cell, signs[k]);
        high += high(cell, signs[k]);
        moved.add(cell);
      }
    }
    return moved;
  }

  private long low(int cell, int sign) {
    return sign * (sign > 0 ? least[cell] : most[cell]);
  }

  private long high(int cell, int sign) {
    return sign * (sign > 0 ? most[cell] : least[cell]);
  }

  private static long ceiling(long a, long b) {
    return -Math.floorDiv(-a, b);
  }
}
