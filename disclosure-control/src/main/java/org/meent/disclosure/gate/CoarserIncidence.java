// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.disclosure.output.IncidenceStep;
import org.meent.disclosure.output.IncidenceTable;
import org.meent.disclosure.output.IncidenceTable.Curve;
import org.meent.disclosure.output.IncidenceTable.Side;

/**
 * Curves of leaving in the detail in which they can be shown. Ways of leaving that too few took in
 * an arm are counted among those who left otherwise, and then the smallest others, until those are
 * enough or nobody. Then steps are merged until in each arm every count of a step is enough or
 * nobody; what is left over is added to the last step, or left out.
 */
final class CoarserIncidence {
  private final IncidenceTable table;
  private final long minimum;

  private CoarserIncidence(IncidenceTable table, long minimum) {
    this.table = table;
    this.minimum = minimum;
  }

  /** The coarser table; the same one if nothing had to change. */
  static IncidenceTable of(IncidenceTable table, long minimum) {
    CoarserIncidence coarser = new CoarserIncidence(table, minimum);
    List<Integer> told = coarser.kinds();
    // Without any, the rule has something to leave out, and refuses.
    List<Integer> kept =
        told.isEmpty() ? IntStream.range(0, table.kinds().size()).boxed().toList() : told;
    List<List<IncidenceStep>> sides =
        table.sides().stream()
            .map(side -> side.steps().stream().map(step -> only(step, kept)).toList())
            .toList();
    List<Integer> ends = coarser.ends(sides);
    int steps = steps(table);
    if (kept.size() == table.kinds().size() && ends.size() == steps) {
      return table;
    }
    return coarser.shown(kept, sides, ends.isEmpty() ? List.of(steps - 1) : ends);
  }

  static int steps(IncidenceTable table) {
    return table.sides().getFirst().steps().size();
  }

  private IncidenceTable shown(
      List<Integer> kept, List<List<IncidenceStep>> sides, List<Integer> ends) {
    List<String> kinds = kept.stream().map(table.kinds()::get).toList();
    List<String> untold = new ArrayList<>(table.untold());
    table.kinds().stream().filter(kind -> !kinds.contains(kind)).forEach(untold::add);
    List<Side> merged = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      merged.add(new Side(table.sides().get(i).group(), merged(sides.get(i), ends)));
    }
    boolean whole = ends.getLast() == steps(table) - 1;
    return new IncidenceTable(
        table.id(),
        table.title(),
        table.population(),
        table.event(),
        table.timeLabel(),
        kinds,
        untold,
        merged,
        table.curves().stream()
            .filter(curve -> kinds.contains(curve.kind()))
            .map(
                curve ->
                    new Curve(
                        curve.of(), curve.kind(), ends.stream().map(curve.points()::get).toList()))
            .toList(),
        table.gains().stream().filter(gain -> whole && kinds.contains(gain.kind())).toList());
  }

  /** The kinds that are told, by place. */
  private List<Integer> kinds() {
    List<Integer> kept =
        new ArrayList<>(
            IntStream.range(0, table.kinds().size())
                .filter(kind -> table.sides().stream().allMatch(side -> enough(of(side, kind))))
                .boxed()
                .toList());
    while (!kept.isEmpty() && table.sides().stream().anyMatch(side -> !enough(rest(side, kept)))) {
      Integer smallest = kept.stream().min(Comparator.comparingLong(this::fewest)).orElseThrow();
      kept.remove(smallest);
    }
    return kept;
  }

  private long fewest(int kind) {
    return table.sides().stream().mapToLong(side -> of(side, kind)).min().orElse(0);
  }

  private static long of(Side side, int kind) {
    return side.steps().stream().mapToLong(step -> step.events().get(kind)).sum();
  }

  private static long rest(Side side, List<Integer> kept) {
    return side.steps().stream().mapToLong(step -> only(step, kept).otherwise()).sum();
  }

  private static IncidenceStep only(IncidenceStep step, List<Integer> kept) {
    List<Long> events = kept.stream().map(step.events()::get).toList();
    long told = events.stream().mapToLong(Long::longValue).sum();
    long all = step.events().stream().mapToLong(Long::longValue).sum();
    return new IncidenceStep(step.time(), step.atRisk(), events, step.otherwise() + all - told);
  }

  /** Steps after which every arm has seen enough since the one before. */
  private List<Integer> ends(List<List<IncidenceStep>> sides) {
    List<Integer> ends = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < steps(table); i++) {
      int first = from;
      int last = i;
      if (sides.stream().allMatch(steps -> enough(merge(steps, first, last)))) {
        ends.add(i);
        from = i + 1;
      }
    }
    return toTheEnd(ends, sides);
  }

  /** What few steps are left over is added to the last one, if that still leaves enough. */
  private List<Integer> toTheEnd(List<Integer> ends, List<List<IncidenceStep>> sides) {
    int last = steps(table) - 1;
    if (ends.isEmpty() || ends.getLast() == last) {
      return ends;
    }
    int from = ends.size() == 1 ? 0 : ends.get(ends.size() - 2) + 1;
    if (sides.stream().allMatch(steps -> enough(merge(steps, from, last)))) {
      ends.set(ends.size() - 1, last);
    }
    return ends;
  }

  private boolean enough(IncidenceStep step) {
    return step.events().stream().allMatch(this::enough)
        && enough(step.otherwise())
        && enough(step.left());
  }

  private boolean enough(long units) {
    return units == 0 || units >= minimum;
  }

  private static List<IncidenceStep> merged(List<IncidenceStep> steps, List<Integer> ends) {
    List<IncidenceStep> merged = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      merged.add(merge(steps, from, end));
      from = end + 1;
    }
    return merged;
  }

  private static IncidenceStep merge(List<IncidenceStep> steps, int from, int to) {
    long[] events = new long[steps.getFirst().events().size()];
    long otherwise = 0;
    for (IncidenceStep step : steps.subList(from, to + 1)) {
      for (int kind = 0; kind < events.length; kind++) {
        events[kind] += step.events().get(kind);
      }
      otherwise += step.otherwise();
    }
    return new IncidenceStep(
        steps.get(to).time(),
        steps.get(from).atRisk(),
        java.util.Arrays.stream(events).boxed().toList(),
        otherwise);
  }
}
