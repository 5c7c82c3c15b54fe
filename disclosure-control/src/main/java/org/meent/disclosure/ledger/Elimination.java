// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.disclosure.protect.LinearForm;
import org.meent.disclosure.protect.PrimeField;

/**
 * Which figures follow from the published ones, and by which equation. Relations with one unknown
 * are solved one after another; what is left is eliminated modulo a prime, relations with an
 * unknown of their own last, because nothing has to be eliminated for them.
 */
final class Elimination {
  private final FigureSystem system;
  private final Map<Integer, Long> values;
  private final Map<Integer, TreeSet<Integer>> open = new HashMap<>();
  private final Map<Integer, List<Integer>> rowsOf = new HashMap<>();

  private final Map<Integer, Integer> own = new HashMap<>();

  /** How each figure follows: coefficient modulo the prime by figure. */
  final TreeMap<Integer, LinearForm> derived = new TreeMap<>();

  Elimination(FigureSystem system) {
    this.system = system;
    values = new HashMap<>(system.known);
    for (int row = 0; row < system.relations.size(); row++) {
      TreeSet<Integer> unknown = new TreeSet<>(system.relations.get(row).keySet());
      unknown.removeAll(values.keySet());
      open.put(row, unknown);
      for (int figure : unknown) {
        rowsOf.computeIfAbsent(figure, f -> new ArrayList<>()).add(row);
      }
    }
    propagate();
    eliminate();
  }

  /** The value of a figure that follows, if it is a count. */
  OptionalLong value(int figure) {
    Long value = values.get(figure);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private void propagate() {
    ArrayDeque<Integer> queue = new ArrayDeque<>(new TreeSet<>(open.keySet()));
    while (!queue.isEmpty()) {
      int row = queue.removeFirst();
      if (open(row).size() == 1) {
        int figure = open(row).first();
        solve(figure, form(row));
        queue.addAll(rowsOf.getOrDefault(figure, List.of()));
      }
    }
  }

  private TreeSet<Integer> open(int row) {
    return open.computeIfAbsent(row, r -> new TreeSet<>());
  }

  /** Notes that a figure follows from a form that is zero and holds no other unknown. */
  private void solve(int figure, LinearForm zero) {
    long scale = PrimeField.subtract(0, PrimeField.inverse(zero.at(figure)));
    LinearForm equals = LinearForm.ZERO.plus(scale, zero).plus(1, LinearForm.of(figure));
    long value = 0;
    for (int k = 0; k < equals.unknowns().length; k++) {
      long term = PrimeField.of(values.getOrDefault(equals.unknowns()[k], 0L));
      value = PrimeField.add(value, PrimeField.multiply(equals.coefficients()[k], term));
    }
    rowsOf.getOrDefault(figure, List.of()).forEach(row -> open(row).remove(figure));
    derived.put(figure, equals);
    values.put(figure, value > PrimeField.PRIME / 2 ? value - PrimeField.PRIME : value);
  }

  private LinearForm form(int row) {
    Map<Integer, Integer> relation = new TreeMap<>(system.relations.get(row));
    int[] figures = relation.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] coefficients =
        relation.values().stream().mapToLong(c -> PrimeField.of(c.longValue())).toArray();
    return new LinearForm(figures, coefficients);
  }

  /** Rows in the order of elimination: those with an unknown of their own last, newest first. */
  private List<Integer> order() {
    Map<Integer, TreeSet<Integer>> holders = new TreeMap<>();
    open.forEach((row, unknown) -> unknown.forEach(u -> holders(holders, u).add(row)));
    TreeSet<Integer> core = new TreeSet<>();
    holders.values().forEach(core::addAll);
    List<Integer> aside = new ArrayList<>();
    ArrayDeque<Integer> lonely = new ArrayDeque<>(holders.keySet());
    while (!lonely.isEmpty()) {
      int figure = lonely.removeFirst();
      TreeSet<Integer> rows = holders(holders, figure);
      if (rows.size() == 1) {
        int row = rows.first();
        core.remove(row);
        aside.add(row);
        own.put(row, figure);
        for (int other : open(row)) {
          holders(holders, other).remove(row);
          lonely.add(other);
        }
      }
    }
    List<Integer> order = new ArrayList<>(core);
    order.addAll(aside.reversed());
    return order;
  }

  private static TreeSet<Integer> holders(Map<Integer, TreeSet<Integer>> holders, int unknown) {
    return holders.computeIfAbsent(unknown, u -> new TreeSet<>());
  }

  private void eliminate() {
    Map<Integer, LinearForm> pivots = new TreeMap<>();
    for (int row : order()) {
      LinearForm left = form(row);
      for (int figure : left.unknowns()) {
        LinearForm pivot = pivots.get(figure);
        if (pivot != null) {
          left = left.plus(PrimeField.subtract(0, left.at(figure)), pivot);
        }
      }
      int figure = own.getOrDefault(row, firstUnknown(left));
      if (figure < 0) {
        continue;
      }
      LinearForm scaled = LinearForm.ZERO.plus(PrimeField.inverse(left.at(figure)), left);
      if (!own.containsKey(row)) {
        pivots.replaceAll(
            (other, form) ->
                form.at(figure) == 0
                    ? form
                    : form.plus(PrimeField.subtract(0, form.at(figure)), scaled));
      }
      pivots.put(figure, scaled);
    }
    pivots.forEach(
        (figure, form) -> {
          if (firstUnknown(form.plus(PrimeField.PRIME - 1, LinearForm.of(figure))) < 0) {
            solve(figure, form);
          }
        });
  }

  private int firstUnknown(LinearForm form) {
    for (int figure : form.unknowns()) {
      if (!values.containsKey(figure)) {
        return figure;
      }
    }
    return -1;
  }
}
