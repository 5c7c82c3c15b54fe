// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;

/**
 * One linear relation that anybody knows: the sum of coefficient times value is zero. A margin is
 * {@code total - part - part = 0}, a flow is {@code in - out - lost = 0}.
 *
 * @param cells indices of distinct cells
 * @param coefficients one non-zero whole number per cell
 * @param name what a refusal calls the relation; may be empty
 */
public record Equation(int[] cells, int[] coefficients, String name) {

  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if lengths differ, a coefficient is zero or a cell repeats
   */
  public Equation {
    if (cells.length != coefficients.length) {
      throw new IllegalArgumentException("one coefficient per cell");
    }
    if (Arrays.stream(coefficients).anyMatch(coefficient -> coefficient == 0)) {
      throw new IllegalArgumentException("a coefficient is zero");
    }
    if (Arrays.stream(cells).distinct().count() != cells.length) {
      throw new IllegalArgumentException("a cell stands twice in one equation");
    }
    cells = cells.clone();
    coefficients = coefficients.clone();
  }

  /** A relation without a name. */
  public Equation(int[] cells, int[] coefficients) {
    this(cells, coefficients, "");
  }

  /** The cell that is the sum of the others, or -1 if this is no sum. */
  int total() {
    int total = -1;
    for (int k = 0; k < cells.length; k++) {
      if (coefficients[k] == -1 && total < 0) {
        total = cells[k];
      } else if (coefficients[k] != 1) {
        return -1;
      }
    }
    return total;
  }

  /** The total equals the sum of its parts. */
  public static Equation sum(String name, int total, int... parts) {
    int[] cells = new int[parts.length + 1];
    int[] coefficients = new int[cells.length];
    cells[0] = total;
    coefficients[0] = -1;
    for (int i = 0; i < parts.length; i++) {
      cells[i + 1] = parts[i];
      coefficients[i + 1] = 1;
    }
    return new Equation(cells, coefficients, name);
  }
}
