// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Comparison within strata only, such as a start period in a region: rows of a stratum in which an
 * arm does not occur have nobody to be compared with and count for nothing.
 *
 * @param labels the stratum of each row
 * @param kept whether every arm occurs in the row's stratum
 */
public record ExactStrata(List<String> labels, boolean[] kept) {

  /** Copies the labels. */
  public ExactStrata {
    labels = List.copyOf(labels);
  }

  /**
   * Strata by every combination of the columns.
   *
   * @param columns labels by column and row
   * @param arm of each row, from 0
   */
  public static ExactStrata of(List<List<String>> columns, int[] arm) {
    List<String> labels =
        IntStream.range(0, arm.length)
            .mapToObj(i -> String.join("|", columns.stream().map(c -> c.get(i)).toList()))
            .toList();
    int arms = Arrays.stream(arm).max().orElse(0) + 1;
    Map<String, boolean[]> seen = new HashMap<>();
    for (int i = 0; i < arm.length; i++) {
      seen.computeIfAbsent(labels.get(i), label -> new boolean[arms])[arm[i]] = true;
    }
    boolean[] kept = new boolean[arm.length];
    for (int i = 0; i < arm.length; i++) {
      kept[i] = true;
      for (boolean there : seen.getOrDefault(labels.get(i), new boolean[0])) {
        kept[i] &= there;
      }
    }
    return new ExactStrata(labels, kept);
  }

  /** The share of the rows that are kept. */
  public double share() {
    long count = IntStream.range(0, kept.length).filter(i -> kept[i]).count();
    return (double) count / kept.length;
  }

  /** The gate. */
  public GateResult gate(Criteria criteria) {
    return GateResult.atLeast(
        "within-strata", Criterion.WITHIN_SHARE.id(), share(), criteria.of(Criterion.WITHIN_SHARE));
  }
}
