// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import org.meent.disclosure.perturb.Alternative.Method;
import org.meent.disclosure.protect.LinearTable;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Rounding of each count on its own: totals are rounded like any other cell, so the table need not
 * add up, and who adds can sometimes undo it ({@link IntervalAttack} tells).
 */
@Reference(
    authors = "Eurostat, Centre of Excellence on SDC (2024)",
    title = "Handbook on Statistical Disclosure Control, second edition",
    source = "section 5.5",
    url = "https://sdctools.github.io/HandbookSDC/")
public final class Rounding {
  private Rounding() {}

  /**
   * Each count to the nearest multiple; halves upwards.
   *
   * @param table counts
   * @param base from 2
   */
  public static Alternative conventional(LinearTable table, int base) {
    long[] values = table.values();
    long[] rounded = new long[values.length];
    long[] least = new long[values.length];
    long[] most = new long[values.length];
    for (int cell = 0; cell < values.length; cell++) {
      rounded[cell] = (values[cell] + base / 2) / base * base;
      least[cell] = Math.max(0, rounded[cell] - base / 2);
      most[cell] = rounded[cell] + (base - 1) / 2;
    }
    return new Alternative(Method.CONVENTIONAL_ROUNDING, rounded, least, most);
  }

  /**
   * Each count {@code u b + r} to {@code (u + 1) b} with probability r / b, otherwise to {@code u
   * b}: the mean stays.
   *
   * @param table counts
   * @param base from 2
   * @param seed of the draws; each cell has a stream of its own
   */
  public static Alternative random(LinearTable table, int base, long seed) {
    long[] values = table.values();
    long[] rounded = new long[values.length];
    long[] least = new long[values.length];
    long[] most = new long[values.length];
    for (int cell = 0; cell < values.length; cell++) {
      long rest = values[cell] % base;
      boolean up = RandomStream.of(seed, "rounding", cell).nextInt(base) < rest;
      rounded[cell] = values[cell] - rest + (up ? base : 0);
      least[cell] = Math.max(0, rounded[cell] - base + 1);
      most[cell] = rounded[cell] + base - 1;
    }
    return new Alternative(Method.RANDOM_ROUNDING, rounded, least, most);
  }
}
