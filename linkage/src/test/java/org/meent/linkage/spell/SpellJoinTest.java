// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/** Joins against all pairs, and declared relations against what the data have. */
class SpellJoinTest {
  private static final SpellJoin MANY =
      new SpellJoin("left, right", SpellJoin.Relation.MANY_TO_MANY);

  private static List<Track> tracks(String purpose, int number) {
    List<Track> tracks = new ArrayList<>();
    for (int person = 0; person < 4; person++) {
      tracks.add(RandomTracks.of(RandomStream.of(41, purpose, number, person)));
    }
    return tracks;
  }

  private static String pair(long person, Track left, int i, Track right, int j) {
    return person
        + RandomTracks.words(RandomTracks.single(left, i))
        + RandomTracks.words(RandomTracks.single(right, j));
  }

  @Test
  void overlappingPairsAreAllPairsWithACommonDay() {
    for (int number = 0; number < 1_000; number++) {
      SpellTable left = SpellTableTest.table(tracks("left", number));
      SpellTable right = SpellTableTest.table(tracks("right", number));
      List<String> found = new ArrayList<>();
      JoinCounts counts =
          MANY.overlapping(
              left.feed(), right.feed(), (p, l, i, r, j) -> found.add(pair(p, l, i, r, j)));
      List<String> expected = new ArrayList<>();
      int[] leftPartners = new int[left.size()];
      int[] rightPartners = new int[right.size()];
      for (int i = 0; i < left.size(); i++) {
        for (int j = 0; j < right.size(); j++) {
          Spell a = left.spell(i);
          Spell b = right.spell(j);
          if (a.person() == b.person() && a.start() < b.end() && b.start() < a.end()) {
            expected.add(a.person() + words(a) + words(b));
            leftPartners[i]++;
            rightPartners[j]++;
          }
        }
      }
      assertThat(found).isEqualTo(expected);
      assertThat(counts)
          .isEqualTo(
              new JoinCounts(
                  left.size(),
                  count(leftPartners, 1),
                  count(leftPartners, 2),
                  right.size(),
                  count(rightPartners, 1),
                  count(rightPartners, 2),
                  expected.size()));
      assertThat(counts.step("join").out()).isEqualTo(expected.size());
    }
  }

  private static long count(int[] partners, int atLeast) {
    return java.util.Arrays.stream(partners).filter(n -> n >= atLeast).count();
  }

  private static String words(Spell spell) {
    return "[%d,%d)%d ".formatted(spell.start(), spell.end(), spell.state());
  }

  @Test
  void theNextSpellIsTheFirstThatStartsAfterTheEnd() {
    for (int number = 0; number < 1_000; number++) {
      SpellTable left = SpellTableTest.table(tracks("left", number));
      SpellTable right = SpellTableTest.table(tracks("right", number));
      List<String> found = new ArrayList<>();
      MANY.next(left.feed(), right.feed(), (p, l, i, r, j) -> found.add(pair(p, l, i, r, j)));
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        Spell a = left.spell(i);
        for (int j = 0; j < right.size(); j++) {
          Spell b = right.spell(j);
          if (a.person() == b.person() && b.start() >= a.end()) {
            expected.add(a.person() + words(a) + words(b));
            break;
          }
        }
      }
      assertThat(found).isEqualTo(expected);
    }
  }

  @Test
  void rowsThatMultiplyUndeclaredStopTheRun() {
    Track one = new Track();
    one.add(0, 30, 1);
    Track two = new Track();
    two.add(0, 5, 1);
    two.add(4, 9, 1);
    SpellTable left = SpellTableTest.table(List.of(one));
    SpellTable right = SpellTableTest.table(List.of(two));
    for (SpellJoin.Relation relation : SpellJoin.Relation.values()) {
      SpellJoin join = new SpellJoin("bijstand, spolis", relation);
      assertThat(stops(join, left, right)).isEqualTo(!relation.leftMayRepeat());
      assertThat(stops(join, right, left)).isEqualTo(!relation.rightMayRepeat());
    }
  }

  private static boolean stops(SpellJoin join, SpellTable left, SpellTable right) {
    try {
      join.overlapping(left.feed(), right.feed(), (p, l, i, r, j) -> {});
      return false;
    } catch (RefusalException e) {
      assertThat(e.refusals().getFirst().code()).isEqualTo("linkage.spell.relation");
      return true;
    }
  }

  @Test
  void theRefusalCountsAndNamesTheJoin() {
    Track two = new Track();
    two.add(0, 5, 1);
    two.add(4, 9, 1);
    SpellTable table = SpellTableTest.table(List.of(two));
    SpellJoin join = new SpellJoin("bijstand, spolis", SpellJoin.Relation.ONE_TO_ONE);
    assertThatThrownBy(() -> join.overlapping(table.feed(), table.feed(), (p, l, i, r, j) -> {}))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("bijstand, spolis")
        .hasMessageContaining("2 spells of the first source and 2 of the second");
  }
}
