// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

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
    boolean[] open = new boolean[table.size()];
    for (int cell = 0; cell < open.length; cell++) {
      open[cell] = table.values()[cell] != 0; // zeros are often known
    }
    for (int cell : published) {
      open[cell] = false;
    }
    Task task = task(table, primaries, open);
    for (int cell : published) {
      if (task.primary()[cell]) {
        throw Refusal.refused("disclosure.protect.primary-forced", Where.NOWHERE, cell)
            .asException();
      }
    }
    Attempt best = new PatternSearch(task, effort).best(cell -> impossible(table, cell));
    Certification certification = new Certification(task, best.protector());
    List<Proof> certificate = task.demands().stream().map(certification::prove).toList();
    int[] cells = task.demands().stream().mapToInt(Demand::cell).toArray();
    return new SuppressionPattern(standard, cells, best.pattern().secondaries(), certificate);
  }

  /**
   * Judges a pattern that was made elsewhere, at this suppressor's standard. A cell for which no
   * exact witness is found counts as unprotected.
   *
   * @param suppressed which cells are left out
   * @return one finding per primary, ascending by cell
   */
  public List<Finding> audit(LinearTable table, List<Demand> primaries, boolean[] suppressed) {
    Task task = task(table, primaries, suppressed.clone());
    Protector protector = task.attempt(suppressed, new boolean[table.size()]).protector();
    List<Finding> findings = new ArrayList<>();
    for (Demand demand : task.demands()) {
      findings.add(
          new Finding(
              demand,
              suppressed[demand.cell()] ? protector.judge(demand) : Finding.State.PUBLISHED));
    }
    return findings;
  }

  private Task task(LinearTable table, List<Demand> primaries, boolean[] usable) {
    List<Demand> demands =
        primaries.stream().sorted(Comparator.comparingInt(Demand::cell)).toList();
    InsiderIndex index =
        new InsiderIndex(table.size(), standard == Standard.INSIDER ? insiders : List.of());
    return Task.of(table, standard, demands, index, usable, costs(table));
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
