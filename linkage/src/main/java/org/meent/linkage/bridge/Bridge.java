// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.bridge;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Carries rows from earlier pseudonyms to later ones. A row is carried if it starts before the day
 * from which the later pseudonym holds; a row under the earlier one from that day on contradicts
 * the source of the bridge and stays where it is, so that the flow loses it for its set. Rows
 * without a time are carried: they say nothing that contradicts.
 */
public final class Bridge {
  private final Map<Pseudonym, Later> later;

  /**
   * A later pseudonym.
   *
   * @param pseudonym the pair
   * @param from first day on which it holds, in days since 1970-01-01
   */
  record Later(Pseudonym pseudonym, long from) {}

  Bridge(Map<Pseudonym, Later> later) {
    this.later = Map.copyOf(later);
  }

  /** Carries nobody. */
  public static Bridge none() {
    return new Bridge(Map.of());
  }

  /** Whether nobody can be carried. */
  public boolean isEmpty() {
    return later.isEmpty();
  }

  /**
   * The pseudonym to which a row is carried; empty if it stays.
   *
   * @param earlier under which the row stands
   * @param day first day on which the row holds; empty if it has no time
   */
  public Optional<Pseudonym> carry(Pseudonym earlier, OptionalLong day) {
    Later to = later.get(earlier);
    if (to == null || (day.isPresent() && day.getAsLong() >= to.from())) {
      return Optional.empty();
    }
    return Optional.of(to.pseudonym());
  }
}
