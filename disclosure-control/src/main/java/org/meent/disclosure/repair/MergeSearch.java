// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.StatisticalOutput;

/**
 * Searches merges of neighbouring codes of a table, those that lose the fewest cells first. Only
 * where no cell is small any more is the gate asked, and only a limited number of times.
 */
final class MergeSearch {
  private static final int MOST_STATES = 4_000;

  private final StatisticalOutput output;
  private final TableView view;
  private final long minimum;
  private final Set<String> fixed;

  /**
   * A search.
   *
   * @param minimum fewest units in a cell
   * @param fixed variables whose codes must stay, because other outputs hang on them
   */
  MergeSearch(StatisticalOutput output, TableView view, long minimum, Set<String> fixed) {
    this.output = output;
    this.view = view;
    this.minimum = minimum;
    this.fixed = Set.copyOf(fixed);
  }

  /** Codes of both variables in blocks that become one code each. */
  record State(List<List<String>> rows, List<List<String>> columns, long lost, long coarser) {}

  /**
   * The first state that is accepted.
   *
   * @param asks most questions to the gate
   */
  Optional<State> first(Predicate<List<Recoding>> accepted, int asks) {
    PriorityQueue<State> open =
        new PriorityQueue<>(
            Comparator.comparingLong(State::lost)
                .thenComparingLong(State::coarser)
                .thenComparing(state -> state.rows().toString() + state.columns()));
    State start = state(singles(view.rows()), singles(view.columns()));
    Set<List<List<List<String>>>> seen = new HashSet<>();
    open.add(start);
    int left = asks;
    while (!open.isEmpty() && seen.size() < MOST_STATES && left > 0) {
      State state = open.poll();
      if (!seen.add(List.of(state.rows(), state.columns()))) {
        continue;
      }
      if (state.lost() > 0 && small(state) == 0) {
        left--;
        if (accepted.test(recodings(state))) {
          return Optional.of(state);
        }
      }
      open.addAll(next(state));
    }
    return Optional.empty();
  }

  /** The recodings of a state. */
  List<Recoding> recodings(State state) {
    return List.of(
        new Recoding(view.rows().variable(), state.rows()),
        new Recoding(view.columns().variable(), state.columns()));
  }

  private long small(State state) {
    StatisticalOutput merged = output;
    for (Recoding recoding : recodings(state)) {
      merged = recoding.of(merged);
    }
    return TableView.of(merged).orElseThrow().small(minimum);
  }

  private List<State> next(State state) {
    List<State> next = new ArrayList<>();
    if (!fixed.contains(view.rows().variable())) {
      merges(state.rows()).forEach(rows -> next.add(state(rows, state.columns())));
    }
    if (!fixed.contains(view.columns().variable())
        && !view.columns().variable().equals(TableView.EVERYBODY)) {
      merges(state.columns()).forEach(columns -> next.add(state(state.rows(), columns)));
    }
    return next;
  }

  private static List<List<List<String>>> merges(List<List<String>> blocks) {
    List<List<List<String>>> merges = new ArrayList<>();
    for (int i = 0; i + 1 < blocks.size(); i++) {
      List<List<String>> merged = new ArrayList<>(blocks);
      List<String> joined = new ArrayList<>(blocks.get(i));
      joined.addAll(merged.remove(i + 1));
      merged.set(i, joined);
      merges.add(merged);
    }
    return merges;
  }

  private State state(List<List<String>> rows, List<List<String>> columns) {
    long lost = view.figures() - (long) rows.size() * columns.size();
    return new State(rows, columns, lost, loss(rows, columns, lost).units());
  }

  /** What a state costs. */
  Loss loss(State state) {
    return loss(state.rows(), state.columns(), state.lost());
  }

  private Loss loss(List<List<String>> rows, List<List<String>> columns, long lost) {
    boolean[] row = coarser(view.rows(), rows);
    boolean[] column = coarser(view.columns(), columns);
    return view.loss(lost, (i, j) -> row[i] || column[j]);
  }

  private static boolean[] coarser(Dimension dimension, List<List<String>> blocks) {
    boolean[] coarser = new boolean[dimension.categories().size()];
    blocks.stream()
        .filter(block -> block.size() > 1)
        .flatMap(List::stream)
        .forEach(code -> coarser[dimension.categories().indexOf(code)] = true);
    return coarser;
  }

  private static List<List<String>> singles(Dimension dimension) {
    return dimension.categories().stream().map(List::of).toList();
  }
}
