// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.BitSet;
import java.util.Optional;

/** Each cell of a table of totals and parts as the sum of its leaves that are not zero. */
final class LeafForms {
  private final LinearTable table;
  private final int[] totalOf;
  private final LinearForm[] forms;
  private final BitSet open = new BitSet();

  private LeafForms(LinearTable table) {
    this.table = table;
    totalOf = new int[table.size()];
    forms = new LinearForm[table.size()];
  }

  /** The forms, or nothing if some relation is not a total and its parts. */
  static Optional<LinearForm[]> of(LinearTable table) {
    LeafForms leaves = new LeafForms(table);
    for (int k = 0; k < table.equations().size(); k++) {
      if (!leaves.total(k)) {
        return Optional.empty();
      }
    }
    for (int cell = 0; cell < table.size(); cell++) {
      if (!leaves.resolve(cell)) {
        return Optional.empty();
      }
    }
    return Optional.of(leaves.forms);
  }

  /** Notes the total of a relation: its only negative cell, or its only positive one. */
  private boolean total(int index) {
    Equation equation = table.equations().get(index);
    int negative = -1;
    for (int k = 0; k < equation.cells().length; k++) {
      int coefficient = equation.coefficients()[k];
      if (coefficient == -1 && negative < 0) {
        negative = equation.cells()[k];
      } else if (coefficient != 1) {
        return false;
      }
    }
    if (negative < 0) {
      return false;
    }
    totalOf[negative] = totalOf[negative] == 0 ? index + 1 : totalOf[negative];
    return true;
  }

  private boolean resolve(int cell) {
    if (forms[cell] != null || open.get(cell)) {
      return !open.get(cell); // a cell that is part of itself stays open
    }
    if (totalOf[cell] == 0) {
      forms[cell] = table.values()[cell] == 0 ? LinearForm.ZERO : LinearForm.of(cell);
      return true;
    }
    open.set(cell);
    LinearForm sum = LinearForm.ZERO;
    for (int part : table.equations().get(totalOf[cell] - 1).cells()) {
      if (part != cell) {
        if (!resolve(part)) {
          return false;
        }
        sum = sum.plus(1, forms[part]);
      }
    }
    forms[cell] = sum;
    open.clear(cell);
    return true;
  }
}
