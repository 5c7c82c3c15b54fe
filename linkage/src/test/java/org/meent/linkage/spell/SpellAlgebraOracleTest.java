// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meent.linkage.spell.RandomTracks.HORIZON;
import static org.meent.linkage.spell.RandomTracks.depth;
import static org.meent.linkage.spell.RandomTracks.runs;
import static org.meent.linkage.spell.RandomTracks.words;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

/** Every operation against what a bitmap of days says, on 3,000 small random cases. */
class SpellAlgebraOracleTest {
  private static final int CASES = 3_000;

  private final SpellAlgebra algebra = new SpellAlgebra();
  private final Track out = new Track();

  /** Some random tracks, with a second one and a number. */
  private interface Check {
    void of(Track track, Track other, RandomStream random);
  }

  private static void forAll(Check check) {
    for (int i = 0; i < CASES; i++) {
      RandomStream random = RandomStream.of(17, "spell-oracle", i);
      check.of(RandomTracks.of(random), RandomTracks.of(random), random);
    }
  }

  private static boolean[] days(IntPredicate holds) {
    boolean[] days = new boolean[HORIZON];
    for (int day = 0; day < HORIZON; day++) {
      days[day] = holds.test(day);
    }
    return days;
  }

  @Test
  void unionIsTheCoveredDays() {
    forAll(
        (track, other, random) -> {
          int[] depth = depth(track);
          algebra.union(track, 9, out);
          assertThat(words(out)).isEqualTo(words(runs(days(day -> depth[day] > 0), 9)));
        });
  }

  @Test
  void overlapsAreDaysWithTwoSpells() {
    forAll(
        (track, other, random) -> {
          int[] depth = depth(track);
          algebra.overlaps(track, 9, out);
          assertThat(words(out)).isEqualTo(words(runs(days(day -> depth[day] > 1), 9)));
        });
  }

  @Test
  void gapsAreUncoveredDaysBetweenCoveredOnes() {
    forAll(
        (track, other, random) -> {
          int[] depth = depth(track);
          boolean[] gap =
              days(
                  day ->
                      depth[day] == 0
                          && java.util.Arrays.stream(depth, 0, day).anyMatch(n -> n > 0)
                          && java.util.Arrays.stream(depth, day, HORIZON).anyMatch(n -> n > 0));
          algebra.gaps(track, 9, out);
          assertThat(words(out)).isEqualTo(words(runs(gap, 9)));
        });
  }

  @Test
  void complementIsUncoveredDaysOfTheWindow() {
    forAll(
        (track, other, random) -> {
          int from = random.nextInt(HORIZON);
          Window window = new Window(from, from + random.nextInt(HORIZON - from));
          int[] depth = depth(track);
          algebra.complement(track, window, 9, out);
          boolean[] expected = days(day -> depth[day] == 0 && window.contains(day));
          assertThat(words(out)).isEqualTo(words(runs(expected, 9)));
        });
  }

  /** Per state: fill every gap of at most k days, in the bitmap. */
  @Test
  void mergeFillsShortGapsOfTheSameState() {
    forAll(
        (track, other, random) -> {
          int k = random.nextInt(6);
          Track expected = new Track();
          for (int state = 1; state <= 3; state++) {
            int[] depth = depth(track, state);
            boolean[] filled = days(day -> depth[day] > 0);
            int last = -1;
            for (int day = 0; day < HORIZON; day++) {
              if (depth[day] > 0) {
                for (int gap = last + 1; last >= 0 && day - last - 1 <= k && gap < day; gap++) {
                  filled[gap] = true;
                }
                last = day;
              }
            }
            Track of = runs(filled, state);
            for (int i = 0; i < of.size(); i++) {
              expected.add(of.start(i), of.end(i), state);
            }
          }
          expected.sort();
          algebra.merge(track, k, out);
          assertThat(words(out)).isEqualTo(words(expected));
        });
  }

  /** Spell by spell, since spells of a track may overlap. */
  @Test
  void subtractAndIntersectSplitEachSpell() {
    forAll(
        (track, other, random) -> {
          int[] there = depth(other);
          Track without = new Track();
          Track within = new Track();
          for (int i = 0; i < track.size(); i++) {
            int[] own = depth(RandomTracks.single(track, i));
            append(runs(days(d -> own[d] > 0 && there[d] == 0), track.state(i)), without);
            append(runs(days(d -> own[d] > 0 && there[d] > 0), track.state(i)), within);
          }
          without.sort();
          within.sort();
          algebra.subtract(track, other, out);
          assertThat(words(out)).isEqualTo(words(without));
          algebra.intersect(track, other, out);
          assertThat(words(out)).isEqualTo(words(within));
        });
  }

  @Test
  void clipKeepsThePartsInTheWindow() {
    forAll(
        (track, other, random) -> {
          int from = random.nextInt(HORIZON);
          Window window = new Window(from, from + random.nextInt(HORIZON - from));
          Track expected = new Track();
          for (int i = 0; i < track.size(); i++) {
            int[] own = depth(RandomTracks.single(track, i));
            append(runs(days(d -> own[d] > 0 && window.contains(d)), track.state(i)), expected);
          }
          expected.sort();
          algebra.clip(track, window, out);
          assertThat(words(out)).isEqualTo(words(expected));
        });
  }

  private static void append(Track from, Track to) {
    for (int i = 0; i < from.size(); i++) {
      to.add(from.start(i), from.end(i), from.state(i));
    }
  }
}
