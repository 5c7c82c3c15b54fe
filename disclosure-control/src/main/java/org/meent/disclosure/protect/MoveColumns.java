// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a {@link MoveProgram}: two variables per cell, up (even) and down (odd), with
 * their prices, bounds and states. Only columns that a move has reached hold anything.
 */
final class MoveColumns {
  private static final byte LOWER = 0;
  private static final byte UPPER = 1;
  private static final byte BASIC = 2;

  private final Incidence incidence;
  private @Nullable MovePrices prices;
  private int seed;

  private final boolean[] reached;
  private final double[] price;
  private final double[] bound;
  private final byte[] state;
  private final double[] dual;
  private final double[] change;

  /** Per cell: position of its basic variable in the kernel + 1. */
  private final int[] position;

  private int[] all = new int[64];
  private int count;

  private final double[] line;
  private final boolean[] inLine;
  private int[] touched = new int[64];
  private int touchedCount;
  private int leaving;
  private long work;

  MoveColumns(Incidence incidence) {
    this.incidence = incidence;
    int cells = incidence.cells();
    reached = new boolean[cells];
    price = new double[2 * cells];
    bound = new double[2 * cells];
    state = new byte[2 * cells];
    dual = new double[cells];
    change = new double[cells];
    position = new int[cells];
    line = new double[cells];
    inLine = new boolean[cells];
  }

  /** +1 for a variable that moves its cell up, -1 for down. */
  static int sign(int variable) {
    return (variable & 1) == 0 ? 1 : -1;
  }

  long work() {
    return work;
  }

  /** Forgets the last move. */
  void start(MovePrices newPrices, int cell) {
    clearLine();
    for (int k = 0; k < count; k++) {
      int j = all[k];
      reached[j] = false;
      position[j] = 0;
      dual[j] = 0;
      state[2 * j] = LOWER;
      state[2 * j + 1] = LOWER;
    }
    count = 0;
    prices = newPrices;
    seed = cell;
  }

  private void reach(int cell) {
    reached[cell] = true;
    if (count == all.length) {
      all = Arrays.copyOf(all, count * 2);
    }
    all[count++] = cell;
    MovePrices now = Objects.requireNonNull(prices);
    double up = cell == seed ? Double.POSITIVE_INFINITY : now.up(cell);
    boolean moves = up < Double.POSITIVE_INFINITY;
    price[2 * cell] = up;
    bound[2 * cell] = moves ? Double.POSITIVE_INFINITY : 0;
    price[2 * cell + 1] = moves ? now.down(cell) : up;
    bound[2 * cell + 1] = moves ? now.room(cell) : 0;
  }

  /** Forgets the line of the tableau. */
  void clearLine() {
    for (int k = 0; k < touchedCount; k++) {
      line[touched[k]] = 0;
      inLine[touched[k]] = false;
    }
    touchedCount = 0;
    leaving = -1;
  }

  /** Names the variable that leaves, whose cell may come in again the other way. */
  void leaving(int variable) {
    leaving = variable >> 1;
  }

  /** Adds a multiple of an equation to the line. */
  void scatter(int row, double factor) {
    int end = incidence.rowStart[row + 1];
    for (int k = incidence.rowStart[row]; k < end; k++) {
      int cell = incidence.rowCell[k];
      if (!inLine[cell]) {
        if (!reached[cell]) {
          reach(cell);
        }
        inLine[cell] = true;
        if (touchedCount == touched.length) {
          touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = cell;
      }
      line[cell] += factor * incidence.rowCoefficient[k];
    }
    work += end - incidence.rowStart[row];
  }

  /** Number of cells in the line. */
  int lineSize() {
    return touchedCount;
  }

  /** A cell of the line that may come in, or -1. */
  int candidate(int k) {
    int cell = touched[k];
    boolean open = position[cell] == 0 || cell == leaving;
    return open && Math.abs(line[cell]) > MoveProgram.TINY && bound[2 * cell] > 0 ? cell : -1;
  }

  double line(int cell) {
    return line[cell];
  }

  /** The cost of bringing in one more of a variable. */
  double reduced(int variable) {
    return price[variable] - sign(variable) * dual[variable >> 1];
  }

  boolean atLower(int variable) {
    return state[variable] == LOWER && bound[variable] > 0;
  }

  boolean atUpper(int variable) {
    return state[variable] == UPPER;
  }

  double bound(int variable) {
    return bound[variable];
  }

  /** The value of a variable that is not basic. */
  double at(int variable) {
    return state[variable] == UPPER ? bound[variable] : 0;
  }

  int position(int cell) {
    return position[cell] - 1;
  }

  /** Moves the duals along the line. */
  void turn(double theta) {
    for (int k = 0; k < touchedCount; k++) {
      int cell = touched[k];
      if (position[cell] == 0 || cell == leaving) {
        dual[cell] += theta * line[cell];
      }
    }
    work += 3L * touchedCount;
  }

  /** Puts a variable at its other bound and gives the change. */
  double flip(int variable) {
    boolean up = state[variable] == LOWER;
    state[variable] = up ? UPPER : LOWER;
    return up ? bound[variable] : -bound[variable];
  }

  void leave(int variable, double at) {
    state[variable] = at > 0 ? UPPER : LOWER;
    position[variable >> 1] = 0;
  }

  void enter(int variable, int at) {
    state[variable] = BASIC;
    position[variable >> 1] = at + 1;
  }

  /** Takes a cell and how far it has moved. */
  interface Loader {
    void load(int cell, double by);
  }

  /** Gives every cell that is as far down as it may go to a loader, with the way back. */
  void fullyDown(Loader loader) {
    for (int k = 0; k < count; k++) {
      int down = 2 * all[k] + 1;
      if (state[down] == UPPER) {
        loader.load(all[k], bound[down]);
      }
    }
  }

  /** Notes the value of a basic variable, for {@link #change}. */
  void settle(int variable, double value) {
    change[variable >> 1] += sign(variable) * value;
  }

  /** All changes, with that of the seed. */
  Change change(int cell, int sense) {
    change[cell] = sense;
    int[] moved = new int[count + 1];
    int size = 0;
    for (int k = 0; k < count; k++) {
      int j = all[k];
      change[j] -= state[2 * j + 1] == UPPER ? bound[2 * j + 1] : 0;
      if (Math.abs(change[j]) > MoveProgram.TINY) {
        moved[size++] = j;
      }
    }
    int[] cells = Arrays.copyOf(moved, size);
    Arrays.sort(cells);
    double[] by = new double[size];
    for (int i = 0; i < size; i++) {
      by[i] = change[cells[i]];
    }
    for (int k = 0; k < count; k++) {
      change[all[k]] = 0;
    }
    return new Change(cells, by);
  }
}
