// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.BitSet;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Cells 0 to n-1 with their true values, and every linear relation between them. Margins,
 * hierarchies, linked tables and flows are all of this shape.
 *
 * @param values true values in whole units; amounts with decimals are scaled by the caller
 * @param equations all relations that hold between the cells
 * @param kind what an attacker knows of the values beforehand
 * @param hiddenZeros cells of counts that may be left out when they are zero, by a rule that
 *     anybody knows; a count that is left out elsewhere is at least 1, and anybody knows that too
 */
public record LinearTable(long[] values, List<Equation> equations, Kind kind, BitSet hiddenZeros) {

  /** What an attacker knows of every value beforehand. */
  public enum Kind {
    /** Whole numbers from zero; witnesses are whole numbers too. */
    COUNTS,
    /** Amounts from zero. */
    AMOUNTS,
    /** Amounts that may be negative, and are known to be: no bound from below. */
    SIGNED_AMOUNTS
  }

  /** Largest absolute value, so that exact sums stay within 64 bits. */
  static final long LARGEST = 1L << 50;

  /**
   * Copies and checks.
   *
   * @throws org.meent.protocols.refusal.RefusalException if an equation does not hold or a value is
   *     negative although negatives are not declared
   * @throws IllegalArgumentException if an equation names a cell that does not exist
   */
  public LinearTable {
    values = values.clone();
    equations = List.copyOf(equations);
    hiddenZeros = (BitSet) hiddenZeros.clone();
    for (int cell = 0; cell < values.length; cell++) {
      if (values[cell] < 0 && kind != Kind.SIGNED_AMOUNTS) {
        throw Refusal.badInput("disclosure.table.negative", Where.NOWHERE, cell).asException();
      }
      if (Math.abs(values[cell]) > LARGEST) {
        throw Refusal.badInput("disclosure.table.too-large", Where.NOWHERE, cell).asException();
      }
    }
    for (int i = 0; i < equations.size(); i++) {
      check(values, equations.get(i), i);
    }
  }

  /** A table of which every zero is shown. */
  public LinearTable(long[] values, List<Equation> equations, Kind kind) {
    this(values, equations, kind, new BitSet());
  }

  /** A table of counts, the strictest kind. */
  public LinearTable(long[] values, List<Equation> equations) {
    this(values, equations, Kind.COUNTS);
  }

  /** The same table, in which some zeros may be left out. */
  public LinearTable withHiddenZeros(BitSet cells) {
    return new LinearTable(values, equations, kind, cells);
  }

  /** Number of cells. */
  public int size() {
    return values.length;
  }

  private static void check(long[] values, Equation equation, int index) {
    long sum = 0;
    for (int k = 0; k < equation.cells().length; k++) {
      int cell = equation.cells()[k];
      if (cell < 0 || cell >= values.length) {
        throw new IllegalArgumentException("equation " + index + " names no cell: " + cell);
      }
      sum = Math.addExact(sum, Math.multiplyExact(values[cell], equation.coefficients()[k]));
    }
    if (sum != 0) {
      String name = equation.name().isEmpty() ? "equation " + index : equation.name();
      throw Refusal.badInput("disclosure.table.not-additive", Where.NOWHERE, name).asException();
    }
  }
}
