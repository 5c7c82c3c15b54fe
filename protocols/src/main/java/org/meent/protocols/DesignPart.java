// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.util.List;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.yaml.Fields;

/** The keys {@code design}, {@code index-date} and {@code trials}. */
final class DesignPart {
  private static final int MOST_MONTHS = 120;
  private static final int MOST_TRIALS = 240;

  private final DeclaredNames names;

  DesignPart(DeclaredNames names) {
    this.names = names;
  }

  private enum Name {
    LANDMARK,
    SEQUENTIAL_TRIALS,
    CLONE_CENSOR_WEIGHT
  }

  StudyDesign read(Fields at) {
    return switch (at.choice("design", Name.class)) {
      case LANDMARK ->
          at.hasMapping("index-date")
              ? at.fields("index-date", this::firstStart)
              : new StudyDesign.FixedLandmark(at.date("index-date"));
      case SEQUENTIAL_TRIALS -> at.fields("trials", DesignPart::trials);
      case CLONE_CENSOR_WEIGHT -> {
        at.problems().badInput("protocols.study.design-not-yet", at.at("design"));
        at.has("index-date");
        yield at.has("trials")
            ? at.fields("trials", DesignPart::trials)
            : new StudyDesign.FixedLandmark(LocalDate.of(2000, 1, 1));
      }
    };
  }

  private StudyDesign firstStart(Fields at) {
    String of = names.source(at, "first-start-of");
    if (names.sources().containsKey(of) && !(names.timing(of) instanceof Timing.Spell)) {
      at.problems().badInput("protocols.study.first-start", at.at("first-start-of"), of);
    }
    LocalDate from = at.date("from");
    LocalDate to = ordered(at, from);
    int after = at.has("after-months") ? (int) at.integer("after-months", 0, MOST_MONTHS) : 0;
    return new StudyDesign.FirstStartLandmark(of, from, to, after);
  }

  private static StudyDesign trials(Fields at) {
    LocalDate from = at.date("from");
    LocalDate to = ordered(at, from);
    at.oneOf("every", List.of("month"), "protocols.yaml.not-in-list");
    if (from.getDayOfMonth() > 28) {
      at.problems().badInput("protocols.study.trial-day", at.at("from"));
    } else if (from.plusMonths(MOST_TRIALS).isBefore(to)) {
      at.problems().badInput("protocols.study.trials-many", at.at("to"), MOST_TRIALS);
    }
    return new StudyDesign.SequentialTrials(from, to);
  }

  private static LocalDate ordered(Fields at, LocalDate from) {
    LocalDate to = at.date("to");
    if (to.isBefore(from)) {
      at.problems().badInput("protocols.study.period", at.at("to"));
    }
    return to;
  }
}
