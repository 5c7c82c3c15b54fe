// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Linkages drawn from the posterior: each is one to one, and over many of them a pair is there as
 * often as its probability says. An analysis is repeated on each and pooled, so that it carries the
 * uncertainty of the linkage. Pairs below {@value MatchingSampler#LEAST} are never drawn.
 */
public final class LinkageDraws {
  private final ScoredPairs pairs;
  private final IdenticalRows left;
  private final IdenticalRows right;
  private final IdColumn leftIds;
  private final IdColumn rightIds;
  private final int count;

  LinkageDraws(
      ScoredPairs pairs,
      IdenticalRows left,
      IdenticalRows right,
      IdColumn leftIds,
      IdColumn rightIds,
      int count) {
    this.pairs = pairs;
    this.left = left;
    this.right = right;
    this.leftIds = leftIds;
    this.rightIds = rightIds;
    this.count = count;
  }

  static LinkageDraws none() {
    IdenticalRows nobody = new IdenticalRows(new int[0], new int[0]);
    ScoredPairs pairs =
        new ScoredPairs(
            new int[0], new int[0], new int[0], new long[0], new double[0], new double[0]);
    return new LinkageDraws(pairs, nobody, nobody, new IdColumn(), new IdColumn(), 0);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /**
   * One of them, sorted by left id; the same for the same files and number.
   *
   * @param number from 1 to {@link #count}
   */
  public List<LinkageResult.Link> draw(int number) {
    if (number < 1 || number > count) {
      throw new IllegalArgumentException("draws are numbered from 1 to " + count);
    }
    int[] drawn = new MatchingSampler(pairs).draw(number);
    return Arrays.stream(drawn).mapToObj(this::link).toList();
  }

  /** The largest probability of each right record that has a likely candidate, by its id. */
  public SortedMap<String, Double> strongest() {
    SortedMap<String, Double> strongest = new TreeMap<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      strongest.merge(
          rightIds.text(right.keep()[pairs.right()[pair]]),
          pairs.probability()[pair],
          StrictMath::max);
    }
    return strongest;
  }

  /** A pair as a link. */
  LinkageResult.Link link(int pair) {
    return new LinkageResult.Link(
        leftIds.text(left.keep()[pairs.left()[pair]]),
        rightIds.text(right.keep()[pairs.right()[pair]]),
        pairs.probability()[pair]);
  }
}
