// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Set;

/**
 * What it costs a move to use a cell, per unit of the demanded amount. A cell costs its whole price
 * as soon as it is used; down, that price is spread over the room it has, so that the program does
 * not take a cell for cheap that can give only little. Prices differ a little from cell to cell,
 * which keeps the program from moving in circles.
 *
 * @param floor the least that the attacker can be sure of in each cell
 * @param attempt how many times the prices were shaken before; 0 at first
 * @param held cells that may not fall
 */
record MovePrices(
    LinearTable table,
    WorkingPattern pattern,
    long[] floor,
    double amount,
    int attempt,
    Set<Integer> held) {
  private static final int SCATTER = 0x9E3779B9;
  private static final double[] SHAKE = {1e-5, 1e-4, 1e-3, 1e-2};

  /** Every cell may fall as far as it has room. */
  static MovePrices of(
      LinearTable table, WorkingPattern pattern, long[] floor, double amount, int attempt) {
    return new MovePrices(table, pattern, floor, amount, attempt, Set.of());
  }

  /** Price of moving up by one; infinite if the cell may not move or its value is known. */
  double up(int cell) {
    if (floor[cell] == Floors.KNOWN) {
      return Double.POSITIVE_INFINITY;
    }
    int scattered = ((cell + attempt * 7919) * SCATTER) >>> 22;
    return pattern.price[cell] * (1 + SHAKE[attempt] * scattered);
  }

  /** Price of moving down by one. */
  double down(int cell) {
    double least = pattern.price[cell] <= pattern.free ? 1e-2 : 1e-6;
    return up(cell) / Math.clamp(room(cell), least, 1);
  }

  /** How far the cell may go down. */
  double room(int cell) {
    if (!held.isEmpty() && held.contains(cell)) {
      return 0;
    }
    return table.kind() == LinearTable.Kind.SIGNED_AMOUNTS
        ? Double.POSITIVE_INFINITY
        : (table.values()[cell] - floor[cell]) / amount;
  }

  /** What the program may spend for a plan that may cost so much; suppressed cells cost a bit. */
  double ceiling(double most) {
    return most * (1 + 1023 * SHAKE[attempt]) + 1e4 * pattern.free;
  }
}
