// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import java.util.List;

/**
 * The least that somebody can be sure of in each cell that is left out. Zeros are shown, so that a
 * count that is not shown is at least 1, and a total of counts at least what its parts are; a
 * contributor knows his own part. A cell can go down by its value less its floor.
 */
final class Floors {
  /** The floor of a cell that somebody knows because it is his alone. */
  static final long KNOWN = Long.MAX_VALUE;

  private static final int NONE = -1;

  private final LinearTable table;
  private final long[] everybody;

  /** Per cell the last relation that it is the total of, and per relation the one before. */
  private final int[] last;

  private final int[] before;

  Floors(LinearTable table) {
    this.table = table;
    everybody = new long[table.size()];
    last = new int[table.size()];
    before = new int[table.equations().size()];
    if (table.kind() == LinearTable.Kind.COUNTS) {
      liftAll();
    }
  }

  private void liftAll() {
    List<Equation> equations = table.equations();
    Arrays.fill(last, NONE);
    for (int k = 0; k < before.length; k++) {
      int total = equations.get(k).total();
      if (total >= 0) {
        before[k] = last[total];
        last[total] = k;
      }
    }
    boolean[] seen = new boolean[everybody.length];
    for (int cell = 0; cell < seen.length; cell++) {
      lift(cell, seen);
    }
  }

  /** Parts first; a cell that is a part of itself is taken for what it is alone. */
  private void lift(int cell, boolean[] seen) {
    if (seen[cell]) {
      return;
    }
    seen[cell] = true;
    boolean hidesZero = table.hiddenZeros().get(cell);
    everybody[cell] = table.values()[cell] == 0 || hidesZero ? 0 : 1;
    for (int k = last[cell]; k != NONE; k = before[k]) {
      long sum = 0;
      for (int part : table.equations().get(k).cells()) {
        lift(part, seen);
        sum += part == cell ? 0 : everybody[part];
      }
      everybody[cell] = Math.max(everybody[cell], sum);
    }
  }

  /** A demand with its lower level as far as anybody can think it possible. */
  Demand within(Demand demand) {
    if (table.kind() != LinearTable.Kind.COUNTS) {
      return demand;
    }
    long room = table.values()[demand.cell()] - everybody[demand.cell()];
    return new Demand(demand.cell(), Math.min(demand.lower(), room), demand.upper());
  }

  /** The floors of the public: always the same array. */
  long[] everybody() {
    return everybody;
  }

  /** Writes the floors of a contributor over those of the public in his cells. */
  void enter(Insider who, long[] floor) {
    for (int i = 0; i < who.cells().length; i++) {
      int cell = who.cells()[i];
      long part = who.parts()[i];
      boolean alone = part != 0 && part == table.values()[cell];
      floor[cell] = alone ? KNOWN : Math.max(part, everybody[cell]);
    }
  }

  /** Writes the floors of the public back. */
  void leave(Insider who, long[] floor) {
    for (int cell : who.cells()) {
      floor[cell] = everybody[cell];
    }
  }
}
