// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import org.jspecify.annotations.Nullable;
import org.meent.protocols.literature.Reference;

/**
 * The linear program behind one move: the cheapest change of the other cells that keeps every
 * equation of the whole table when one cell changes by one,
 *
 * <p>minimise sum c_j max(d_j, 0) + e_j max(-d_j, 0) subject to A d = rhs, -room_j &lt;= d_j.
 *
 * <p>Bounded dual simplex with steepest edges: all prices are positive, so the empty move is dual
 * feasible and no first phase is needed. Work is done only where the move has reached. The value of
 * the dual only grows, so a move that would be too dear is given up early. The answer is in
 * floating point and proves nothing; {@link DirectionSearch} turns it into whole numbers and checks
 * them.
 */
@Reference(
    authors = "C. E. Lemke (1954)",
    title = "The dual method of solving the linear programming problem",
    source = "Naval Research Logistics Quarterly 1, 36-47",
    url = "https://doi.org/10.1002/nav.3800010107")
@Reference(
    authors = "J. J. Forrest, D. Goldfarb (1992)",
    title = "Steepest-edge simplex algorithms for linear programming",
    source = "Mathematical Programming 57, 341-374",
    url = "https://doi.org/10.1007/BF01581089")
final class MoveProgram {
  static final double TINY = 1e-9;

  private final MoveBasis basis;
  private final MoveColumns columns;
  private final RatioTest ratio;
  private double objective;

  MoveProgram(Incidence incidence) {
    columns = new MoveColumns(incidence);
    basis = new MoveBasis(incidence, columns);
    ratio = new RatioTest(columns);
  }

  long work() {
    return basis.work() + columns.work();
  }

  /**
   * The cheapest change, or null if there is none, it costs more than allowed, or the pivots run
   * out.
   *
   * @param cell the cell that changes by {@code sense}
   * @param most what the change may cost
   * @param pivots pivots after which there is no answer
   */
  @Nullable Change solve(int cell, int sense, MovePrices prices, double most, int pivots) {
    columns.start(prices, cell);
    basis.start(cell, sense);
    objective = 0;
    for (int k = 0; k < pivots; k++) {
      if (basis.isLong() && !basis.reinvert()) {
        return null;
      }
      int row = basis.worst();
      if (row < 0) {
        basis.settle();
        return columns.change(cell, sense);
      }
      if (!step(row) || objective > most) {
        return null;
      }
    }
    return null;
  }

  private boolean step(int row) {
    basis.price(row);
    int entering = ratio.choose(basis.violation(row));
    if (entering < 0) {
      return false;
    }
    objective += ratio.gain();
    columns.turn(ratio.theta());
    basis.flip(ratio);
    return basis.enter(row, entering);
  }
}
