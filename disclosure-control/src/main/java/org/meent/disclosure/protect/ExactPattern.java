// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meent.protocols.literature.Reference;

/**
 * Cells to leave out so that no primary is a linear combination of what is published: a start, to
 * be proved and improved. The dearest cells are published first; a cell that would give a primary
 * away together with those published before is left out.
 */
@Reference(
    authors = "Ø. Langsrud (2024)",
    title =
        "Secondary Cell Suppression by Gaussian Elimination: An Algorithm Suitable for Large"
            + " Tables",
    source = "Privacy in Statistical Databases, LNCS 14915",
    url = "https://doi.org/10.1007/978-3-031-69651-0_6")
final class ExactPattern {
  private final LinearForm[] forms;
  private final int[] pivotOf;
  private final List<LinearForm> rows = new ArrayList<>();
  private final List<List<Integer>> holders = new ArrayList<>();
  private final Map<Long, Integer> forbidden = new HashMap<>();
  private final int sensitive;

  private ExactPattern(LinearForm[] forms, boolean[] primary) {
    this.forms = forms;
    pivotOf = new int[forms.length];
    Arrays.fill(pivotOf, -1);
    for (int k = 0; k < forms.length; k++) {
      holders.add(new ArrayList<>(0));
    }
    for (int cell = 0; cell < forms.length; cell++) {
      if (primary[cell]) {
        hold(rows.size(), forms[cell]);
        rows.add(forms[cell]);
        forbidden.merge(forms[cell].direction(), 1, Integer::sum);
      }
    }
    sensitive = rows.size();
  }

  /**
   * The cells left out, primaries included; nothing if the table is not made of totals and parts.
   *
   * @param usable cells that may be left out beside the primaries
   */
  static Optional<boolean[]> of(
      LinearTable table, boolean[] primary, boolean[] usable, double[] cost) {
    return LeafForms.of(table)
        .map(forms -> new ExactPattern(forms, primary).leaveOut(primary, usable, cost));
  }

  private boolean[] leaveOut(boolean[] primary, boolean[] usable, double[] cost) {
    boolean[] suppressed = primary.clone();
    IntStream.range(0, forms.length)
        .filter(cell -> !primary[cell])
        .boxed()
        .sorted(
            Comparator.comparing((Integer cell) -> usable[cell])
                .thenComparing(cell -> -cost[cell])
                .thenComparing(cell -> -forms[cell].unknowns().length)
                .thenComparing(cell -> cell))
        .forEach(cell -> suppressed[cell] = usable[cell] & !publish(forms[cell]));
    return suppressed;
  }

  /** Publishes a form unless it is, together with the others published, a multiple of a primary. */
  private boolean publish(LinearForm form) {
    LinearForm left = form;
    for (int unknown : form.unknowns()) {
      if (pivotOf[unknown] >= 0) {
        left = left.plus(PrimeField.subtract(0, left.at(unknown)), rows.get(pivotOf[unknown]));
      }
    }
    if (left.isZero()) {
      return true;
    }
    if (forbidden.containsKey(left.direction())) {
      return false;
    }
    int pivot = rarest(left);
    left = LinearForm.ZERO.plus(PrimeField.inverse(left.at(pivot)), left);
    for (int row : List.copyOf(holders.get(pivot))) {
      eliminate(row, pivot, left);
    }
    pivotOf[pivot] = rows.size();
    hold(rows.size(), left);
    rows.add(left);
    return true;
  }

  private int rarest(LinearForm form) {
    int best = form.unknowns()[0];
    for (int unknown : form.unknowns()) {
      if (holders.get(unknown).size() < holders.get(best).size()) {
        best = unknown;
      }
    }
    return best;
  }

  private void eliminate(int row, int pivot, LinearForm by) {
    LinearForm before = rows.get(row);
    long factor = before.at(pivot);
    if (factor == 0) {
      return;
    }
    LinearForm after = before.plus(PrimeField.subtract(0, factor), by);
    rows.set(row, after);
    for (int unknown : by.unknowns()) {
      if (before.at(unknown) == 0) {
        holders.get(unknown).add(row);
      }
    }
    if (row < sensitive) {
      forbidden.merge(before.direction(), -1, (a, b) -> a + b == 0 ? null : a + b);
      forbidden.merge(after.direction(), 1, Integer::sum);
    }
  }

  private void hold(int row, LinearForm form) {
    for (int unknown : form.unknowns()) {
      holders.get(unknown).add(row);
    }
  }
}
