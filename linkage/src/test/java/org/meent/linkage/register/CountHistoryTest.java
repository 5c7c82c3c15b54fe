// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.meent.linkage.register.CountHistory.Period;
import org.meent.linkage.register.CountHistory.StartBound;

class CountHistoryTest {
  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

  @Test
  void oneRiseFromNothingDatesTheProvision() {
    CountHistory history = history(0, 1, 1);
    assertThat(history.runningOn(day(2)))
        .containsExactly(new StartBound(Optional.of(day(1)), day(1), false));
    assertThat(history.runningOn(day(2)).getFirst().isDated()).isTrue();
  }

  /** Of two that overlapped either may be the one that still runs. */
  @Test
  void afterAnOverlapOnlyAnIntervalIsKnown() {
    assertThat(history(0, 1, 2, 1).runningOn(day(3)))
        .containsExactly(new StartBound(Optional.of(day(1)), day(2), false));
  }

  @Test
  void whatRunsFromTheFirstDayMayHaveBegunBefore() {
    assertThat(history(1, 2).runningOn(day(1)))
        .containsExactly(
            new StartBound(Optional.empty(), day(0), true),
            new StartBound(Optional.of(day(1)), day(1), false));
    assertThat(history(1, 2, 1).runningOn(day(2)))
        .containsExactly(new StartBound(Optional.empty(), day(1), false));
  }

  @Test
  void daysWithoutARecordHaveNone() {
    CountHistory history =
        CountHistory.of(List.of(new Period(day(9), day(9), 1), new Period(day(0), day(3), 1)))
            .orElseThrow();
    assertThat(history.runningOn(day(5))).isEmpty();
    assertThat(history.runningOn(day(9)))
        .containsExactly(new StartBound(Optional.of(day(9)), day(9), false));
    assertThat(history.runningOn(day(10))).isEmpty();
  }

  @Test
  void recordsThatContradictEachOtherGiveNothing() {
    assertThat(
            CountHistory.of(List.of(new Period(day(0), day(3), 1), new Period(day(3), day(4), 2))))
        .isEmpty();
  }

  /** Against all ways in which provisions can begin and end with these counts. */
  @Test
  void boundsAreThoseOfAllPossibleWorlds() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 300; i++) {
      int[] counts = random.ints(1 + random.nextInt(6), 0, 4).toArray();
      int at = counts.length - 1;
      int[] earliest = new int[counts[at]];
      int[] latest = new int[counts[at]];
      java.util.Arrays.fill(earliest, Integer.MAX_VALUE);
      java.util.Arrays.fill(latest, -1);
      worlds(counts, 0, new ArrayList<>(), earliest, latest);
      List<StartBound> expected = new ArrayList<>();
      for (int r = 0; r < counts[at]; r++) {
        expected.add(
            new StartBound(
                earliest[r] == 0 ? Optional.empty() : Optional.of(day(earliest[r])),
                day(latest[r]),
                latest[r] == 0));
      }
      assertThat(history(counts).runningOn(day(at))).isEqualTo(expected);
    }
  }

  /** Goes through every choice of which provisions end when the count falls. */
  private static void worlds(
      int[] counts, int period, List<Integer> running, int[] earliest, int[] latest) {
    if (period == counts.length) {
      List<Integer> starts = new ArrayList<>(running);
      Collections.sort(starts);
      for (int r = 0; r < starts.size(); r++) {
        earliest[r] = Math.min(earliest[r], starts.get(r));
        latest[r] = Math.max(latest[r], starts.get(r));
      }
      return;
    }
    int change = counts[period] - running.size();
    if (change >= 0) {
      List<Integer> next = new ArrayList<>(running);
      next.addAll(Collections.nCopies(change, period));
      worlds(counts, period + 1, next, earliest, latest);
      return;
    }
    for (int chosen = 0; chosen < 1 << running.size(); chosen++) {
      if (Integer.bitCount(chosen) == -change) {
        List<Integer> next = new ArrayList<>();
        for (int p = 0; p < running.size(); p++) {
          if (((chosen >> p) & 1) == 0) {
            next.add(running.get(p));
          }
        }
        worlds(counts, period + 1, next, earliest, latest);
      }
    }
  }

  private static CountHistory history(int... counts) {
    List<Period> periods = new ArrayList<>();
    for (int c = 0; c < counts.length; c++) {
      periods.add(new Period(day(c), day(c), counts[c]));
    }
    return CountHistory.of(periods).orElseThrow();
  }

  private static LocalDate day(int number) {
    return DAY.plusDays(number);
  }
}
