// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.literature.Reference;

/**
 * Finds the cheapest exact direction that moves one cell by a demanded amount. The linear program
 * of {@link MoveProgram} gives a move in floating point; it is scaled to whole numbers and every
 * equation is checked in exact arithmetic. What cannot be made exact is not an answer.
 */
@Reference(
    authors = "J. P. Kelly, B. L. Golden, A. A. Assad (1992)",
    title = "Cell suppression: disclosure protection for sensitive tabular data",
    source = "Networks 22, 397-417",
    url = "https://doi.org/10.1002/net.3230220407")
final class DirectionSearch {
  /** How often a move that cannot be made exact is looked for anew at slightly other prices. */
  private static final int RETRIES = 3;

  /** How often a move of counts that is not whole is looked for with one more cell held. */
  private static final int DIVES = 30;

  private final LinearTable table;
  private final Incidence incidence;
  private final WorkingPattern pattern;
  private final MoveProgram program;
  private final long[] balance;

  DirectionSearch(LinearTable table, Incidence incidence, WorkingPattern pattern) {
    this.table = table;
    this.incidence = incidence;
    this.pattern = pattern;
    program = new MoveProgram(incidence);
    balance = new long[incidence.rows()];
  }

  long work() {
    return program.work();
  }

  /**
   * The cheapest direction found, or null.
   *
   * @param cell the cell to move
   * @param sense +1 up, -1 down
   * @param amount how far, positive
   * @param floor the least that the attacker can be sure of in each cell
   * @param most what the direction may cost
   * @param pivots pivots of the program after which a search is given up
   * @param dive whether to go on when no move can be made whole
   */
  @Nullable Direction find(
      int cell, int sense, long amount, long[] floor, double most, int pivots, boolean dive) {
    if (sense < 0
        && table.kind() != LinearTable.Kind.SIGNED_AMOUNTS
        && table.values()[cell] - floor[cell] < amount) {
      return null;
    }
    for (int attempt = 0; attempt <= RETRIES; attempt++) {
      MovePrices prices = MovePrices.of(table, pattern, floor, amount, attempt);
      Change change = program.solve(cell, sense, prices, prices.ceiling(most), pivots);
      if (change == null) {
        return null;
      }
      Direction found = exact(cell, sense, amount, change, floor);
      if (found != null) {
        return found;
      }
    }
    boolean whole = table.kind() == LinearTable.Kind.COUNTS;
    return dive && whole ? dive(cell, sense, amount, floor, most, pivots) : null;
  }

  /**
   * A move in whole numbers where the program gives fractions: the cell that would fall below its
   * floor when the fractions are cleared may not fall in the next program, and every other time the
   * move with cleared fractions is asked for at once.
   */
  private @Nullable Direction dive(
      int cell, int sense, long amount, long[] floor, double most, int pivots) {
    TreeSet<Integer> held = new TreeSet<>();
    long asked = amount;
    for (int attempt = 0; attempt < DIVES; attempt++) {
      int shaken = attempt % (RETRIES + 1);
      MovePrices prices = new MovePrices(table, pattern, floor, asked, shaken, held);
      Change change = program.solve(cell, sense, prices, prices.ceiling(most), pivots);
      if (change == null) {
        if (asked == amount) {
          return null;
        }
        asked = amount;
        continue;
      }
      Direction found = exact(cell, sense, amount, change, floor);
      if (found != null) {
        return found;
      }
      Direction cleared = cleared(change);
      long next = amount;
      if (cleared != null) {
        held.add(cleared.stop(cell, sense, amount, table, floor));
        next = asked == amount ? Math.max(amount, Math.abs(cleared.by(cell))) : amount;
      }
      asked = next;
    }
    return null;
  }

  /** The change with its fractions cleared, or null. */
  private @Nullable Direction cleared(Change change) {
    double factor = CommonDenominator.of(change.by(), 1);
    return factor > 0 ? scaled(change, factor) : null;
  }

  /**
   * What the whole table has above some base as a direction: when everything may move, every
   * multiple of it is possible upwards, and one downwards. The last resort when no smaller
   * direction can be made exact; null if a cell of it may not move or the base does not add up.
   */
  @Nullable Direction whole(long[] base) {
    long[] above = new long[table.size()];
    Arrays.setAll(above, j -> table.values()[j] - base[j]);
    int[] cells = IntStream.range(0, above.length).filter(j -> above[j] != 0).toArray();
    long[] by = Arrays.stream(cells).mapToLong(j -> above[j]).toArray();
    boolean stuck = Arrays.stream(cells).anyMatch(j -> Double.isInfinite(pattern.price[j]));
    return stuck || !balances(cells, by) ? null : Direction.reduced(cells, by);
  }

  private @Nullable Direction exact(int cell, int sense, long amount, Change change, long[] floor) {
    for (double unit : new double[] {1, amount}) {
      double factor = CommonDenominator.of(change.by(), unit);
      Direction found = factor > 0 ? scaled(change, factor) : null;
      if (found != null && found.reaches(cell, sense, amount, table, floor)) {
        return found;
      }
    }
    return null;
  }

  /** The change times a factor as whole numbers, if it keeps every equation. */
  private @Nullable Direction scaled(Change change, double factor) {
    long[] whole = new long[change.by().length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = Math.round(change.by()[i] * factor);
    }
    return balances(change.cells(), whole) ? Direction.reduced(change.cells(), whole) : null;
  }

  /** Whether a direction keeps every equation. */
  boolean balances(Direction direction) {
    return balances(direction.cells, direction.by);
  }

  private boolean balances(int[] cells, long[] whole) {
    for (int i = 0; i < cells.length; i++) {
      int j = cells[i];
      for (int k = incidence.cellStart[j]; k < incidence.cellStart[j + 1]; k++) {
        balance[incidence.cellRow[k]] += whole[i] * incidence.cellCoefficient[k];
      }
    }
    boolean zero = true;
    for (int j : cells) {
      for (int k = incidence.cellStart[j]; k < incidence.cellStart[j + 1]; k++) {
        zero &= balance[incidence.cellRow[k]] == 0;
        balance[incidence.cellRow[k]] = 0;
      }
    }
    return zero;
  }
}
