// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;

/** A join on its way: pairs the spells of one person after the other, and counts. */
final class Joining {
  private final SpellJoin.Pairing pairing;
  private final SpellJoin.Visitor visitor;
  private int[] partners = new int[16];
  private long lefts;
  private long leftMatched;
  private long leftRepeated;
  private long rights;
  private long rightMatched;
  private long rightRepeated;
  private long pairs;

  Joining(SpellJoin.Pairing pairing, SpellJoin.Visitor visitor) {
    this.pairing = pairing;
    this.visitor = visitor;
  }

  void onlyLeft(Track left) {
    lefts += left.size();
  }

  void onlyRight(Track right) {
    rights += right.size();
  }

  void both(long person, Track left, Track right) {
    if (partners.length < right.size()) {
      partners = new int[2 * right.size()];
    }
    Arrays.fill(partners, 0, right.size(), 0);
    int first = 0;
    for (int i = 0; i < left.size(); i++) {
      int found =
          switch (pairing) {
            case OVERLAPPING -> {
              while (first < right.size() && right.end(first) <= left.start(i)) {
                first++;
              }
              yield overlapping(person, left, i, right, first);
            }
            case NEXT -> nextOf(person, left, i, right);
          };
      pairs += found;
      leftMatched += found > 0 ? 1 : 0;
      leftRepeated += found > 1 ? 1 : 0;
    }
    lefts += left.size();
    rights += right.size();
    for (int j = 0; j < right.size(); j++) {
      rightMatched += partners[j] > 0 ? 1 : 0;
      rightRepeated += partners[j] > 1 ? 1 : 0;
    }
  }

  private int overlapping(long person, Track left, int i, Track right, int first) {
    int found = 0;
    for (int j = first; j < right.size() && right.start(j) < left.end(i); j++) {
      if (right.end(j) > left.start(i)) {
        visitor.pair(person, left, i, right, j);
        partners[j]++;
        found++;
      }
    }
    return found;
  }

  private int nextOf(long person, Track left, int i, Track right) {
    int j = firstStartingFrom(right, left.end(i));
    if (j == right.size()) {
      return 0;
    }
    visitor.pair(person, left, i, right, j);
    partners[j]++;
    return 1;
  }

  private static int firstStartingFrom(Track track, int day) {
    int low = 0;
    int high = track.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (track.start(middle) < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  JoinCounts counts() {
    return new JoinCounts(
        lefts, leftMatched, leftRepeated, rights, rightMatched, rightRepeated, pairs);
  }
}
