// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.literature.Reference;

/**
 * The small linear program behind one move: the cheapest change of the other cells that keeps every
 * equation when one cell changes by a given amount,
 *
 * <p>minimise sum c_j max(d_j, 0) + e_j max(-d_j, 0) subject to A d = rhs, -down_j &lt;= d_j &lt;=
 * up_j.
 *
 * <p>Bounded dual simplex on a dense tableau: all prices are positive, so the empty move is dual
 * feasible and no first phase is needed; the number of pivots is about the number of cells that
 * move. The answer is in floating point and proves nothing; {@link DirectionSearch} turns it into
 * whole numbers and checks them.
 */
@Reference(
    authors = "C. E. Lemke (1954)",
    title = "The dual method of solving the linear programming problem",
    source = "Naval Research Logistics Quarterly 1, 36-47",
    url = "https://doi.org/10.1002/nav.3800010107")
final class MoveProgram {
  private static final double TINY = 1e-9;
  private static final byte LOWER = 0;
  private static final byte UPPER = 1;
  private static final byte BASIC = 2;

  private int rows;
  private int columns;
  private double[] tableau = new double[0];
  private double[] price = new double[0];
  private double[] dual = new double[0];
  private double[] basic = new double[0];
  private int[] basis = new int[0];
  private double[] bound = new double[0];
  private byte[] state = new byte[0];
  private int[] support = new int[0];

  /** Work done so far, in multiplications; the same on every machine. */
  private long work;

  /** Prepares an empty program; entries are added by {@link #entry}. */
  void shape(int rowCount, int columnCount) {
    rows = rowCount;
    columns = columnCount;
    int size = Math.multiplyExact(rows, columns);
    work += size / 2;
    if (tableau.length < size) {
      tableau = new double[Math.max(size, tableau.length * 2)];
    } else {
      Arrays.fill(tableau, 0, size, 0);
    }
    if (dual.length < columns) {
      price = new double[columns * 4];
      dual = new double[columns * 2];
      bound = new double[columns * 4];
      state = new byte[columns * 4];
      support = new int[columns * 2];
    }
    if (basic.length < rows) {
      basic = new double[rows * 2];
      basis = new int[rows * 2];
    }
    Arrays.fill(dual, 0, columns, 0);
    Arrays.fill(state, 0, 2 * columns, LOWER);
    Arrays.fill(basic, 0, rows, 0);
    Arrays.fill(basis, 0, rows, -1);
  }

  void entry(int row, int column, double coefficient) {
    tableau[row * columns + column] = coefficient;
  }

  void right(int row, double value) {
    basic[row] += value;
  }

  void column(int column, double upPrice, double up, double downPrice, double down) {
    price[2 * column] = upPrice;
    price[2 * column + 1] = downPrice;
    bound[2 * column] = up;
    bound[2 * column + 1] = down;
  }

  long work() {
    return work;
  }

  /** The cheapest change per column, or null if there is none or the pivots run out. */
  double @Nullable [] solve() {
    int limit = 200 + 20 * (rows + columns);
    for (int iteration = 0; iteration < limit; iteration++) {
      int row = worstRow();
      if (row < 0) {
        return answer();
      }
      if (!pivot(row)) {
        return null;
      }
    }
    return null;
  }

  private int worstRow() {
    int worst = -1;
    double most = TINY;
    for (int r = 0; r < rows; r++) {
      double violation = Math.abs(basic[r] - target(r));
      if (violation > most) {
        most = violation;
        worst = r;
      }
    }
    return worst;
  }

  /** The nearest value within the bounds of the variable that is basic in a row. */
  private double target(int r) {
    int variable = basis[r];
    double upper = variable < 0 ? 0 : bound[variable];
    return Math.min(Math.max(basic[r], 0), upper);
  }

  private boolean pivot(int row) {
    work += 4L * rows + columns;
    double goal = target(row);
    int entering = entering(row, basic[row] < goal ? 1 : -1);
    if (entering < 0) {
      return false;
    }
    int column = entering >> 1;
    int sign = (entering & 1) == 0 ? 1 : -1;
    int base = row * columns;
    double element = tableau[base + column];
    double step = (basic[row] - goal) / (sign * element);
    double theta = (sign * price[entering] - dual[column]) / element;
    leave(row, goal);
    int count = normalise(base, theta, sign * element);
    double start = state[entering] == UPPER ? bound[entering] : 0;
    for (int r = 0; r < rows; r++) {
      if (r != row) {
        eliminate(r * columns, base, count, column, sign, r, step);
      }
    }
    basic[row] = start + step;
    basis[row] = entering;
    state[entering] = BASIC;
    return true;
  }

  private void leave(int row, double goal) {
    int leaving = basis[row];
    if (leaving >= 0) {
      state[leaving] = goal > 0 ? UPPER : LOWER;
    }
  }

  /** Updates the duals, scales the pivot row and lists its entries. */
  private int normalise(int base, double theta, double divisor) {
    int count = 0;
    for (int j = 0; j < columns; j++) {
      double entry = tableau[base + j];
      if (entry != 0) {
        if (Math.abs(entry) < 1e-12) {
          tableau[base + j] = 0;
          continue;
        }
        dual[j] += theta * entry;
        tableau[base + j] = entry / divisor;
        support[count++] = j;
      }
    }
    return count;
  }

  private void eliminate(
      int target, int base, int count, int column, int sign, int row, double step) {
    double factor = tableau[target + column] * sign;
    if (factor == 0) {
      return;
    }
    basic[row] -= step * factor;
    for (int k = 0; k < count; k++) {
      int j = support[k];
      tableau[target + j] -= factor * tableau[base + j];
    }
    tableau[target + column] = 0;
    work += count;
  }

  private int entering(int row, int need) {
    int best = -1;
    double bestRatio = Double.POSITIVE_INFINITY;
    double bestElement = 0;
    int base = row * columns;
    for (int j = 0; j < columns; j++) {
      double entry = tableau[base + j];
      double size = Math.abs(entry);
      if (size <= TINY) {
        continue;
      }
      int minus = (need > 0) == (entry > 0) ? 1 : 0;
      int sign = minus == 1 ? -1 : 1;
      int forward = 2 * j + minus;
      int backward = forward ^ 1;
      double ratio = Double.POSITIVE_INFINITY;
      int candidate = -1;
      if (state[forward] == LOWER && bound[forward] > 0) {
        ratio = Math.max(0, price[forward] - sign * dual[j]) / size;
        candidate = forward;
      }
      if (state[backward] == UPPER) {
        double other = Math.max(0, -(price[backward] + sign * dual[j])) / size;
        if (other < ratio) {
          ratio = other;
          candidate = backward;
        }
      }
      if (candidate >= 0
          && (ratio < bestRatio - TINY || (ratio <= bestRatio + TINY && size > bestElement))) {
        best = candidate;
        bestRatio = Math.min(ratio, bestRatio);
        bestElement = size;
      }
    }
    return best;
  }

  private double[] answer() {
    double[] change = new double[columns];
    for (int v = 0; v < 2 * columns; v++) {
      if (state[v] == UPPER) {
        change[v >> 1] += (v & 1) == 0 ? bound[v] : -bound[v];
      }
    }
    for (int r = 0; r < rows; r++) {
      if (basis[r] >= 0) {
        change[basis[r] >> 1] += (basis[r] & 1) == 0 ? basic[r] : -basic[r];
      }
    }
    return change;
  }
}
