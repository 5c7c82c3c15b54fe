// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import java.util.Arrays;
import java.util.List;
import org.meent.disclosure.protect.Equation;
import org.meent.disclosure.protect.LinearTable;

/**
 * What an alternative costs and what it hides.
 *
 * @param method how values were changed
 * @param changed cells whose value changed
 * @param meanChange mean absolute change over all cells
 * @param largestChange largest absolute change
 * @param additive whether the published table adds up
 * @param sensitive cells that were to be protected
 * @param known of these, how many an attacker finds out exactly, who knows the method and that true
 *     values add up
 * @param narrowed of these, how many he brings down to at most two possible values
 */
public record Comparison(
    Alternative.Method method,
    int changed,
    double meanChange,
    long largestChange,
    boolean additive,
    int sensitive,
    int known,
    int narrowed) {

  /**
   * Compares.
   *
   * @param table the true table
   * @param shown the alternative
   * @param sensitive cells that were to be protected
   */
  public static Comparison of(LinearTable table, Alternative shown, int[] sensitive) {
    long[] truth = table.values();
    long[] values = shown.values();
    int changed = 0;
    long sum = 0;
    long largest = 0;
    for (int cell = 0; cell < truth.length; cell++) {
      long change = Math.abs(values[cell] - truth[cell]);
      changed += change == 0 ? 0 : 1;
      sum = Math.addExact(sum, change);
      largest = Math.max(largest, change);
    }
    IntervalAttack attack = new IntervalAttack(table, shown);
    return new Comparison(
        shown.method(),
        changed,
        truth.length == 0 ? 0 : (double) sum / truth.length,
        largest,
        additive(table.equations(), values),
        sensitive.length,
        (int) Arrays.stream(sensitive).filter(cell -> attack.possible(cell) <= 1).count(),
        (int) Arrays.stream(sensitive).filter(cell -> attack.possible(cell) <= 2).count());
  }

  private static boolean additive(List<Equation> equations, long[] values) {
    for (Equation equation : equations) {
      long sum = 0;
      for (int k = 0; k < equation.cells().length; k++) {
        sum += values[equation.cells()[k]] * equation.coefficients()[k];
      }
      if (sum != 0) {
        return false;
      }
    }
    return true;
  }
}
