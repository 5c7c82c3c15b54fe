// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Protects one primary cell after another: first against the public, then against each contributor
 * who can rule out the witnesses found so far. A step takes the cheapest exact directions and
 * suppresses their cells; what was proved once stays proved while cells only come in.
 */
final class Protector {
  /** How many times the usual work an answer is worth that would double the cost. */
  private static final double DEAR = 16;

  private final LinearTable table;
  private final Standard standard;
  private final Demand[] demands;
  private final int[] demandAt;
  private final InsiderIndex insiders;
  private final WorkingPattern pattern;
  private final DirectionSearch search;
  private final long[] nobody;
  private final long[] own;
  private final long widest;
  private long wider;
  private long inner;
  private long looked;
  private int levels = DirectionSearch.LEVELS;

  Protector(
      LinearTable table,
      Incidence incidence,
      Standard standard,
      List<Demand> demands,
      InsiderIndex insiders,
      WorkingPattern pattern,
      long widest) {
    this.widest = widest;
    this.table = table;
    this.standard = standard;
    this.demands = demands.toArray(Demand[]::new);
    this.insiders = insiders;
    this.pattern = pattern;
    search = new DirectionSearch(table, incidence);
    nobody = new long[table.size()];
    own = new long[table.size()];
    demandAt = new int[table.size()];
    for (int i = 0; i < this.demands.length; i++) {
      demandAt[this.demands[i].cell()] = i;
    }
  }

  long work() {
    return search.work() + looked;
  }

  /** How much a primary cell needs, both levels together. */
  long need(int cell) {
    Demand demand = demands[demandAt[cell]];
    return demand.lower() + demand.upper();
  }

  /** Bounds the neighbourhoods from now on; for trials that may fail. */
  void limitLevels(int most) {
    levels = most;
  }

  /** Protects a primary cell; false if that costs more than is allowed or cannot be done. */
  boolean protect(int cell, double budget) {
    Demand demand = demands[demandAt[cell]];
    double ceiling = pattern.total() + budget;
    if (!secure(demand, nobody, ceiling)) {
      return false;
    }
    if (standard != Standard.INSIDER || insiders.isEmpty()) {
      return true;
    }
    TreeSet<Integer> seen = new TreeSet<>();
    while (true) {
      int breaker = breaker(demand, seen);
      if (breaker < 0) {
        return true;
      }
      seen.add(breaker);
      enter(breaker);
      boolean secured = secure(demand, own, ceiling);
      leave(breaker);
      if (!secured) {
        return false;
      }
    }
  }

  /** What can be proved of a cell with the cells that are suppressed now. */
  Finding.State judge(Demand demand) {
    if (protect(demand.cell(), 0)) {
      return Finding.State.PROTECTED;
    }
    if (standard == Standard.INSIDER && secure(demand, nobody, pattern.total())) {
      return Finding.State.OPEN_TO_INSIDER;
    }
    for (int sense = 1; sense >= -1; sense -= 2) {
      if (!pattern.through(demand.cell()).isEmpty()
          || search(demand.cell(), sense, 1, nobody) != null) {
        return Finding.State.TOO_NARROW;
      }
    }
    return Finding.State.DISCLOSED;
  }

  void enter(int insider) {
    Insider who = insiders.get(insider);
    looked += 4L * who.cells().length;
    for (int i = 0; i < who.cells().length; i++) {
      own[who.cells()[i]] = who.parts()[i];
    }
  }

  void leave(int insider) {
    for (int cell : insiders.get(insider).cells()) {
      own[cell] = 0;
    }
  }

  /** The first contributor, not yet seen, against whom the cell has no witness. */
  private int breaker(Demand demand, TreeSet<Integer> seen) {
    TreeSet<Integer> suspects = new TreeSet<>();
    Attack attack = Attack.of(demand, standard, table, 0);
    for (int sense = 1; sense >= -1; sense -= 2) {
      Direction serving = serving(demand.cell(), sense, attack, nobody);
      if (serving != null) {
        suspects(serving, demand.cell(), sense, attack.amount(sense), suspects);
        if (attack.either()) {
          break;
        }
      }
    }
    suspects.removeAll(seen);
    for (int suspect : suspects) {
      enter(suspect);
      boolean holds = holds(demand, own);
      leave(suspect);
      if (!holds) {
        return suspect;
      }
    }
    return -1;
  }

  /** Contributors who can rule out the witness that a direction gives. */
  void suspects(Direction direction, int cell, int sense, long amount, TreeSet<Integer> out) {
    Witness witness = direction.witness(cell, sense, amount, table);
    for (int i = 0; i < witness.cells().length; i++) {
      int j = witness.cells()[i];
      long value = table.values()[j];
      for (int at = insiders.from(j); at < insiders.to(j); at++) {
        long part = insiders.part(at);
        boolean alone = part == value;
        boolean below =
            table.kind() != LinearTable.Kind.SIGNED_AMOUNTS
                && witness.moves()[i] < 0
                && Direction.compareProducts(
                        -witness.moves()[i], 1, value - part, witness.denominator())
                    > 0;
        if (alone || below) {
          out.add(insiders.who(at));
        } else if (table.kind() != LinearTable.Kind.SIGNED_AMOUNTS) {
          break;
        }
      }
    }
  }

  /** Whether the directions known so far protect a cell against an attacker. */
  boolean holds(Demand demand, long[] parts) {
    Attack attack = Attack.of(demand, standard, table, parts[demand.cell()]);
    if (attack.own()) {
      return true;
    }
    boolean up = serving(demand.cell(), 1, attack, parts) != null;
    if (attack.either() && up) {
      return true;
    }
    boolean down = serving(demand.cell(), -1, attack, parts) != null;
    return attack.either() ? down : (up || !attack.asks(1)) && (down || !attack.asks(-1));
  }

  @Nullable Direction serving(int cell, int sense, Attack attack, long[] parts) {
    if (!attack.asks(sense)) {
      return null;
    }
    for (Direction direction : pattern.through(cell)) {
      looked += 4L * direction.cells.length;
      if (direction.reaches(cell, sense, attack.amount(sense), table, parts)) {
        return direction;
      }
    }
    return null;
  }

  /** Adds the directions that a cell lacks against an attacker, if they fit under the ceiling. */
  private boolean secure(Demand demand, long[] parts, double ceiling) {
    if (holds(demand, parts)) {
      return true;
    }
    Attack attack = Attack.of(demand, standard, table, parts[demand.cell()]);
    List<Direction> best = null;
    double least = ceiling - pattern.total() + 1e-9;
    for (List<Direction> plan : plans(demand.cell(), attack, parts)) {
      double added = cost(plan);
      if (added < least) {
        best = plan;
        least = added;
      }
      if (added == 0) {
        break;
      }
    }
    if (best == null) {
      return false;
    }
    best.forEach(pattern::add);
    return true;
  }

  private double cost(List<Direction> plan) {
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

  /** Ways to secure a cell, cheapest kind of work first. */
  private List<List<Direction>> plans(int cell, Attack attack, long[] parts) {
    List<List<Direction>> plans = new ArrayList<>();
    if (attack.either()) {
      for (int sense = 1; sense >= -1; sense -= 2) {
        Direction found = search(cell, sense, 1, parts);
        if (found != null) {
          plans.add(List.of(found));
          if (pattern.added(found) == 0) {
            break;
          }
        }
      }
      return plans;
    }
    boolean needUp = attack.asks(1) && serving(cell, 1, attack, parts) == null;
    boolean needDown = attack.asks(-1) && serving(cell, -1, attack, parts) == null;
    if (needUp && needDown) {
      pair(cell, 1, attack, parts, plans);
      if (plans.isEmpty() || cost(plans.getFirst()) > 0) {
        pair(cell, -1, attack, parts, plans);
      }
    } else {
      int sense = needUp ? 1 : -1;
      Direction found = search(cell, sense, attack.amount(sense), parts);
      if (found != null) {
        plans.add(List.of(found));
      }
    }
    return plans;
  }

  /** One sense first, then the other with the first one's cells free. */
  private void pair(int cell, int first, Attack attack, long[] parts, List<List<Direction>> plans) {
    Direction one = search(cell, first, attack.amount(first), parts);
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
    Direction two = search(cell, -first, attack.amount(-first), parts);
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
  private @Nullable Direction search(int cell, int sense, long amount, long[] parts) {
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
