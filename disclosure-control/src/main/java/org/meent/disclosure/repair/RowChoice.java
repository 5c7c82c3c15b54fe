// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.meent.disclosure.output.StatisticalOutput;

/**
 * Which rows of an output could stay: those that pass alone, and of these as many as pass together.
 */
final class RowChoice {
  private RowChoice() {}

  /**
   * The rows that stay.
   *
   * @param kept the output with them
   * @param dropped places of the others
   */
  record Choice(StatisticalOutput kept, List<Integer> dropped) {}

  static Optional<Choice> of(StatisticalOutput output, Predicate<StatisticalOutput> passes) {
    int rows = Rows.of(output);
    List<Integer> alone = new ArrayList<>();
    for (int row = 0; row < rows && rows > 1; row++) {
      if (Rows.with(output, List.of(row)).filter(passes).isPresent()) {
        alone.add(row);
      }
    }
    if (alone.isEmpty()) {
      return Optional.empty();
    }
    Optional<Choice> all = choice(output, alone, rows, passes);
    return all.isPresent() ? all : oneByOne(output, alone, rows, passes);
  }

  /** Rows that pass alone may give each other away: one after the other as long as that holds. */
  private static Optional<Choice> oneByOne(
      StatisticalOutput output,
      List<Integer> alone,
      int rows,
      Predicate<StatisticalOutput> passes) {
    List<Integer> kept = new ArrayList<>();
    for (int row : alone) {
      kept.add(row);
      if (Rows.with(output, kept).filter(passes).isEmpty()) {
        kept.removeLast();
      }
    }
    return choice(output, kept, rows, passes);
  }

  private static Optional<Choice> choice(
      StatisticalOutput output, List<Integer> kept, int rows, Predicate<StatisticalOutput> passes) {
    List<Integer> dropped = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      if (!kept.contains(row)) {
        dropped.add(row);
      }
    }
    return dropped.isEmpty()
        ? Optional.empty()
        : Rows.with(output, kept).filter(passes).map(rest -> new Choice(rest, dropped));
  }
}
