// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.bridge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.bridge.Bridge.Later;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.key.KeyRule;

/**
 * Takes the rows of a bridge's source and finds who can be carried: whose earlier pseudonym is one
 * of the sets to carry from, whose later one identifies, and of whom the source does not say two
 * things. Which rows came first does not matter.
 */
public final class BridgeBuilder {
  static final String FORM = "keep pairs of an earlier and a later pseudonym";
  static final String NOT_EARLIER = "earlier pseudonym is not to be carried";
  static final String NOT_LATER = "later pseudonym does not identify";
  static final String NO_DAY = "day is not known";
  static final String ONCE = "keep each pair once";
  static final String AGAIN = "identical duplicate row";
  static final String AGREE = "keep pairs that nothing contradicts";

  /** What contradicts. */
  private enum Contradiction {
    TWO_DAYS("one pair with days that differ"),
    TWO_LATER("one earlier pseudonym, several later ones"),
    TWO_EARLIER("several earlier pseudonyms, one later one");

    private final String reason;

    Contradiction(String reason) {
      this.reason = reason;
    }
  }

  private record Pair(Pseudonym earlier, Pseudonym later, long day) {}

  private final KeyRule from;
  private final KeyRule to;
  private final SortedMap<String, Long> malformed = new TreeMap<>();
  private final Set<Pair> pairs = new LinkedHashSet<>();
  private long rows;

  /**
   * Nobody yet.
   *
   * @param from sets that may be carried
   * @param to sets that identify
   */
  public BridgeBuilder(Collection<String> from, Collection<String> to) {
    this.from = new KeyRule(List.copyOf(from));
    this.to = new KeyRule(List.copyOf(to));
  }

  /** Adds a row of the source. */
  public void add(Pseudonym earlier, Pseudonym later, OptionalLong day) {
    rows++;
    if (from.fault(earlier.set(), earlier.number()).isPresent()) {
      malformed.merge(NOT_EARLIER, 1L, Long::sum);
    } else if (to.fault(later.set(), later.number()).isPresent()) {
      malformed.merge(NOT_LATER, 1L, Long::sum);
    } else if (day.isEmpty()) {
      malformed.merge(NO_DAY, 1L, Long::sum);
    } else {
      pairs.add(new Pair(earlier, later, day.getAsLong()));
    }
  }

  /**
   * What the source makes possible.
   *
   * @param bridge carries everybody of whom nothing contradicts
   * @param steps what happened to the rows of the source
   * @param contradicted pairs that something contradicts
   */
  public record Built(Bridge bridge, List<FlowStep> steps, long contradicted) {
    /** Copies the steps. */
    public Built {
      steps = List.copyOf(steps);
    }
  }

  /** Ends the rows. */
  public Built build() {
    Map<Pseudonym, Set<Pseudonym>> laterOf = new HashMap<>();
    Map<Pseudonym, Set<Pseudonym>> earlierOf = new HashMap<>();
    Map<Pseudonym, Set<Long>> daysOf = new HashMap<>();
    for (Pair pair : pairs) {
      laterOf.computeIfAbsent(pair.earlier(), p -> new HashSet<>()).add(pair.later());
      earlierOf.computeIfAbsent(pair.later(), p -> new HashSet<>()).add(pair.earlier());
      daysOf.computeIfAbsent(pair.earlier(), p -> new HashSet<>()).add(pair.day());
    }
    Map<Pseudonym, Later> carried = new HashMap<>();
    SortedMap<String, Long> contradictions = new TreeMap<>();
    for (Pair pair : pairs) {
      if (several(laterOf, pair.earlier())) {
        contradictions.merge(Contradiction.TWO_LATER.reason, 1L, Long::sum);
      } else if (several(earlierOf, pair.later())) {
        contradictions.merge(Contradiction.TWO_EARLIER.reason, 1L, Long::sum);
      } else if (several(daysOf, pair.earlier())) {
        contradictions.merge(Contradiction.TWO_DAYS.reason, 1L, Long::sum);
      } else {
        carried.put(pair.earlier(), new Later(pair.later(), pair.day()));
      }
    }
    return built(carried, contradictions);
  }

  private static <V> boolean several(Map<Pseudonym, Set<V>> of, Pseudonym pseudonym) {
    return of.getOrDefault(pseudonym, Set.of()).size() > 1;
  }

  private Built built(Map<Pseudonym, Later> carried, SortedMap<String, Long> contradictions) {
    long formed = rows - sum(malformed);
    SortedMap<String, Long> again = new TreeMap<>();
    if (formed > pairs.size()) {
      again.put(AGAIN, formed - pairs.size());
    }
    return new Built(
        new Bridge(carried),
        List.of(
            FlowStep.losing(FORM, rows, malformed),
            FlowStep.losing(ONCE, formed, again),
            FlowStep.losing(AGREE, pairs.size(), contradictions)),
        sum(contradictions));
  }

  private static long sum(SortedMap<String, Long> reasons) {
    return reasons.values().stream().mapToLong(Long::longValue).sum();
  }
}
