// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final boolean[] known;
  private final long[] units;
  private final int[] openIn;
  private final int[][] rowsOf;

  /** The relation by which a figure follows from others, or -1. */
  private final int[] solvedBy;

  /** How a figure follows that was found by elimination. */
  private final Map<Integer, LinearForm> eliminated = new HashMap<>();

  private final Map<Integer, Integer> own = new HashMap<>();

  Elimination(FigureSystem system) {
    this.system = system;
    int size = system.figures.size();
    known = new boolean[size];
    units = new long[size];
    solvedBy = new int[size];
    Arrays.fill(solvedBy, -1);
    for (int figure = 0; figure < size; figure++) {
      known[figure] = system.isPublished(figure);
      units[figure] = known[figure] ? system.units(figure) : FigureSystem.UNKNOWN;
    }
    openIn = new int[system.relations.size()];
    rowsOf = rows(size);
    propagate();
    eliminate();
  }

  /** The relations of each unknown figure; counts the unknowns of each relation. */
  private int[][] rows(int size) {
    int[][] rows = new int[size][];
    int[] used = new int[size];
    for (int row = 0; row < openIn.length; row++) {
      for (int figure : system.relations.get(row).figures()) {
        if (!known[figure]) {
          openIn[row]++;
          if (rows[figure] == null) {
            rows[figure] = new int[2];
          } else if (used[figure] == rows[figure].length) {
            rows[figure] = Arrays.copyOf(rows[figure], 2 * used[figure]);
          }
          rows[figure][used[figure]++] = row;
        }
      }
    }
    for (int figure = 0; figure < size; figure++) {
      rows[figure] = rows[figure] == null ? new int[0] : Arrays.copyOf(rows[figure], used[figure]);
    }
    return rows;
  }

  /** Whether a figure is not published but follows. */
  boolean follows(int figure) {
    return known[figure] && !system.isPublished(figure);
  }

  /** Number of units behind a figure that is published or follows; perhaps not known. */
  long units(int figure) {
    return units[figure];
  }

  /** How a figure follows: from which others, by which coefficients modulo the prime. */
  LinearForm form(int figure) {
    LinearForm form = eliminated.get(figure);
    return form == null ? solved(figure, form(system.relations.get(solvedBy[figure]))) : form;
  }

  private void propagate() {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int row = 0; row < openIn.length; row++) {
      queue.add(row);
    }
    while (!queue.isEmpty()) {
      int row = queue.removeFirst();
      if (openIn[row] == 1) {
        Relation relation = system.relations.get(row);
        int at = 0;
        while (known[relation.figures()[at]]) {
          at++;
        }
        int figure = relation.figures()[at];
        solvedBy[figure] = row;
        learn(figure, rest(relation, at));
        for (int other : rowsOf[figure]) {
          queue.add(other);
        }
      }
    }
  }

  /** What the units of one figure of a relation must be for it to hold. */
  private long rest(Relation relation, int at) {
    long sum = 0;
    for (int k = 0; k < relation.figures().length; k++) {
      long behind = units[relation.figures()[k]];
      if (k != at && behind == FigureSystem.UNKNOWN) {
        return FigureSystem.UNKNOWN;
      }
      sum += k == at ? 0 : relation.signs()[k] * behind;
    }
    return -relation.signs()[at] * sum;
  }

  private void learn(int figure, long behind) {
    known[figure] = true;
    units[figure] = behind;
    for (int row : rowsOf[figure]) {
      openIn[row]--;
    }
  }

  /** The form of a figure from one that is zero. */
  private static LinearForm solved(int figure, LinearForm zero) {
    long scale = PrimeField.subtract(0, PrimeField.inverse(zero.at(figure)));
    return LinearForm.ZERO.plus(scale, zero).plus(1, LinearForm.of(figure));
  }

  private static LinearForm form(Relation relation) {
    TreeMap<Integer, Long> sorted = new TreeMap<>();
    for (int k = 0; k < relation.figures().length; k++) {
      sorted.put(relation.figures()[k], PrimeField.of(relation.signs()[k]));
    }
    return new LinearForm(
        sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
        sorted.values().stream().mapToLong(Long::longValue).toArray());
  }

  /** Rows in the order of elimination: those with an unknown of their own last, newest first. */
  private List<Integer> order() {
    Map<Integer, TreeSet<Integer>> holders = new TreeMap<>();
    TreeSet<Integer> core = new TreeSet<>();
    for (int row = 0; row < openIn.length; row++) {
      for (int figure : openIn[row] > 0 ? system.relations.get(row).figures() : new int[0]) {
        if (!known[figure]) {
          core.add(row);
          holders.computeIfAbsent(figure, f -> new TreeSet<>()).add(row);
        }
      }
    }
    List<Integer> aside = new ArrayList<>();
    ArrayDeque<Integer> lonely = new ArrayDeque<>(holders.keySet());
    while (!lonely.isEmpty()) {
      int figure = lonely.removeFirst();
      TreeSet<Integer> rows = holders.getOrDefault(figure, new TreeSet<>());
      if (rows.size() == 1) {
        int row = rows.first();
        core.remove(row);
        aside.add(row);
        own.put(row, figure);
        for (int other : system.relations.get(row).figures()) {
          if (!known[other]) {
            holders.getOrDefault(other, new TreeSet<>()).remove(row);
            lonely.add(other);
          }
        }
      }
    }
    List<Integer> order = new ArrayList<>(core);
    order.addAll(aside.reversed());
    return order;
  }

  private void eliminate() {
    Map<Integer, LinearForm> pivots = new TreeMap<>();
    for (int row : order()) {
      LinearForm left = form(system.relations.get(row));
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
          LinearForm others = form.plus(PrimeField.PRIME - 1, LinearForm.of(figure));
          if (firstUnknown(others) < 0) {
            LinearForm equals = solved(figure, form);
            eliminated.put(figure, equals);
            learn(figure, behind(equals));
          }
        });
  }

  private long behind(LinearForm equals) {
    long sum = 0;
    for (int k = 0; k < equals.unknowns().length; k++) {
      long term = units[equals.unknowns()[k]];
      if (term == FigureSystem.UNKNOWN) {
        return FigureSystem.UNKNOWN;
      }
      sum = PrimeField.add(sum, PrimeField.multiply(equals.coefficients()[k], PrimeField.of(term)));
    }
    return sum > PrimeField.PRIME / 2 ? sum - PrimeField.PRIME : sum;
  }

  private int firstUnknown(LinearForm form) {
    for (int figure : form.unknowns()) {
      if (!known[figure]) {
        return figure;
      }
    }
    return -1;
  }
}
