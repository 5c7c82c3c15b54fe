// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meent.models.check.Anticipation;
import org.meent.models.check.Criteria;
import org.meent.models.check.Criterion;
import org.meent.models.check.DeclaredBreaks;
import org.meent.models.check.ExactStrata;
import org.meent.models.check.UnderRegistration;
import org.meent.models.frame.Frame;
import org.meent.models.frame.NumericCsv;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * When and where each row was, in the order of the frame.
 *
 * @param months how long rows are followed
 * @param starts day of the start; empty if no column says
 * @param jobs day of the first job after it; empty if no column says
 * @param municipality who recorded the treatment; empty if no column says
 * @param strata what is compared within itself, in the order of the file
 */
public record ContextRows(
    int months,
    List<LocalDate> starts,
    List<Optional<LocalDate>> jobs,
    List<String> municipality,
    Optional<ExactStrata> strata) {

  /** Copies the lists. */
  public ContextRows {
    starts = List.copyOf(starts);
    jobs = List.copyOf(jobs);
    municipality = List.copyOf(municipality);
  }

  /** Reads the columns. */
  static ContextRows of(
      NumericCsv csv, Frame frame, FitContext context, Optional<ExactStrata> strata) {
    List<LocalDate> starts =
        context.start().stream()
            .flatMap(
                name ->
                    inOrder(days(csv, name), frame).stream()
                        .map(
                            day ->
                                day.orElseThrow(
                                    () ->
                                        Refusal.badInput(
                                                "models.csv.missing-value",
                                                Where.file(csv.source()).in(name))
                                            .asException())))
            .toList();
    List<Optional<LocalDate>> jobs =
        context.job().map(name -> inOrder(days(csv, name), frame)).orElse(List.of());
    List<String> municipality =
        context.municipality().map(name -> inOrder(csv.text(name), frame)).orElse(List.of());
    return new ContextRows(context.months(), starts, jobs, municipality, strata);
  }

  private static List<Optional<LocalDate>> days(NumericCsv csv, String name) {
    List<Optional<LocalDate>> days = new ArrayList<>();
    for (String cell : csv.cells(name)) {
      try {
        days.add(cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell)));
      } catch (DateTimeParseException e) {
        Where where = Where.file(csv.source()).atLine(csv.line(days.size())).in(name);
        throw Refusal.badInput("models.fit.not-a-day", where).asException();
      }
    }
    return days;
  }

  private static <T> List<T> inOrder(List<T> values, Frame frame) {
    return IntStream.range(0, values.size()).mapToObj(i -> values.get(frame.inputRow(i))).toList();
  }

  /**
   * The checks of one arm.
   *
   * @param inside positions of the rows of the arm and the reference
   * @param arm 1 or 0 for each of these
   */
  ContextChecks checks(int[] inside, int[] arm, Criteria criteria) {
    Optional<DeclaredBreaks> breaks =
        starts.isEmpty()
            ? Optional.empty()
            : Optional.of(DeclaredBreaks.of(pick(starts, inside), months, criteria.breaks()));
    int[] treated =
        IntStream.range(0, arm.length).filter(k -> arm[k] == 1).map(k -> inside[k]).toArray();
    Optional<Anticipation> anticipation =
        starts.isEmpty() || jobs.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Anticipation.of(
                    pick(starts, treated),
                    pick(jobs, treated),
                    (int) criteria.of(Criterion.ANTICIPATION_DAYS)));
    Optional<UnderRegistration> registration =
        municipality.isEmpty()
            ? Optional.empty()
            : Optional.of(
                UnderRegistration.of(
                    arm, pick(municipality, inside), criteria.of(Criterion.REGISTERED_RATIO)));
    return new ContextChecks(strata, breaks, anticipation, registration);
  }

  private static <T> List<T> pick(List<T> values, int[] rows) {
    return Arrays.stream(rows).mapToObj(values::get).toList();
  }
}
