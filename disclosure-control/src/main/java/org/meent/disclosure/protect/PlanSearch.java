// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for the directions that would secure one cell, and says what they would cost. */
final class PlanSearch {
  /** Number of cells above which amounts, and counts if few can fall, first try transfers. */
  static final int LARGE = 20_000;

  /** Pivots of a search: where an answer is needed, on trial, and beside a plain transfer. */
  private static final int PIVOTS = 10_000;

  private static final int PIVOTS_ON_TRIAL = 500;
  private static final int PIVOTS_BESIDE = 100;
  private static final int PIVOTS_BESIDE_COUNTS = 500;

  /** Where a smaller share of the counts can fall at all, every move is a long one. */
  private static final double FEW = 0.75;

  private final LinearTable table;
  private final long[] everybody;
  private final boolean counts;
  private final WorkingPattern pattern;
  private final DirectionSearch search;
  private final @Nullable Transfers transfers;
  private boolean trial;
  private boolean lastResort = true;

  PlanSearch(LinearTable table, Incidence incidence, long[] everybody, WorkingPattern pattern) {
    this.table = table;
    this.everybody = everybody;
    this.pattern = pattern;
    search = new DirectionSearch(table, incidence, pattern);
    counts = table.kind() == LinearTable.Kind.COUNTS;
    boolean plain = table.size() > LARGE && (!counts || fewCanFall());
    transfers = plain ? new Transfers(table, incidence, pattern) : null;
  }

  private boolean fewCanFall() {
    int filled = 0;
    int able = 0;
    for (int cell = 0; cell < table.size(); cell++) {
      filled += table.values()[cell] > 0 ? 1 : 0;
      able += table.values()[cell] > everybody[cell] ? 1 : 0;
    }
    return able < FEW * filled;
  }

  long work() {
    return search.work() + (transfers == null ? 0 : transfers.work());
  }

  /** Whether the whole table may move when nothing smaller is found. */
  void lastResort(boolean allowed) {
    lastResort = allowed;
  }

  /** From now on hard searches are given up early, and there is no last resort. */
  void onTrial() {
    trial = true;
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
   * @param most what a plan may add to the cost
   */
  List<List<Direction>> plans(
      int cell, Attack attack, boolean lacksUp, boolean lacksDown, long[] floor, double most) {
    List<List<Direction>> plans = new ArrayList<>();
    if (attack.either()) {
      double left = most;
      for (int sense = 1; sense >= -1 && left > 0; sense -= 2) {
        Direction found = cheapest(cell, sense, 1, floor, left);
        if (found != null) {
          plans.add(List.of(found));
          left = Math.min(left, pattern.added(found));
        }
      }
      return plans;
    }
    boolean needUp = attack.asks(1) && lacksUp;
    boolean needDown = attack.asks(-1) && lacksDown;
    if (needUp && needDown) {
      pair(cell, 1, attack, floor, most).ifPresent(plans::add);
      if (plans.isEmpty() || (transfers == null && cost(plans.getFirst()) > 0)) {
        double left = plans.isEmpty() ? most : Math.min(most, cost(plans.getFirst()));
        pair(cell, -1, attack, floor, left).ifPresent(plans::add);
      }
    } else {
      int sense = needUp ? 1 : -1;
      Direction found = cheapest(cell, sense, attack.amount(sense), floor, most);
      if (found != null) {
        plans.add(List.of(found));
      }
    }
    return plans;
  }

  /** One sense first, then the other with the first one's cells free. */
  private Optional<List<Direction>> pair(
      int cell, int first, Attack attack, long[] floor, double most) {
    Direction one = cheapest(cell, first, attack.amount(first), floor, most);
    if (one == null) {
      return Optional.empty();
    }
    if (one.reaches(cell, -first, attack.amount(-first), table, floor)) {
      return Optional.of(List.of(one));
    }
    double left = most - pattern.added(one);
    double[] before = new double[one.cells.length];
    for (int i = 0; i < before.length; i++) {
      before[i] = pattern.price[one.cells[i]];
      pattern.price[one.cells[i]] = pattern.free;
    }
    Direction two = cheapest(cell, -first, attack.amount(-first), floor, left);
    for (int i = 0; i < before.length; i++) {
      pattern.price[one.cells[i]] = before[i];
    }
    return two == null ? Optional.empty() : Optional.of(List.of(one, two));
  }

  /** The cheapest direction found that moves a cell so far, or null. */
  @Nullable Direction cheapest(int cell, int sense, long amount, long[] floor, double most) {
    Direction plain = transfer(cell, sense, amount, floor, most);
    if (plain != null && transfers != null) {
      double left = pattern.added(plain);
      int pivots = counts ? PIVOTS_BESIDE_COUNTS : PIVOTS_BESIDE;
      boolean enough = left == 0 || transfers.rare(amount);
      Direction found =
          enough ? null : search.find(cell, sense, amount, floor, left, pivots, false);
      return found != null && pattern.added(found) < left ? found : plain;
    }
    boolean hurried = trial || (transfers != null && !lastResort);
    int pivots = hurried ? PIVOTS_ON_TRIAL : PIVOTS;
    Direction found = search.find(cell, sense, amount, floor, most, pivots, !trial);
    if (found != null || trial || !lastResort) {
      return found;
    }
    for (long[] base : List.of(new long[table.size()], everybody)) {
      Direction whole = search.whole(base);
      if (whole != null && whole.reaches(cell, sense, amount, table, floor)) {
        return whole;
      }
    }
    return null;
  }

  private @Nullable Direction transfer(
      int cell, int sense, long amount, long[] floor, double most) {
    Direction found = transfers == null ? null : transfers.find(cell, sense, amount, floor, most);
    return found != null
            && search.balances(found)
            && found.reaches(cell, sense, amount, table, floor)
        ? found
        : null;
  }
}
