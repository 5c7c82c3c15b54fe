// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the directions that would secure one cell, and says what they would cost: in growing
 * neighbourhoods, as long as a cheaper answer is worth the work.
 */
final class PlanSearch {
  /** How many times the usual work an answer is worth that would double the cost. */
  private static final double DEAR = 16;

  private final LinearTable table;
  private final WorkingPattern pattern;
  private final DirectionSearch search;
  private final long widest;
  private long wider;
  private long inner;
  private int levels = DirectionSearch.LEVELS;

  PlanSearch(LinearTable table, Incidence incidence, WorkingPattern pattern, long widest) {
    this.table = table;
    this.pattern = pattern;
    this.widest = widest;
    search = new DirectionSearch(table, incidence);
  }

  long work() {
    return search.work();
  }

  /** Bounds the neighbourhoods from now on. */
  void limitLevels(int most) {
    levels = most;
  }

  /** What a plan adds to the cost of the pattern. */
  double cost(List<Direction> plan) {
    TreeSet<Integer> cells = new TreeSet<>();
    double sum = 0;
    for (Direction direction : plan) {
      for (int cell : direction.cells) {
        if (!pattern.suppressed[cell] && cells.add(cell)) {
          sum += pattern.cost[cell];
        }
      }
    }
    return sum;
  }

  /**
   * Ways to secure a cell, cheapest kind of work first.
   *
   * @param lacksUp whether no known direction serves upwards
   * @param lacksDown whether no known direction serves downwards
   */
  List<List<Direction>> plans(
      int cell, Attack attack, boolean lacksUp, boolean lacksDown, long[] parts) {
    List<List<Direction>> plans = new ArrayList<>();
    if (attack.either()) {
      for (int sense = 1; sense >= -1; sense -= 2) {
        Direction found = cheapest(cell, sense, 1, parts);
        if (found != null) {
          plans.add(List.of(found));
          if (pattern.added(found) == 0) {
            break;
          }
        }
      }
      return plans;
    }
    boolean needUp = attack.asks(1) && lacksUp;
    boolean needDown = attack.asks(-1) && lacksDown;
    if (needUp && needDown) {
      pair(cell, 1, attack, parts, plans);
      if (plans.isEmpty() || cost(plans.getFirst()) > 0) {
        pair(cell, -1, attack, parts, plans);
      }
    } else {
      int sense = needUp ? 1 : -1;
      Direction found = cheapest(cell, sense, attack.amount(sense), parts);
      if (found != null) {
        plans.add(List.of(found));
      }
    }
    return plans;
  }

  /** One sense first, then the other with the first one's cells free. */
  private void pair(int cell, int first, Attack attack, long[] parts, List<List<Direction>> plans) {
    Direction one = cheapest(cell, first, attack.amount(first), parts);
    if (one == null) {
      return;
    }
    if (one.reaches(cell, -first, attack.amount(-first), table, parts)) {
      plans.add(List.of(one));
      return;
    }
    double[] before = new double[one.cells.length];
    for (int i = 0; i < before.length; i++) {
      before[i] = pattern.price[one.cells[i]];
      pattern.price[one.cells[i]] = pattern.free;
    }
    Direction two = cheapest(cell, -first, attack.amount(-first), parts);
    for (int i = 0; i < before.length; i++) {
      pattern.price[one.cells[i]] = before[i];
    }
    if (two != null) {
      plans.add(List.of(one, two));
    }
  }

  /**
   * Searches in growing neighbourhoods. When an answer costs something, wider ones are tried as
   * long as there is work left for that, first among the suppressed cells alone; the neediest cells
   * come first and get most of it.
   */
  @Nullable Direction cheapest(int cell, int sense, long amount, long[] parts) {
    Direction best = null;
    for (int level = 0; level < levels; level++) {
      if (best != null && level > 1 && (level > 3 || wider >= worth(best))) {
        return best;
      }
      long before = search.work();
      Direction found = find(cell, sense, amount, pattern.price, parts, level);
      if (best != null) {
        wider += search.work() - before;
      }
      if (found != null && (best == null || pattern.added(found) < pattern.added(best))) {
        best = found;
      }
      if (best != null && pattern.added(best) == 0) {
        return best;
      }
      if (best != null && level == 1 && levels == DirectionSearch.LEVELS) {
        Direction within = within(cell, sense, amount, parts);
        if (within != null) {
          return within;
        }
      }
    }
    if (best == null && levels == DirectionSearch.LEVELS) {
      Direction whole = search.whole(pattern.price);
      return whole != null && whole.reaches(cell, sense, amount, table, parts) ? whole : null;
    }
    return best;
  }

  /** A direction that needs no cell beyond those that are suppressed already. */
  private @Nullable Direction within(int cell, int sense, long amount, long[] parts) {
    double[] price = pattern.within();
    Direction found = null;
    for (int level = 2; level <= 3 && found == null && inner < DEAR * widest; level++) {
      long before = search.work();
      found = find(cell, sense, amount, price, parts, level);
      inner += search.work() - before;
    }
    return found;
  }

  private @Nullable Direction find(
      int cell, int sense, long amount, double[] price, long[] parts, int level) {
    return search.find(cell, sense, amount, price, pattern.free, parts, level);
  }

  /** Work that may have gone into wider searches: more while an answer would be dear. */
  private double worth(Direction best) {
    double share = pattern.added(best) / (pattern.total() + 1);
    return widest * Math.clamp(DEAR * share, 1, DEAR);
  }
}
