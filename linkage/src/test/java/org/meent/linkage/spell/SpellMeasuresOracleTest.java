// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meent.linkage.spell.RandomTracks.HORIZON;
import static org.meent.linkage.spell.RandomTracks.depth;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

/** Every measure against what a bitmap of days says, on 3,000 small random cases. */
class SpellMeasuresOracleTest {
  private static final int CASES = 3_000;
  private static final StatePriority PRIORITY = StatePriority.of(2, 3, 1);

  @Test
  void daysInAState() {
    for (int i = 0; i < CASES; i++) {
      RandomStream random = RandomStream.of(18, "spell-days", i);
      Track track = RandomTracks.of(random);
      int from = random.nextInt(HORIZON);
      Window window = new Window(from, from + random.nextInt(HORIZON - from));
      int inState = 0;
      int covered = 0;
      for (int day = window.from(); day < window.to(); day++) {
        inState += depth(track, 2)[day] > 0 ? 1 : 0;
        covered += depth(track)[day] > 0 ? 1 : 0;
      }
      assertThat(SpellMeasures.days(track, 2, window)).isEqualTo(inState);
      assertThat(SpellMeasures.coveredDays(track, window)).isEqualTo(covered);
    }
  }

  @Test
  void stateAtADay() {
    for (int i = 0; i < CASES; i++) {
      RandomStream random = RandomStream.of(19, "spell-state", i);
      Track track = RandomTracks.of(random);
      int day = random.nextInt(HORIZON);
      int expected = 0;
      for (int state : new int[] {1, 3, 2}) {
        boolean holds = depth(track, state)[day] > 0;
        assertThat(SpellMeasures.holds(track, state, day)).isEqualTo(holds);
        expected = holds ? state : expected;
      }
      assertThat(SpellMeasures.stateAt(track, day, PRIORITY, 0)).isEqualTo(expected);
    }
  }

  @Test
  void nextAndPreviousSpell() {
    for (int i = 0; i < CASES; i++) {
      RandomStream random = RandomStream.of(20, "spell-next", i);
      Track track = RandomTracks.of(random);
      int day = random.nextInt(HORIZON);
      int next = -1;
      int previous = -1;
      for (int s = track.size() - 1; s >= 0; s--) {
        if (track.state(s) == 1 && track.start(s) >= day) {
          next = s;
        }
      }
      for (int s = 0; s < track.size(); s++) {
        if (track.state(s) == 1
            && track.end(s) <= day
            && (previous < 0 || track.end(s) >= track.end(previous))) {
          previous = s;
        }
      }
      assertThat(SpellMeasures.next(track, 1, day)).isEqualTo(next);
      assertThat(SpellMeasures.previous(track, 1, day)).isEqualTo(previous);
    }
  }

  /** Days 0 to 59 are January and February 1970 and one day of March. */
  @Test
  void monthsInAState() {
    MonthGrid grid = MonthGrid.of(YearMonth.of(1970, 1), 2);
    for (int i = 0; i < CASES; i++) {
      RandomStream random = RandomStream.of(21, "spell-months", i);
      Track track = RandomTracks.of(random);
      int[] depth = depth(track, 1);
      for (MonthRule rule : MonthRule.values()) {
        int months = 0;
        for (int[] month : new int[][] {{0, 31}, {31, 59}}) {
          int days = 0;
          for (int day = month[0]; day < month[1]; day++) {
            days += depth[day] > 0 ? 1 : 0;
          }
          int length = month[1] - month[0];
          boolean counts =
              switch (rule) {
                case ANY_DAY -> days > 0;
                case FIRST_DAY -> depth[month[0]] > 0;
                case LAST_DAY -> depth[month[1] - 1] > 0;
                case MOST_DAYS -> days * 2 > length;
                case EVERY_DAY -> days == length;
              };
          months += counts ? 1 : 0;
        }
        assertThat(SpellMeasures.months(track, 1, grid, rule)).as(rule.name()).isEqualTo(months);
      }
    }
  }
}
