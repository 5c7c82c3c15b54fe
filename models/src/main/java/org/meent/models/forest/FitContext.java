// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that say when and where a row was, for the gates that need to know.
 *
 * @param within columns whose combinations are compared only within themselves
 * @param start column of the day from which a row is followed
 * @param months how long rows are followed
 * @param job column of the first day of the first job after the start; empty = none
 * @param municipality column of who recorded the treatment
 */
public record FitContext(
    List<String> within,
    Optional<String> start,
    int months,
    Optional<String> job,
    Optional<String> municipality) {

  /** Copies the list. */
  public FitContext {
    within = List.copyOf(within);
  }

  /** Nothing is known of when and where. */
  public static FitContext none() {
    return new FitContext(List.of(), Optional.empty(), 0, Optional.empty(), Optional.empty());
  }

  /** The same, compared within strata. */
  public FitContext withWithin(List<String> columns) {
    return new FitContext(columns, start, months, job, municipality);
  }

  /** The same with the day of the start and the months that follow. */
  public FitContext withStart(String column, int followed) {
    return new FitContext(within, Optional.of(column), followed, job, municipality);
  }

  /** The same with the day of the first job. */
  public FitContext withJob(String column) {
    return new FitContext(within, start, months, Optional.of(column), municipality);
  }

  /** The same with the municipality that recorded the treatment. */
  public FitContext withMunicipality(String column) {
    return new FitContext(within, start, months, job, Optional.of(column));
  }

  /** Every column named. */
  Set<String> columns() {
    Set<String> named = new HashSet<>(within);
    start.ifPresent(named::add);
    job.ifPresent(named::add);
    municipality.ifPresent(named::add);
    return named;
  }
}
