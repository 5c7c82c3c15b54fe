// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Treatment;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.yaml.Fields;

/**
 * The key {@code treatment}. Who is treated must be known on the index date, or the design must say
 * how people who are treated later are dealt with: otherwise they cannot have failed before they
 * were treated, and that time is a gift to the treatment.
 */
final class TreatmentPart {
  private final DeclaredNames names;
  private final StudyDesign design;
  private final SequencedMap<String, Derived> covariates;
  private final EligibilityPart conditions;

  TreatmentPart(DeclaredNames names, StudyDesign design, SequencedMap<String, Derived> covariates) {
    this.names = names;
    this.design = design;
    this.covariates = covariates;
    this.conditions = new EligibilityPart(covariates, names.sources());
  }

  Treatment read(Fields at) {
    String from = names.source(at, "from");
    String variable = names.variable(at, "variable", at.text("variable"), from);
    if (names.type(from, variable) != Type.CODE) {
      at.problems().badInput("protocols.study.treatment-type", at.at("variable"), variable);
    }
    String start = at.has("start") ? names.variable(at, "start", at.text("start"), from) : "";
    Optional<Window> window = window(at, from, start);
    SequencedMap<String, String> arms = at.namedTexts("arms", 2);
    if (Set.copyOf(arms.values()).size() < arms.size()) {
      at.problems().badInput("protocols.study.arms-equal", at.at("arms"));
    }
    boolean dated = !start.isEmpty() && names.timing(from).isDated();
    KeepingPart keeping = KeepingPart.read(at, design, dated, covariates);
    return new Treatment(
        from,
        variable,
        start,
        window,
        arms,
        at.oneOf("reference", arms.keySet(), "protocols.study.arm"),
        eligible(at, arms),
        keeping.countsAs(),
        keeping.openWhile(),
        keeping.weightsBy());
  }

  /** When an instrument must have started, as design and window together say. */
  private Optional<Window> window(Fields at, String from, String start) {
    Optional<Window> written = WindowPart.read(at);
    String day =
        switch (names.timing(from)) {
          case Timing.Undated() -> "";
          case Timing.Event(String on) -> on;
          case Timing.Spell spell -> spell.start();
        };
    if (names.isKnown(from, start) && !start.equals(day)) {
      at.problems().badInput("protocols.study.treatment-day", at.at("start"), start, from);
    }
    return switch (design.kind()) {
      case LANDMARK -> {
        boolean own = !(design.index() instanceof IndexDates.OneDay);
        boolean dated = names.timing(from).isDated() || !start.isEmpty() || own;
        yield landmark(at, written, start, dated);
      }
      case SEQUENTIAL_TRIALS, CLONE_CENSOR_WEIGHT -> {
        if (start.isEmpty()) {
          at.problems().badInput("protocols.study.treatment-start", at.at("from"));
        }
        if (at.has("window")) {
          at.problems().badInput("protocols.study.trial-window", at.at("window"));
        }
        yield Optional.of(design.period());
      }
    };
  }

  private static Optional<Window> landmark(
      Fields at, Optional<Window> written, String start, boolean dated) {
    if (written.isPresent() && !written.get().endsBeforeIndex()) {
      at.problems().refused("protocols.study.immortal-time", at.at("window"));
    } else if (at.has("window") && start.isEmpty()) {
      at.problems().badInput("protocols.study.treatment-start", at.at("window"));
    } else if (!at.has("window") && dated) {
      at.problems()
          .badInput("protocols.study.treatment-window", at.at(start.isEmpty() ? "from" : "start"));
    }
    return written;
  }

  private SequencedMap<String, List<Eligibility>> eligible(
      Fields at, SequencedMap<String, String> arms) {
    if (!at.has("eligible")) {
      return new LinkedHashMap<>();
    }
    return at.fields(
        "eligible",
        below -> {
          SequencedMap<String, List<Eligibility>> byArm = new LinkedHashMap<>();
          for (String arm : arms.keySet()) {
            if (below.has(arm)) {
              byArm.put(arm, conditions.read(below, arm));
            }
          }
          return byArm;
        });
  }
}
