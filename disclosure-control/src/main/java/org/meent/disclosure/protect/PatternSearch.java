// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the cheapest pattern: from a pattern that elimination gives, from none, and in small
 * tables from many orders of the primaries and through all cheaper sets of cells.
 */
final class PatternSearch {
  /** Orders tried in small tables; the work bound stops earlier in larger ones. */
  private static final int STARTS = 64;

  /** Number of cells up to which the cheapest pattern is looked for set by set. */
  private static final int SMALL = 200;

  /** Number of cells up to which a start without elimination is tried whatever the work. */
  private static final int FEW = 1_000;

  /** Number of cells up to which elimination gives the first pattern. */
  private static final int MEDIUM = 20_000;

  private final Task task;
  private final long effort;

  PatternSearch(Task task, long effort) {
    this.task = task;
    this.effort = effort;
  }

  /**
   * The best pattern found.
   *
   * @param impossible what to throw if a cell cannot be protected
   */
  Attempt best(IntFunction<RuntimeException> impossible) {
    int size = task.table().size();
    boolean eliminates = size > SMALL && size <= MEDIUM;
    Attempt best = null;
    long work = 0;
    for (int start = eliminates ? -1 : 0; start < STARTS; start++) {
      boolean second = start == 0 && eliminates && size <= FEW;
      if (best != null && work >= effort / 8 && !second) {
        break;
      }
      Attempt attempt = attempt(start, impossible);
      work += attempt.protector().work();
      if (best == null || attempt.pattern().total() < best.pattern().total() * (1 - 1e-12)) {
        best = attempt;
      }
    }
    Attempt found = Objects.requireNonNull(best);
    Attempt cheaper = effort == 0 || size > SMALL ? null : cheaper(found);
    return cheaper == null ? found : cheaper;
  }

  private Attempt attempt(int start, IntFunction<RuntimeException> impossible) {
    boolean[] from =
        start >= 0
            ? task.primary()
            : ExactPattern.of(task.table(), task.primary(), task.usable(), task.cost())
                .orElse(task.primary());
    Attempt attempt = task.attempt(from, task.usable());
    Protector protector = attempt.protector();
    protector.lastResort(false);
    List<Demand> left = new ArrayList<>();
    for (Demand demand : task.order(start)) {
      if (!protector.protect(demand.cell(), Double.POSITIVE_INFINITY)) {
        left.add(demand);
      }
    }
    protector.lastResort(true); // the whole table moves only for what nothing else protects
    for (Demand demand : left) {
      if (!protector.protect(demand.cell(), Double.POSITIVE_INFINITY)) {
        throw impossible.apply(demand.cell());
      }
    }
    new Improver(attempt.pattern(), protector, protector.work() + effort).improve();
    return attempt;
  }

  /** In small tables, the first set of secondary cells in order of cost that protects all. */
  private @Nullable Attempt cheaper(Attempt found) {
    boolean[] none = new boolean[task.table().size()];
    double total = found.pattern().total();
    int hardest = 0;
    for (int[] set : Enumeration.below(total, task.cost(), task.primary(), task.usable())) {
      boolean[] start = task.primary().clone();
      Arrays.stream(set).forEach(cell -> start[cell] = true);
      Attempt attempt = task.attempt(start, none);
      int failing = failing(attempt.protector(), hardest);
      if (failing < 0) {
        return attempt;
      }
      hardest = failing;
    }
    return null;
  }

  /** The place of the first demand that is not met within the pattern, or -1; the hardest first. */
  private int failing(Protector protector, int hardest) {
    for (int k = 0; k < task.demands().size(); k++) {
      int place = k == 0 ? hardest : k <= hardest ? k - 1 : k;
      if (!protector.protect(task.demands().get(place).cell(), 0)) {
        return place;
      }
    }
    return -1;
  }
}
