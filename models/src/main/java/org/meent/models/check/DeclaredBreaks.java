// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.time.LocalDate;
import java.util.List;

/**
 * How much of the follow-up touches a period in which something else changed for everybody, such as
 * a lockdown or a new questionnaire. An effect measured across one may be the break's.
 *
 * @param touched share of the rows that touch each break
 * @param any share of the rows that touch at least one
 */
public record DeclaredBreaks(List<Touched> touched, double any) {

  /** Copies the list. */
  public DeclaredBreaks {
    touched = List.copyOf(touched);
  }

  /**
   * One break.
   *
   * @param id its name
   * @param share share of the rows whose follow-up touches it
   */
  public record Touched(String id, double share) {}

  /**
   * Counts.
   *
   * @param starts day from which each row is followed
   * @param months how long each row is followed
   */
  public static DeclaredBreaks of(List<LocalDate> starts, int months, List<Criteria.Break> breaks) {
    List<Touched> touched =
        breaks.stream()
            .map(one -> new Touched(one.id(), share(starts, months, List.of(one))))
            .toList();
    return new DeclaredBreaks(touched, share(starts, months, breaks));
  }

  private static double share(List<LocalDate> starts, int months, List<Criteria.Break> breaks) {
    long count =
        starts.stream()
            .filter(start -> breaks.stream().anyMatch(one -> touches(start, months, one)))
            .count();
    return (double) count / starts.size();
  }

  private static boolean touches(LocalDate start, int months, Criteria.Break one) {
    return !start.isAfter(one.to()) && !start.plusMonths(months).isBefore(one.from());
  }

  /** The gate. */
  public GateResult gate(Criteria criteria) {
    return GateResult.atMost(
        "declared-break", Criterion.BREAK_SHARE.id(), any, criteria.of(Criterion.BREAK_SHARE));
  }
}
