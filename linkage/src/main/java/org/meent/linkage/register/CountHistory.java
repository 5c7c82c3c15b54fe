// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one person's successive counts of one type of provision allow to know. A register of counts
 * per type ({@link RowMeaning.CountsPerType}) cannot date single provisions; it bounds them.
 *
 * <p>Taken to be so: a record closes when the count changes, days without a record have none, and
 * at most the net change happens on one day. A provision that replaces another on the same day
 * leaves no trace and cannot be bounded. With counts {@code c(0) … c(k)} in successive periods, the
 * number of those running in period {@code k} that began before period {@code j} is at most {@code
 * min c(j-1 … k)} (the oldest stay longest) and at least {@code c(k) − Σ rises(j … k)} (the oldest
 * end first). Both ends are reached, so the bounds are sharp.
 */
public final class CountHistory {
  private final List<Period> periods;

  /**
   * A count in a period.
   *
   * @param first the first day
   * @param last the last day
   * @param count how many provisions of the type, 0 or more
   */
  public record Period(LocalDate first, LocalDate last, int count) {
    /**
     * Checks the order of days.
     *
     * @throws IllegalArgumentException if the last day is before the first, or the count below 0
     */
    public Period {
      if (last.isBefore(first) || count < 0) {
        throw new IllegalArgumentException("a period has days in order and a count from 0");
      }
    }
  }

  /**
   * Between which days one of the running provisions began, both included.
   *
   * @param earliest the earliest possible first day; empty if it may have begun before the history
   * @param latest the latest possible first day
   * @param beganBefore whether it certainly began before the history, or on its first day
   */
  public record StartBound(Optional<LocalDate> earliest, LocalDate latest, boolean beganBefore) {
    /** Whether its first day is known. */
    public boolean isDated() {
      return earliest.isPresent() && earliest.get().equals(latest);
    }
  }

  private CountHistory(List<Period> periods) {
    this.periods = periods;
  }

  /**
   * The history of one person and one type.
   *
   * @param records its periods, in any order
   * @return the history; empty if two records overlap, so that they contradict each other
   */
  public static Optional<CountHistory> of(List<Period> records) {
    List<Period> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(Period::first));
    List<Period> tiled = new ArrayList<>();
    for (Period next : sorted) {
      if (!tiled.isEmpty()) {
        LocalDate free = tiled.getLast().last().plusDays(1);
        if (next.first().isBefore(free)) {
          return Optional.empty();
        }
        if (next.first().isAfter(free)) {
          tiled.add(new Period(free, next.first().minusDays(1), 0));
        }
      }
      tiled.add(next);
    }
    return Optional.of(new CountHistory(tiled));
  }

  /**
   * The bounds of those that run on a day, from the one that began first to the one that began
   * last; empty if none runs or the day lies outside the history.
   */
  public List<StartBound> runningOn(LocalDate day) {
    int at = -1;
    for (int p = 0; p < periods.size(); p++) {
      Period period = periods.get(p);
      if (!day.isBefore(period.first()) && !day.isAfter(period.last())) {
        at = p;
      }
    }
    List<StartBound> bounds = new ArrayList<>();
    if (at >= 0) {
      int[] most = mostBegunBefore(at);
      int[] least = leastBegunBefore(at);
      for (int rank = 1; rank <= periods.get(at).count(); rank++) {
        bounds.add(bound(reaching(most, rank), reaching(least, rank)));
      }
    }
    return bounds;
  }

  /** Of those running in period {@code at}, at most how many began before each period's end. */
  private int[] mostBegunBefore(int at) {
    int[] most = new int[at + 1];
    int lowest = Integer.MAX_VALUE;
    for (int j = at; j >= 0; j--) {
      lowest = Math.min(lowest, periods.get(j).count());
      most[j] = lowest;
    }
    return most;
  }

  /** Of those running in period {@code at}, at least how many began before each period's end. */
  private int[] leastBegunBefore(int at) {
    int[] least = new int[at + 1];
    int running = periods.get(at).count();
    int rises = 0;
    for (int j = at; j >= 0; j--) {
      least[j] = Math.max(0, running - rises);
      rises += j == 0 ? 0 : Math.max(0, periods.get(j).count() - periods.get(j - 1).count());
    }
    return least;
  }

  /** The first period by whose end so many have begun. */
  private static int reaching(int[] begun, int rank) {
    int j = 0;
    while (begun[j] < rank) {
      j++;
    }
    return j;
  }

  private StartBound bound(int earliest, int latest) {
    return new StartBound(
        earliest == 0 ? Optional.empty() : Optional.of(periods.get(earliest).first()),
        periods.get(latest).first(),
        latest == 0);
  }
}
