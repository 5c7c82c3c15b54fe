// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.meent.disclosure.protect.CellContent;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.protect.PrimaryRule;
import org.meent.disclosure.spec.CellPattern;
import org.meent.disclosure.spec.Sensitivity;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Which cells are sensitive, and what each needs. A cell is judged by itself, as a part of each
 * total above it (group and class disclosure), and as a zero; declared structural zeros and cells
 * with a safe missing code are never sensitive.
 */
@Reference(
    authors = "A. Hundepool, J. Domingo-Ferrer, L. Franconi, S. Giessing, et al. (2012)",
    title = "Statistical Disclosure Control",
    source = "Wiley, chapters 4 (rules, levels) and 5 (group disclosure, zeros)")
final class PrimaryCells {
  private static final long NOT = -1;

  private final HierarchicalTable table;
  private final Sensitivity sensitivity;
  private final LinearTable linear;
  private final boolean signed;
  private final boolean[] exempt;
  private final long[] lower;
  private final long[] upper;

  private PrimaryCells(HierarchicalTable table, Sensitivity sensitivity) {
    this.table = table;
    this.sensitivity = sensitivity;
    linear = table.linear();
    signed = linear.kind() == LinearTable.Kind.SIGNED_AMOUNTS;
    exempt = new boolean[table.size()];
    lower = new long[table.size()];
    upper = new long[table.size()];
    java.util.Arrays.fill(lower, NOT);
    java.util.Arrays.fill(upper, NOT);
  }

  /**
   * What each sensitive cell needs, ascending.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a declared structural zero is not zero
   */
  static List<Demand> of(HierarchicalTable table, Sensitivity sensitivity) {
    PrimaryCells cells = new PrimaryCells(table, sensitivity);
    cells.exempt();
    for (int cell = 0; cell < table.size(); cell++) {
      cells.alone(cell);
    }
    if (sensitivity.groupShare().isPresent() || sensitivity.classDisclosure()) {
      cells.linear.equations().forEach(e -> cells.parts(e.cells()));
    }
    List<Demand> out = new ArrayList<>();
    for (int cell = 0; cell < table.size(); cell++) {
      if (cells.lower[cell] >= 0 && !cells.exempt[cell]) {
        out.add(new Demand(cell, cells.lower[cell], cells.upper[cell]));
      }
    }
    return out;
  }

  private void exempt() {
    for (CellPattern pattern : sensitivity.structuralZeros()) {
      for (int cell : CellSet.of(table, pattern, true)) {
        if (table.units(cell) > 0 || table.value(cell) != 0) {
          throw Refusal.badInput(
                  "disclosure.table.structural-zero", Where.NOWHERE, table.name(cell))
              .asException();
        }
        exempt[cell] = true;
      }
    }
    for (int d = 0; d < table.dimensions().size(); d++) {
      for (int cell = 0; cell < exempt.length; cell++) {
        exempt[cell] |= sensitivity.safeCodes().contains(table.code(cell, d));
      }
    }
  }

  private void alone(int cell) {
    if (table.units(cell) > 0) {
      CellContent content = table.content(cell);
      for (PrimaryRule rule : sensitivity.rules()) {
        OptionalLong level = rule.level(content);
        if (level.isPresent()) {
          long up = level.getAsLong();
          need(cell, signed ? up : Math.min(up, table.value(cell)), up);
        }
      }
    }
    if (sensitivity.zerosDisclosive() && table.value(cell) == 0 && table.bounded(cell)) {
      need(cell, 0, 0);
    }
  }

  /** A total, first, and its parts. */
  private void parts(int[] cells) {
    long whole = table.value(cells[0]);
    if (whole == 0 || cells.length < 3) {
      return;
    }
    for (int i = 1; i < cells.length; i++) {
      long value = table.value(cells[i]);
      if (sensitivity.groupShare().isPresent()) {
        long allowed = floor(sensitivity.groupShare().orElseThrow(), whole);
        if (value > allowed) {
          need(cells[i], value - allowed, 0);
        }
      }
      if (value == whole) {
        for (int k = 1; k < cells.length; k++) {
          if (k != i) {
            need(cells[k], 0, 0);
          }
        }
      }
    }
  }

  private static long floor(BigDecimal percent, long whole) {
    BigInteger exact = percent.multiply(BigDecimal.valueOf(whole)).movePointLeft(2).toBigInteger();
    return exact.longValueExact();
  }

  private void need(int cell, long down, long up) {
    lower[cell] = Math.max(lower[cell], down);
    upper[cell] = Math.max(upper[cell], up);
  }
}
