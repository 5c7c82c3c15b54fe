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
      int total = table.equations().get(k).total();
      if (total < 0) {
        return Optional.empty();
      }
      leaves.totalOf[total] = leaves.totalOf[total] == 0 ? k + 1 : leaves.totalOf[total];
    }
    for (int cell = 0; cell < table.size(); cell++) {
      if (!leaves.resolve(cell)) {
        return Optional.empty();
      }
    }
    return Optional.of(leaves.forms);
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
