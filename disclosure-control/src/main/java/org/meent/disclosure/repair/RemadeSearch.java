// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.meent.disclosure.measure.Recipe;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.output.StatisticalOutput;

/**
 * Searches what an output could ask of its records instead, from the smallest change to the
 * largest: rounder figures, outermost values made alike, codes of few units merged with their
 * smaller neighbour, and merged codes with outermost values made alike.
 */
final class RemadeSearch {
  private static final int MOST_MERGES = 8;

  private final Recipe recipe;
  private final int minimum;
  private final Accepted accepted;
  private int asks;

  /**
   * A search.
   *
   * @param minimum fewest units behind a figure
   * @param asks most questions to the gate
   */
  RemadeSearch(Recipe recipe, int minimum, int asks, Accepted accepted) {
    this.recipe = recipe;
    this.minimum = minimum;
    this.asks = asks;
    this.accepted = accepted;
  }

  /** Whether an output is accepted, and what more has to be changed in it. */
  interface Accepted {
    /** The further changes, empty where it is not accepted. */
    Optional<List<Change>> of(StatisticalOutput output);
  }

  /** A recipe and how it came about. */
  private record Step(Recipe recipe, List<Change> changes, long units) {
    Step and(Recipe next, Change change, long more) {
      List<Change> longer = new ArrayList<>(changes);
      longer.add(change);
      return new Step(next, longer, units + more);
    }
  }

  /** The first change that is accepted. */
  Optional<Repair> first(StatisticalOutput before) {
    Step start = new Step(recipe, List.of(), 0);
    Optional<Repair> found = rounded(before, start);
    if (found.isEmpty()) {
      found = tried(before, topCoded(start));
    }
    List<Step> merged = merged(start);
    for (int i = 0; i < merged.size() && found.isEmpty(); i++) {
      found = tried(before, merged.get(i));
      if (found.isEmpty()) {
        found = tried(before, topCoded(merged.get(i)));
      }
      if (found.isEmpty()) {
        found = rounded(before, merged.get(i));
      }
    }
    return found;
  }

  private Optional<Repair> rounded(StatisticalOutput before, Step step) {
    for (double width : step.recipe().widths()) {
      Optional<Repair> found =
          tried(
              before,
              step.and(
                  step.recipe().rounded(width),
                  new Change.Round(width),
                  step.recipe().sample().size()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Step topCoded(Step step) {
    Step coded = step;
    for (String number : step.recipe().numbers()) {
      Recipe next = coded.recipe().topCoded(number, minimum);
      if (next.sample() != coded.recipe().sample()) {
        coded = coded.and(next, new Change.TopCode(number, minimum), 2L * (minimum - 1));
      }
    }
    return coded;
  }

  /** For each variable its code of fewest units into the smaller neighbour, again and again. */
  private List<Step> merged(Step start) {
    List<Step> steps = new ArrayList<>();
    for (String variable : start.recipe().categories()) {
      Step step = start;
      for (int n = 0; n < MOST_MERGES && step.recipe().sample().codes(variable).size() > 1; n++) {
        step = merged(step, variable);
        steps.add(step);
      }
    }
    steps.sort(Comparator.comparingLong(Step::units));
    return steps;
  }

  private static Step merged(Step step, String variable) {
    Sample sample = step.recipe().sample();
    List<String> codes = sample.codes(variable);
    int fewest = 0;
    for (int i = 1; i < codes.size(); i++) {
      fewest =
          sample.count(variable, codes.get(i)) < sample.count(variable, codes.get(fewest))
              ? i
              : fewest;
    }
    boolean first = fewest == 0;
    boolean last = fewest == codes.size() - 1;
    int other =
        first
                || (!last
                    && sample.count(variable, codes.get(fewest + 1))
                        <= sample.count(variable, codes.get(fewest - 1)))
            ? fewest + 1
            : fewest - 1;
    List<String> pair =
        List.of(codes.get(Math.min(fewest, other)), codes.get(Math.max(fewest, other)));
    String into = Recoding.joined(pair);
    long units = sample.count(variable, pair.getFirst()) + sample.count(variable, pair.getLast());
    return step.and(
        step.recipe().merged(variable, pair, into), new Change.Again(variable, pair, into), units);
  }

  private Optional<Repair> tried(StatisticalOutput before, Step step) {
    if (asks == 0 || step.changes().isEmpty()) {
      return Optional.empty();
    }
    try {
      StatisticalOutput output = step.recipe().output();
      asks--;
      return accepted
          .of(output)
          .map(
              more -> {
                List<Change> changes = new ArrayList<>(step.changes());
                changes.addAll(more);
                return new Repair(before.id(), changes, loss(before, output, step));
              });
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Loss loss(StatisticalOutput before, StatisticalOutput after, Step step) {
    long all = before.population().units();
    long fewer = Math.max(0, Rows.of(before) - Rows.of(after));
    long units = Math.min(all, step.units());
    return new Loss(fewer, units, all == 0 ? 0 : (double) units / all);
  }
}
