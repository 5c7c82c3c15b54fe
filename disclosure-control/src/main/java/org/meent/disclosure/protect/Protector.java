// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Protects one primary cell after another: first against the public, then against each contributor
 * who can rule out the witnesses found so far. A step takes the cheapest exact directions and
 * suppresses their cells; what was proved once stays proved while cells only come in.
 */
final class Protector {
  private final LinearTable table;
  private final Standard standard;
  private final Demand[] demands;
  private final int[] demandAt;
  private final InsiderIndex insiders;
  private final WorkingPattern pattern;
  private final PlanSearch search;
  private final Floors floors;
  private final long[] everybody;
  private final long[] own;
  private long looked;

  Protector(
      LinearTable table,
      Incidence incidence,
      Floors floors,
      Standard standard,
      List<Demand> demands,
      InsiderIndex insiders,
      WorkingPattern pattern) {
    this.table = table;
    this.floors = floors;
    this.standard = standard;
    this.demands = demands.toArray(Demand[]::new);
    this.insiders = insiders;
    this.pattern = pattern;
    everybody = floors.everybody();
    search = new PlanSearch(table, incidence, everybody, pattern);
    own = everybody.clone();
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

  /** From now on a failure is no matter, and hard searches are given up early. */
  void onTrial() {
    search.onTrial();
  }

  /** Whether the whole table may move when nothing smaller is found; allowed at first. */
  void lastResort(boolean allowed) {
    search.lastResort(allowed);
  }

  /** Protects a primary cell; false if that costs more than is allowed or cannot be done. */
  boolean protect(int cell, double budget) {
    Demand demand = demands[demandAt[cell]];
    double ceiling = pattern.total() + budget;
    if (!secure(demand, everybody, ceiling)) {
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
    if (standard == Standard.INSIDER && secure(demand, everybody, pattern.total())) {
      return Finding.State.OPEN_TO_INSIDER;
    }
    for (int sense = 1; sense >= -1; sense -= 2) {
      if (!pattern.through(demand.cell()).isEmpty()
          || search.cheapest(demand.cell(), sense, 1, everybody, 0) != null) {
        return Finding.State.TOO_NARROW;
      }
    }
    return Finding.State.DISCLOSED;
  }

  void enter(int insider) {
    Insider who = insiders.get(insider);
    looked += 4L * who.cells().length;
    floors.enter(who, own);
  }

  void leave(int insider) {
    floors.leave(insiders.get(insider), own);
  }

  /** The first contributor, not yet seen, against whom the cell has no witness. */
  private int breaker(Demand demand, TreeSet<Integer> seen) {
    TreeSet<Integer> suspects = new TreeSet<>();
    Attack attack = Attack.of(demand, standard, table, everybody[demand.cell()]);
    for (int sense = 1; sense >= -1; sense -= 2) {
      Direction serving = serving(demand.cell(), sense, attack, everybody);
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
  boolean holds(Demand demand, long[] floor) {
    Attack attack = Attack.of(demand, standard, table, floor[demand.cell()]);
    if (attack.own()) {
      return true;
    }
    boolean up = serving(demand.cell(), 1, attack, floor) != null;
    if (attack.either() && up) {
      return true;
    }
    boolean down = serving(demand.cell(), -1, attack, floor) != null;
    return attack.either() ? down : (up || !attack.asks(1)) && (down || !attack.asks(-1));
  }

  /** A living direction that is a witness against an attacker with these floors; or none. */
  @SuppressWarnings("ReferenceEquality") // one array stands for the public
  @Nullable Direction serving(int cell, int sense, Attack attack, long[] floor) {
    if (!attack.asks(sense)) {
      return null;
    }
    boolean all = floor == everybody;
    long amount = attack.amount(sense);
    for (Direction direction : pattern.through(cell)) {
      looked += all ? 4 : 4L * direction.cells.length;
      if (all
          ? direction.reachesForAll(cell, sense, amount, table, floor)
          : direction.reaches(cell, sense, amount, table, floor)) {
        return direction;
      }
    }
    return null;
  }

  /** Adds the directions that a cell lacks against an attacker, if they fit under the ceiling. */
  private boolean secure(Demand demand, long[] floor, double ceiling) {
    if (holds(demand, floor)) {
      return true;
    }
    Attack attack = Attack.of(demand, standard, table, floor[demand.cell()]);
    List<Direction> best = null;
    double least = ceiling - pattern.total() + 1e-9;
    boolean up = attack.either() || serving(demand.cell(), 1, attack, floor) == null;
    boolean down = attack.either() || serving(demand.cell(), -1, attack, floor) == null;
    for (List<Direction> plan : search.plans(demand.cell(), attack, up, down, floor, least)) {
      double added = search.cost(plan);
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
}
