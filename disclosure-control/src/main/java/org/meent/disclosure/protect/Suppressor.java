// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.run.RandomStream;

/**
 * Secondary suppression with proof, for any system of linear relations.
 *
 * <p>For primary cell i with value a_i and levels l, u a pattern S protects if there are tables y
 * with y_j = a_j outside S, all equations and bounds satisfied, and y_i &gt;= a_i + u in one, y_i
 * &lt;= a_i - l in another. The suppressor looks for the cheapest such tables one primary after
 * another, suppresses the cells in which they differ, and then publishes again what can be spared.
 * Every table is checked in whole numbers; nothing rests on the answer of a floating-point solver.
 *
 * <p>The result depends on the arguments only: no clock, no threads, only keyed random orders. It
 * is a good pattern, not always the cheapest.
 */
@Reference(
    authors = "M. Fischetti, J. J. Salazar (2001)",
    title = "Solving the cell suppression problem on tabular data with linear constraints",
    source = "Management Science 47, 1008-1027",
    url = "https://doi.org/10.1287/mnsc.47.7.1008.9805")
@Reference(
    authors = "J. P. Kelly, B. L. Golden, A. A. Assad (1992)",
    title = "Cell suppression: disclosure protection for sensitive tabular data",
    source = "Networks 22, 397-417",
    url = "https://doi.org/10.1002/net.3230220407")
public final class Suppressor {
  /** Orders tried in small tables; the work bound stops earlier in larger ones. */
  private static final int STARTS = 64;

  /** Number of cells up to which the cheapest pattern is looked for set by set. */
  private static final int SMALL = 200;

  /** Number of cells up to which a start without elimination is tried whatever the work. */
  private static final int FEW = 1_000;

  /** Number of cells up to which elimination gives the first pattern. */
  private static final int MEDIUM = 20_000;

  private final Standard standard;
  private final Cost cost;
  private final int[] published;
  private final List<Insider> insiders;
  private final double[] weights;
  private final long effort;

  private Suppressor(
      Standard standard,
      Cost cost,
      int[] published,
      List<Insider> insiders,
      double[] weights,
      long effort) {
    this.standard = standard;
    this.cost = cost;
    this.published = published;
    this.insiders = insiders;
    this.weights = weights;
    this.effort = effort;
  }

  /** Interval standard, cost by value, no forced cells, no insiders. */
  public static Suppressor withDefaults() {
    return new Suppressor(
        Standard.INTERVAL, Cost.VALUE, new int[0], List.of(), new double[0], 1_000_000_000L);
  }

  /** Another standard. */
  public Suppressor with(Standard newStandard) {
    return new Suppressor(newStandard, cost, published, insiders, weights, effort);
  }

  /** Another cost of a secondary cell. */
  public Suppressor with(Cost newCost) {
    return new Suppressor(standard, newCost, published, insiders, weights, effort);
  }

  /** Cells that must stay published. */
  public Suppressor withPublished(int... cells) {
    return new Suppressor(standard, cost, cells.clone(), insiders, weights, effort);
  }

  /** Who contributes what; needed for {@link Standard#INSIDER}. */
  public Suppressor withInsiders(List<Insider> contributors) {
    return new Suppressor(standard, cost, published, List.copyOf(contributors), weights, effort);
  }

  /** Priorities: the cost of each cell is multiplied by its weight, which is positive. */
  public Suppressor withWeights(double... newWeights) {
    return new Suppressor(standard, cost, published, insiders, newWeights.clone(), effort);
  }

  /** Bound on the counted work after which no further improvement is tried; 0 for none at all. */
  public Suppressor withEffort(long operations) {
    return new Suppressor(standard, cost, published, insiders, weights, operations);
  }

  /**
   * Finds a pattern and proves it.
   *
   * @param table all cells and relations
   * @param primaries what each sensitive cell needs, at most one demand per cell
   * @throws org.meent.protocols.refusal.RefusalException if the cells that must stay published, or
   *     the table itself, leave no protection for a primary cell; the sentence names them
   * @throws IllegalArgumentException if a demand or an insider names no cell, or names it twice
   */
  public SuppressionPattern protect(LinearTable table, List<Demand> primaries) {
    List<Demand> demands =
        primaries.stream().sorted(Comparator.comparingInt(Demand::cell)).toList();
    boolean[] primary = primary(table, demands);
    boolean[] usable = usable(table, primary);
    InsiderIndex index =
        new InsiderIndex(table.size(), standard == Standard.INSIDER ? insiders : List.of());
    Incidence incidence = new Incidence(table);
    Attempt best = null;
    long work = 0;
    int eliminations = table.size() > SMALL && table.size() <= MEDIUM ? 1 : 0;
    for (int start = -eliminations; start < STARTS; start++) {
      boolean second = start == 0 && eliminations == 1 && table.size() <= FEW;
      if (best != null && work >= effort / 8 && !second) {
        break;
      }
      boolean[] from = start < 0 ? exact(table, primary, usable) : primary;
      WorkingPattern pattern = new WorkingPattern(table, primary, from, usable, costs(table));
      Protector protector =
          new Protector(table, incidence, standard, demands, index, pattern, effort);
      for (Demand demand : order(demands, start)) {
        if (!protector.protect(demand.cell(), Double.POSITIVE_INFINITY)) {
          throw impossible(table, demand.cell());
        }
      }
      new Improver(pattern, protector, protector.work() + effort).improve();
      work += protector.work();
      if (best == null || pattern.total() < best.pattern().total() * (1 - 1e-12)) {
        best = new Attempt(pattern, protector);
      }
    }
    Attempt found = Objects.requireNonNull(best);
    return certify(
        table, demands, index, cheapest(table, incidence, demands, index, usable, found));
  }

  /** A pattern that keeps primaries from being computed, if the table is totals and parts. */
  private boolean[] exact(LinearTable table, boolean[] primary, boolean[] usable) {
    return ExactPattern.of(table, primary, usable, costs(table)).orElse(primary);
  }

  /** In small tables, the first set of secondary cells in order of cost that protects all. */
  private Attempt cheapest(
      LinearTable table,
      Incidence incidence,
      List<Demand> demands,
      InsiderIndex index,
      boolean[] usable,
      Attempt found) {
    if (effort == 0 || table.size() > SMALL) {
      return found;
    }
    boolean[] primary = found.pattern().primary;
    double[] costs = found.pattern().cost;
    boolean[] none = new boolean[table.size()];
    int hardest = 0;
    for (int[] set : Enumeration.below(found.pattern().total(), costs, primary, usable)) {
      boolean[] start = primary.clone();
      Arrays.stream(set).forEach(cell -> start[cell] = true);
      WorkingPattern pattern = new WorkingPattern(table, primary, start, none, costs);
      Protector protector = new Protector(table, incidence, standard, demands, index, pattern, 0);
      int failing = -1;
      for (int k = 0; k < demands.size() && failing < 0; k++) {
        int place = k == 0 ? hardest : k <= hardest ? k - 1 : k;
        failing = protector.protect(demands.get(place).cell(), 0) ? -1 : place;
      }
      if (failing < 0) {
        return new Attempt(pattern, protector);
      }
      hardest = failing;
    }
    return found;
  }

  /** One way to protect everything. */
  private record Attempt(WorkingPattern pattern, Protector protector) {}

  private SuppressionPattern certify(
      LinearTable table, List<Demand> demands, InsiderIndex index, Attempt best) {
    WorkingPattern pattern = best.pattern();
    Protector protector = best.protector();
    Certification certification = new Certification(table, standard, index, protector);
    List<Proof> certificate = new ArrayList<>();
    demands.forEach(demand -> certificate.add(certification.prove(demand)));
    int[] cells = demands.stream().mapToInt(Demand::cell).toArray();
    return new SuppressionPattern(standard, cells, pattern.secondaries(), certificate);
  }

  /**
   * Judges a pattern that was made elsewhere, at this suppressor's standard. A cell for which no
   * exact witness is found counts as unprotected.
   *
   * @param suppressed which cells are left out
   * @return one finding per primary, ascending by cell
   */
  public List<Finding> audit(LinearTable table, List<Demand> primaries, boolean[] suppressed) {
    List<Demand> demands =
        primaries.stream().sorted(Comparator.comparingInt(Demand::cell)).toList();
    boolean[] primary = primary(table, demands);
    InsiderIndex index =
        new InsiderIndex(table.size(), standard == Standard.INSIDER ? insiders : List.of());
    boolean[] none = new boolean[table.size()];
    WorkingPattern pattern = new WorkingPattern(table, primary, suppressed, none, costs(table));
    Protector protector =
        new Protector(table, new Incidence(table), standard, demands, index, pattern, 0);
    List<Finding> findings = new ArrayList<>();
    for (Demand demand : demands) {
      findings.add(
          new Finding(
              demand,
              suppressed[demand.cell()] ? protector.judge(demand) : Finding.State.PUBLISHED));
    }
    return findings;
  }

  /** First the neediest first; in later starts any order, always the same for the same start. */
  private static List<Demand> order(List<Demand> demands, int start) {
    List<Demand> sorted =
        demands.stream()
            .sorted(
                Comparator.comparingLong((Demand demand) -> -demand.lower() - demand.upper())
                    .thenComparing(Demand::cell))
            .toList();
    if (start <= 0) {
      return sorted;
    }
    int[] places = new int[sorted.size()];
    Arrays.setAll(places, i -> i);
    RandomStream.of(start, "order of primaries").shuffle(places, places.length);
    return Arrays.stream(places).mapToObj(sorted::get).toList();
  }

  private static boolean[] primary(LinearTable table, List<Demand> demands) {
    boolean[] primary = new boolean[table.size()];
    for (Demand demand : demands) {
      if (demand.cell() < 0 || demand.cell() >= table.size() || primary[demand.cell()]) {
        throw new IllegalArgumentException("a demand names no cell, or a cell twice");
      }
      primary[demand.cell()] = true;
    }
    return primary;
  }

  /** Cells that may become secondary: not forced, and not zero, for zeros are often known. */
  private boolean[] usable(LinearTable table, boolean[] primary) {
    boolean[] usable = new boolean[table.size()];
    for (int cell = 0; cell < usable.length; cell++) {
      usable[cell] = table.values()[cell] != 0;
    }
    for (int cell : published) {
      if (primary[cell]) {
        throw Refusal.refused("disclosure.protect.primary-forced", Where.NOWHERE, cell)
            .asException();
      }
      usable[cell] = false;
    }
    return usable;
  }

  private double[] costs(LinearTable table) {
    if (weights.length != 0 && weights.length != table.size()) {
      throw new IllegalArgumentException("one weight per cell");
    }
    double[] costs = new double[table.size()];
    for (int cell = 0; cell < costs.length; cell++) {
      costs[cell] = cost.of(table.values()[cell]) * (weights.length == 0 ? 1 : weights[cell]);
      if (!(costs[cell] > 0)) {
        throw new IllegalArgumentException("a weight is not positive");
      }
    }
    return costs;
  }

  private RuntimeException impossible(LinearTable table, int cell) {
    TreeSet<Integer> forced = new TreeSet<>();
    Arrays.stream(published).forEach(forced::add);
    TreeSet<Integer> near = new TreeSet<>();
    for (Equation equation : table.equations()) {
      if (Arrays.stream(equation.cells()).anyMatch(c -> c == cell)) {
        Arrays.stream(equation.cells()).filter(forced::contains).forEach(near::add);
      }
    }
    String names =
        (near.isEmpty() ? forced : near)
            .stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "));
    String code =
        forced.isEmpty() ? "disclosure.protect.impossible" : "disclosure.protect.forced-conflict";
    return Refusal.refused(code, Where.NOWHERE, cell, names).asException();
  }
}
