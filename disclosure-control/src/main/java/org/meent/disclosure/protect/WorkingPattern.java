// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pattern while it is made: which cells are suppressed, and the exact directions known so far.
 * Cells come in with the directions that need them. A trial can be undone.
 */
final class WorkingPattern {
  private static final byte ALIVE = 0;
  private static final byte STOPPED = 1;
  private static final byte GONE = 2;

  final LinearTable table;
  final boolean[] primary;
  final boolean[] suppressed;
  final double[] cost;
  final double[] price;
  final double free;
  private final boolean[] usable;

  private final List<Direction> directions = new ArrayList<>();
  private byte[] status = new byte[64];
  private final int[][] through;
  private final int[] throughSize;

  private boolean trial;
  private int trialStart;
  private final List<Integer> trialSuppressed = new ArrayList<>();
  private final List<Integer> trialReleased = new ArrayList<>();
  private final List<Integer> trialStopped = new ArrayList<>();
  private double total;

  WorkingPattern(
      LinearTable table, boolean[] primary, boolean[] start, boolean[] usable, double[] cost) {
    this.table = table;
    this.primary = primary;
    this.usable = usable;
    this.cost = cost;
    suppressed = start.clone();
    double least = Arrays.stream(cost).filter(c -> c > 0).min().orElse(1);
    free = least * 1e-3;
    price = new double[cost.length];
    for (int i = 0; i < price.length; i++) {
      price[i] = suppressed[i] ? free : usable[i] ? cost[i] : Double.POSITIVE_INFINITY;
      total += suppressed[i] && !primary[i] ? cost[i] : 0;
    }
    through = new int[cost.length][];
    throughSize = new int[cost.length];
  }

  /** Cost of the secondary cells. */
  double total() {
    return total;
  }

  /** What the cells of a direction would add to the cost. */
  double added(Direction direction) {
    double sum = 0;
    for (int cell : direction.cells) {
      sum += suppressed[cell] ? 0 : cost[cell];
    }
    return sum;
  }

  /** Keeps a direction and suppresses its cells. */
  void add(Direction direction) {
    int id = directions.size();
    directions.add(direction);
    if (id == status.length) {
      status = Arrays.copyOf(status, id * 2);
    }
    status[id] = ALIVE;
    for (int cell : direction.cells) {
      if (!suppressed[cell]) {
        suppress(cell);
      }
      int[] list = through[cell];
      if (list == null) {
        list = new int[4];
      } else if (throughSize[cell] == list.length) {
        list = Arrays.copyOf(list, list.length * 2);
      }
      through[cell] = list;
      list[throughSize[cell]++] = id;
    }
  }

  private void suppress(int cell) {
    suppressed[cell] = true;
    price[cell] = free;
    total += cost[cell];
    if (trial) {
      trialSuppressed.add(cell);
    }
  }

  /** The living directions through a cell, oldest first. */
  List<Direction> through(int cell) {
    List<Direction> alive = new ArrayList<>();
    int kept = 0;
    for (int i = 0; i < throughSize[cell]; i++) {
      int id = through[cell][i];
      if (status[id] != GONE) {
        through[cell][kept++] = id;
        if (status[id] == ALIVE) {
          alive.add(directions.get(id));
        }
      }
    }
    throughSize[cell] = kept;
    return alive;
  }

  /** Starts a trial; everything until {@link #keep} or {@link #undo} belongs to it. */
  void begin() {
    trial = true;
    trialStart = directions.size();
  }

  /**
   * Publishes a secondary cell within a trial and bars it. Directions through it stop.
   *
   * @param affected collects the primaries that may have lost their protection
   */
  void release(int cell, List<Integer> affected) {
    suppressed[cell] = false;
    price[cell] = Double.POSITIVE_INFINITY;
    total -= cost[cell];
    trialReleased.add(cell);
    for (int i = 0; i < throughSize[cell]; i++) {
      int id = through[cell][i];
      if (status[id] == ALIVE) {
        status[id] = STOPPED;
        trialStopped.add(id);
        for (int other : directions.get(id).cells) {
          if (primary[other]) {
            affected.add(other);
          }
        }
      }
    }
  }

  /** Opens the barred cells of a trial to new directions again. */
  void unbar() {
    for (int cell : trialReleased) {
      if (!suppressed[cell]) {
        price[cell] = usable[cell] ? cost[cell] : Double.POSITIVE_INFINITY;
      }
    }
  }

  /** Ends a trial and keeps what it did. */
  void keep() {
    unbar();
    for (int id : trialStopped) {
      drop(id);
    }
    endTrial();
  }

  /** Ends a trial as if it had not been. */
  void undo() {
    for (int id = trialStart; id < directions.size(); id++) {
      drop(id);
    }
    for (int cell : trialSuppressed) {
      suppressed[cell] = false;
      price[cell] = cost[cell];
      total -= cost[cell];
    }
    for (int cell : trialReleased) {
      suppressed[cell] = true;
      price[cell] = free;
      total += cost[cell];
    }
    for (int id : trialStopped) {
      if (status[id] == STOPPED) {
        status[id] = ALIVE;
      }
    }
    endTrial();
  }

  private void drop(int id) {
    status[id] = GONE;
  }

  private void endTrial() {
    trial = false;
    trialSuppressed.clear();
    trialReleased.clear();
    trialStopped.clear();
  }

  /** The secondary cells, ascending. */
  int[] secondaries() {
    int[] out = new int[suppressed.length];
    int count = 0;
    for (int i = 0; i < suppressed.length; i++) {
      if (suppressed[i] && !primary[i]) {
        out[count++] = i;
      }
    }
    return Arrays.copyOf(out, count);
  }
}
