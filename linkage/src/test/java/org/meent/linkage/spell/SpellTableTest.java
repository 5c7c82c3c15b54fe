// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meent.linkage.flow.FlowStep;
import org.meent.protocols.run.RandomStream;

/** Reading: every row is a spell or has a counted fault, whatever the order of the rows. */
class SpellTableTest {
  private static final SpellRules HALF_OPEN =
      SpellRules.withDefaults().with(SpellRules.End.FIRST_DAY_AFTER);

  @Test
  void everyFaultIsCountedAndNothingElseIsLost() {
    int unknown = Spell.UNKNOWN;
    SpellTable table =
        SpellTable.read(
            SpellRules.withDefaults(),
            new long[] {1, 1, 1, 1, 1, 1, 2, 2},
            new int[] {10, unknown, 10, 10, 10, 10, 5, 2_000_000},
            new int[] {19, 19, unknown, 9, 3, 19, Spell.OPEN, 2_000_001},
            new int[] {1, 1, 1, 1, 1, 1, 1, 1});
    SpellCounts counts = table.counts();
    assertThat(counts.faults())
        .isEqualTo(
            Map.of(
                SpellFault.START_UNKNOWN, 1L,
                SpellFault.END_UNKNOWN, 1L,
                SpellFault.NO_DAY, 1L,
                SpellFault.ENDS_BEFORE_START, 1L,
                SpellFault.DOUBLED, 1L,
                SpellFault.DAY_OUT_OF_RANGE, 1L));
    assertThat(table.spell(0)).isEqualTo(new Spell(1, 10, 20, 1));
    assertThat(table.spell(1)).isEqualTo(new Spell(2, 5, Spell.OPEN, 1));
    assertThat(counts.open()).isEqualTo(1);
    FlowStep step = counts.step("read spells");
    assertThat(step.in()).isEqualTo(8);
    assertThat(step.out()).isEqualTo(2);
    assertThat(step.losses()).containsEntry("doubled spell", 1L).hasSize(6);
  }

  @Test
  void aMissingEndIsOpenOnlyWhereThatIsDeclared() {
    SpellRules open = SpellRules.withDefaults().with(SpellRules.MissingEnd.OPEN);
    SpellTable table =
        SpellTable.read(
            open, new long[] {1}, new int[] {0}, new int[] {Spell.UNKNOWN}, new int[] {1});
    assertThat(table.spell(0).isOpen()).isTrue();
  }

  @Test
  void overlapsAreCountedAgainstEveryEarlierSpell() {
    for (int number = 0; number < 2_000; number++) {
      Track track = RandomTracks.of(RandomStream.of(31, "overlaps", number));
      Track single = new Track();
      for (int i = 0; i < track.size(); i++) {
        if (i == 0
            || !RandomTracks.words(RandomTracks.single(track, i))
                .equals(RandomTracks.words(RandomTracks.single(track, i - 1)))) {
          single.add(track.start(i), track.end(i), track.state(i));
        }
      }
      int overlapping = 0;
      int conflicting = 0;
      for (int i = 0; i < single.size(); i++) {
        boolean same = false;
        boolean other = false;
        for (int j = 0; j < i; j++) {
          boolean lasts = single.end(j) > single.start(i);
          same |= lasts && single.state(j) == single.state(i);
          other |= lasts && single.state(j) != single.state(i);
        }
        overlapping += same ? 1 : 0;
        conflicting += other ? 1 : 0;
      }
      SpellCounts counts = table(Collections.nCopies(1, track)).counts();
      assertThat(counts.overlapping()).isEqualTo(overlapping);
      assertThat(counts.conflicting()).isEqualTo(conflicting);
      assertThat(counts.of(SpellFault.DOUBLED)).isEqualTo(track.size() - single.size());
    }
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<int[]> rows = new ArrayList<>();
    for (int person = 0; person < 200; person++) {
      Track track = RandomTracks.of(RandomStream.of(32, "rows", person));
      for (int i = 0; i < track.size(); i++) {
        rows.add(new int[] {person * 7 % 200, track.start(i), track.end(i), track.state(i)});
      }
    }
    String words = words(read(rows));
    RandomStream random = RandomStream.of(33);
    int[] order = new int[rows.size()];
    Arrays.setAll(order, i -> i);
    for (int round = 0; round < 5; round++) {
      random.shuffle(order, order.length);
      List<int[]> shuffled = Arrays.stream(order).mapToObj(rows::get).toList();
      assertThat(words(read(shuffled))).isEqualTo(words);
    }
  }

  /** More spells than fit the first buffers, of one person. */
  @Test
  void oneGiantPerson() {
    int size = 300_000;
    RandomStream random = RandomStream.of(34);
    Track track = new Track();
    for (int i = 0; i < size; i++) {
      int start = random.nextInt(500_000);
      track.add(start, start + 1 + random.nextInt(50), random.nextInt(100_000));
    }
    track.sort();
    SpellTable table = table(List.of(track));
    Track merged = new Track();
    new SpellAlgebra().merge(track, 0, merged);
    assertThat(table.size()).isLessThanOrEqualTo(size);
    assertThat(table.counts().rows()).isEqualTo(size);
    for (int i = 1; i < track.size(); i++) {
      assertThat(track.start(i) >= track.start(i - 1)).isTrue();
    }
    assertThat(merged.size()).isPositive();
  }

  @Test
  void columnsMustHaveOneLength() {
    assertThatThrownBy(
            () -> SpellTable.read(HALF_OPEN, new long[2], new int[1], new int[2], new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns differ in length");
  }

  @Test
  void feedsTogetherHoldEveryPersonOnce() {
    Track a = new Track();
    a.add(0, 3, 1);
    Track b = new Track();
    b.add(1, 2, 2);
    SpellTable left = table(List.of(a, a));
    SpellTable right = table(List.of(new Track(), b, b));
    SpellTable both = SpellTable.of(SpellFeeds.together(List.of(left.feed(), right.feed())));
    assertThat(words(both)).isEqualTo("0:[0,3)1 1:[0,3)1 [1,2)2 2:[1,2)2 ");
  }

  private static SpellTable read(List<int[]> rows) {
    return SpellTable.read(
        HALF_OPEN,
        rows.stream().mapToLong(row -> row[0]).toArray(),
        rows.stream().mapToInt(row -> row[1]).toArray(),
        rows.stream().mapToInt(row -> row[2]).toArray(),
        rows.stream().mapToInt(row -> row[3]).toArray());
  }

  /** Person i has the i-th track. */
  static SpellTable table(List<Track> tracks) {
    List<int[]> rows = new ArrayList<>();
    for (int person = 0; person < tracks.size(); person++) {
      Track track = tracks.get(person);
      for (int i = 0; i < track.size(); i++) {
        rows.add(new int[] {person, track.start(i), track.end(i), track.state(i)});
      }
    }
    return read(rows);
  }

  private static String words(SpellTable table) {
    StringBuilder words = new StringBuilder();
    Track track = new Track();
    for (int place = 0; place < table.persons(); place++) {
      table.load(place, track);
      words.append(table.key(place)).append(':').append(RandomTracks.words(track));
    }
    return words.toString();
  }
}
