// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.util.List;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.StudyDesign.Kind;
import org.meent.protocols.yaml.Fields;

/** The keys {@code design}, {@code index-date}, {@code trials} and {@code grace}. */
final class DesignPart {
  private static final int MOST_MONTHS = 120;
  private static final int MOST_TRIALS = 240;
  private static final int LONGEST_GRACE = 24;

  private final DeclaredNames names;

  DesignPart(DeclaredNames names) {
    this.names = names;
  }

  StudyDesign read(Fields at) {
    Kind kind = at.choice("design", Kind.class);
    return switch (kind) {
      case LANDMARK -> StudyDesign.landmark(day(at));
      case SEQUENTIAL_TRIALS ->
          new StudyDesign(
              kind, at.fields("trials", DesignPart::trials), at.has("grace") ? grace(at) : 1);
      case CLONE_CENSOR_WEIGHT ->
          new StudyDesign(
              kind,
              at.has("trials") ? at.fields("trials", DesignPart::trials) : day(at),
              grace(at));
    };
  }

  private static int grace(Fields at) {
    return (int) at.integer("grace", 1, LONGEST_GRACE);
  }

  private IndexDates day(Fields at) {
    return at.hasMapping("index-date")
        ? at.fields("index-date", this::firstStart)
        : new IndexDates.OneDay(at.date("index-date"));
  }

  private IndexDates firstStart(Fields at) {
    String of = names.source(at, "first-start-of");
    if (names.sources().containsKey(of) && !(names.timing(of) instanceof Timing.Spell)) {
      at.problems().badInput("protocols.study.first-start", at.at("first-start-of"), of);
    }
    LocalDate from = at.date("from");
    LocalDate to = ordered(at, from);
    int after = at.has("after-months") ? (int) at.integer("after-months", 0, MOST_MONTHS) : 0;
    return new IndexDates.FirstStart(of, from, to, after);
  }

  private static IndexDates trials(Fields at) {
    LocalDate from = at.date("from");
    LocalDate to = ordered(at, from);
    at.oneOf("every", List.of("month"), "protocols.yaml.not-in-list");
    if (from.getDayOfMonth() > 28) {
      at.problems().badInput("protocols.study.trial-day", at.at("from"));
    } else if (from.plusMonths(MOST_TRIALS).isBefore(to)) {
      at.problems().badInput("protocols.study.trials-many", at.at("to"), MOST_TRIALS);
    }
    return new IndexDates.Monthly(from, to);
  }

  private static LocalDate ordered(Fields at, LocalDate from) {
    LocalDate to = at.date("to");
    if (to.isBefore(from)) {
      at.problems().badInput("protocols.study.period", at.at("to"));
    }
    return to;
  }
}
