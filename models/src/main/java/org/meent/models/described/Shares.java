// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How many of 100 people of a group had each support.
 *
 * @param group the group
 * @param counted how many people were counted
 * @param arms a share for each support
 */
public record Shares(Likeness group, long counted, List<Share> arms) {

  /** Copies the shares. */
  public Shares {
    arms = List.copyOf(arms);
  }

  /**
   * One support.
   *
   * @param arm its name in the protocol
   * @param ofHundred of 100 people; empty where the count was left out
   */
  public record Share(String arm, OptionalInt ofHundred) {}

  /** What is not among the known shares, of 100. */
  public int unknown() {
    return 100 - arms.stream().mapToInt(arm -> arm.ofHundred().orElse(0)).sum();
  }

  /**
   * Whole numbers of 100 in proportion to counts, by largest remainders: each is its share rounded
   * down or up, and together with what is unknown they are 100.
   *
   * @param counts the counts; empty = left out
   * @param total the count of all
   */
  static List<OptionalInt> ofHundred(List<OptionalLong> counts, long total) {
    long known = counts.stream().mapToLong(count -> count.orElse(0)).sum();
    List<Long> parts = new ArrayList<>();
    counts.forEach(count -> parts.add(count.orElse(0)));
    parts.add(total - known);
    int[] whole = new int[parts.size()];
    int given = 0;
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (int) (100 * parts.get(i) / total);
      given += whole[i];
    }
    List<Integer> byRemainder = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      byRemainder.add(i);
    }
    byRemainder.sort(Comparator.comparingLong((Integer i) -> -(100 * parts.get(i) % total)));
    for (int k = 0; k < 100 - given; k++) {
      whole[byRemainder.get(k)]++;
    }
    List<OptionalInt> shares = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      shares.add(counts.get(i).isPresent() ? OptionalInt.of(whole[i]) : OptionalInt.empty());
    }
    return shares;
  }
}
