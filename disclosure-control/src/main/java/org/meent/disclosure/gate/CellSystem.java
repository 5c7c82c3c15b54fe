// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.protect.Equation;
import org.meent.disclosure.protect.LinearTable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Every number of a request once, whatever output shows it, with every relation between them that
 * anybody can know: margins, parts of a whole, flows, and what one population has more than another
 * one within it.
 */
final class CellSystem {
  /** Stands for the units of categories that no output shows. */
  static final String REST = "*";

  private static final double HIDDEN = 1e-3;
  private static final double INNER = 1;
  private static final double MARGIN = 10;
  private static final double TOTAL = 1000;

  private final Map<CellKey, Integer> index = new LinkedHashMap<>();
  private final List<CellKey> keys = new ArrayList<>();
  private final List<Long> values = new ArrayList<>();
  private final List<Boolean> shown = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();
  private final TreeSet<Integer> known = new TreeSet<>();
  private final BitSet hiddenZeros = new BitSet();
  private final SortedMap<String, SortedMap<String, TreeSet<String>>> categories = new TreeMap<>();

  /** A cell that an output shows. */
  void show(CellKey key, long value, String output) {
    put(key, value, output, true);
    see(key);
  }

  /** A cell that no output shows and anybody can compute from those that are shown. */
  void infer(CellKey key, long value, String output) {
    if (value < 0) {
      throw contradiction(key, output);
    }
    put(key, value, output, false);
    see(key);
  }

  private void see(CellKey key) {
    SortedMap<String, TreeSet<String>> seen =
        categories.computeIfAbsent(key.space(), space -> new TreeMap<>());
    key.codes().forEach((name, code) -> seen.computeIfAbsent(name, v -> new TreeSet<>()).add(code));
  }

  /**
   * Says that anybody may know this number from elsewhere: leaving it out would protect nothing.
   */
  void know(CellKey key) {
    known.add(cell(key));
  }

  /** Says that a zero here is left out, so that what is left out here may be zero. */
  void hideZero(CellKey key) {
    hiddenZeros.set(cell(key));
  }

  /** The cells that anybody may know from elsewhere. */
  SortedSet<Integer> known() {
    return Collections.unmodifiableSortedSet(known);
  }

  /** The relation that the sum of coefficient times value is zero; a cell may be named twice. */
  void relate(List<CellKey> cells, List<Integer> coefficients) {
    Map<Integer, Integer> sums = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      sums.merge(cell(cells.get(i)), coefficients.get(i), Integer::sum);
    }
    sums.values().removeIf(coefficient -> coefficient == 0);
    if (!sums.isEmpty()) {
      equations.add(
          new Equation(
              sums.keySet().stream().mapToInt(Integer::intValue).toArray(),
              sums.values().stream().mapToInt(Integer::intValue).toArray()));
    }
  }

  /**
   * Adds the relation between each total and its parts by each variable; what the shown parts lack
   * is a cell of its own, for anybody can subtract.
   */
  void closeTotals(boolean negatives) {
    for (CellKey total : List.copyOf(keys)) {
      SortedMap<String, TreeSet<String>> seen =
          categories.getOrDefault(total.space(), new TreeMap<>());
      for (Map.Entry<String, TreeSet<String>> variable : seen.entrySet()) {
        if (!total.codes().containsKey(variable.getKey())) {
          closeTotal(total, variable.getKey(), variable.getValue(), negatives);
        }
      }
    }
  }

  private void closeTotal(
      CellKey total, String variable, TreeSet<String> codes, boolean negatives) {
    List<CellKey> cells = new ArrayList<>(List.of(total));
    List<Integer> coefficients = new ArrayList<>(List.of(-1));
    long rest = value(total);
    for (String code : codes) {
      CellKey part = total.with(variable, code);
      if (index.containsKey(part)) {
        cells.add(part);
        coefficients.add(1);
        rest -= value(part);
      }
    }
    if (cells.size() == 1) {
      return;
    }
    if (rest < 0 && !negatives) {
      throw contradiction(total, variable);
    }
    if (rest != 0) {
      CellKey remainder = total.with(variable, REST);
      put(remainder, rest, variable, false);
      cells.add(remainder);
      coefficients.add(1);
    }
    relate(cells, coefficients);
  }

  /**
   * Takes a number of a flow to be the same as an equal number elsewhere: what is left of a source
   * is often the size of a population or an arm, and anybody can see that they are equal. Where it
   * is chance, the protection is stronger than it needs to be.
   *
   * @param minimum numbers below this are not compared
   */
  void addEqualFlowCells(long minimum) {
    Map<Long, CellKey> first = new HashMap<>();
    List<CellKey> byBreadth = new ArrayList<>(keys);
    byBreadth.sort(
        Comparator.comparing((CellKey key) -> key.inFlow())
            .thenComparing(key -> key.codes().size()));
    for (CellKey key : byBreadth) {
      if (shown.get(cell(key)) && value(key) >= minimum) {
        CellKey other = first.putIfAbsent(value(key), key);
        if (other != null && key.inFlow()) {
          relate(List.of(key, other), List.of(1, -1));
        }
      }
    }
  }

  /**
   * Adds what a population has more than one within it, cell by cell, for anybody can subtract.
   *
   * @param inner space of the population within
   * @param outer space of the population around it
   */
  void addDifferences(String inner, String outer, boolean negatives) {
    for (CellKey key : List.copyOf(keys)) {
      CellKey whole = key.in(outer);
      if (key.space().equals(inner) && index.containsKey(whole)) {
        long difference = value(whole) - value(key);
        if (difference < 0 && !negatives) {
          throw contradiction(key, outer);
        }
        CellKey more = key.in(outer + " without " + inner);
        put(more, difference, inner, false);
        see(more);
        relate(List.of(whole, key, more), List.of(-1, 1, 1));
      }
    }
  }

  /** Pairs of a population and each one around it, nearest first. */
  static List<List<String>> nested(List<Population> populations) {
    SortedMap<String, String> around = new TreeMap<>();
    for (Population population : populations) {
      if (!population.within().isEmpty()) {
        around.put(population.id(), population.within());
      }
    }
    List<List<String>> pairs = new ArrayList<>();
    for (String inner : around.keySet()) {
      String outer = around.get(inner);
      for (int step = 0; outer != null && step <= around.size(); step++) {
        pairs.add(List.of(inner, outer));
        outer = around.get(outer);
      }
    }
    return pairs;
  }

  LinearTable table(LinearTable.Kind kind) {
    long[] all = values.stream().mapToLong(Long::longValue).toArray();
    BitSet unseen = (BitSet) hiddenZeros.clone();
    for (int cell = 0; cell < all.length; cell++) {
      unseen.set(cell, unseen.get(cell) || !shown.get(cell));
    }
    return new LinearTable(all, equations, kind, unseen);
  }

  /**
   * What it costs to leave a cell out, before its size: totals and what a step leaves are dear,
   * unseen cells cheap.
   */
  double[] weights() {
    double[] weights = new double[keys.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = shown.get(i) ? weight(keys.get(i)) : HIDDEN;
    }
    return weights;
  }

  private static double weight(CellKey key) {
    if (key.inFlow()) {
      return key.codes().containsKey(FlowPart.OUT.label()) ? MARGIN : INNER;
    }
    return switch (key.codes().size()) {
      case 0 -> TOTAL;
      case 1 -> MARGIN;
      default -> INNER;
    };
  }

  List<CellKey> keys() {
    return List.copyOf(keys);
  }

  boolean contains(CellKey key) {
    return index.containsKey(key);
  }

  long value(CellKey key) {
    return values.get(cell(key));
  }

  /**
   * Index of a cell in the linear table.
   *
   * @throws IllegalArgumentException if the system does not hold it
   */
  int cell(CellKey key) {
    Integer cell = index.get(key);
    if (cell == null) {
      throw new IllegalArgumentException("the system holds no cell " + key.subject());
    }
    return cell;
  }

  private void put(CellKey key, long value, String output, boolean isShown) {
    Integer place = index.get(key);
    if (place == null) {
      index.put(key, keys.size());
      keys.add(key);
      values.add(value);
      shown.add(isShown);
    } else if (values.get(place) != value) {
      throw contradiction(key, output);
    } else if (isShown) {
      shown.set(place, true);
    }
  }

  private static RuntimeException contradiction(CellKey key, String output) {
    return Refusal.badInput(
            "disclosure.gate.contradiction", Where.field(output), key.subject(), key.space())
        .asException();
  }
}
