// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands behind a bin or a segment.
 *
 * @param units unweighted units in it
 * @param arms unweighted units by arm; empty where arms play no part
 * @param means the means that are shown of it
 */
public record GroupEvidence(long units, SortedMap<String, Long> arms, List<GroupMean> means)
    implements RowEvidence {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if arms do not add up to the units, or a mean has more units
   */
  public GroupEvidence {
    arms = Collections.unmodifiableSortedMap(new TreeMap<>(arms));
    means = List.copyOf(means);
    long inArms = arms.values().stream().mapToLong(Long::longValue).sum();
    boolean negative = units < 0 || arms.values().stream().anyMatch(n -> n < 0);
    long most = units;
    boolean more = means.stream().anyMatch(mean -> mean.cell().units() != most);
    if (negative || more || (!arms.isEmpty() && inArms != units)) {
      throw new IllegalArgumentException("units of a group do not fit its arms or means");
    }
  }

  /** Units and nothing else. */
  public static GroupEvidence of(long units) {
    return new GroupEvidence(units, new TreeMap<>(), List.of());
  }

  /** Units and means. */
  public static GroupEvidence of(long units, List<GroupMean> means) {
    return new GroupEvidence(units, new TreeMap<>(), means);
  }

  /** No figure. */
  @Override
  public String toString() {
    return "GroupEvidence";
  }
}
