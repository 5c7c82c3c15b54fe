// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.yaml.Fields;
import org.meent.protocols.yaml.Spot;

/** Outcome and covariates: what is taken of which rows, and when they must hold. */
final class DerivedPart {
  private final DeclaredNames names;
  private final StudyDesign design;

  DerivedPart(DeclaredNames names, StudyDesign design) {
    this.names = names;
    this.design = design;
  }

  /** The one outcome of {@code outcome:}, or those of {@code outcomes:}, by name. */
  SequencedMap<String, Derived> outcomes(Fields at) {
    if (at.has("outcomes")) {
      return at.named("outcomes", 1, this::outcome);
    }
    SequencedMap<String, Derived> one = new LinkedHashMap<>();
    Derived outcome = at.fields("outcome", below -> outcome(below.text("name"), below));
    one.put(outcome.name(), outcome);
    return one;
  }

  private Derived outcome(String name, Fields at) {
    Derived outcome = derived(name, at);
    if (outcome.absent() == Absent.MISSING) {
      at.problems().badInput("protocols.study.outcome-missing", at.at("absent"));
    }
    if (!outcome.from().isEmpty()
        && !CohortNames.isNumber(CohortNames.type(outcome, names.sources()))
        && isDeclared(outcome)) {
      at.problems().badInput("protocols.study.outcome-type", at.at("select"));
    }
    outcome.window().ifPresent(window -> follows(at, window));
    // The same outcome for trials on different days needs days.
    boolean dated = names.timing(outcome.from()).isDated();
    boolean known = names.sources().containsKey(outcome.from());
    boolean undatedFits =
        design.kind() == StudyDesign.Kind.LANDMARK && design.index() instanceof IndexDates.OneDay;
    if (known && !dated && !undatedFits) {
      at.problems().badInput("protocols.study.outcome-undated", at.at("from"), outcome.from());
    }
    Spot named = at.has("name") ? at.at("name") : at.spot();
    ControlWords.check(name, named, at.problems());
    ControlWords.check(outcome.variable(), at.at("select"), at.problems());
    ControlWords.check(outcome.label(), at.has("label") ? at.at("label") : named, at.problems());
    outcome
        .where()
        .forEach(
            (variable, value) ->
                ControlWords.check(variable + " " + value, at.at("where"), at.problems()));
    return outcome;
  }

  /** Outcomes count from the index date; in trials from when nobody's arm is open any more. */
  private void follows(Fields at, Window window) {
    if (!window.startsAtIndex()) {
      at.problems().refused("protocols.study.outcome-before-index", at.at("window"));
    } else if (!design.clones() && !window.startsAfter(design.period())) {
      at.problems().refused("protocols.study.outcome-in-grace", at.at("window"), design.grace());
    }
  }

  Derived covariate(String name, Fields at, Set<String> outcomes) {
    if (ProtocolFile.RESERVED.contains(name) || outcomes.contains(name)) {
      at.problems().badInput("protocols.study.name-taken", at.spot(), name);
    }
    Derived covariate = derived(name, at);
    if (covariate.window().isPresent() && !covariate.window().get().endsBeforeIndex()) {
      at.problems().refused("protocols.study.covariate-after-index", at.at("window"), name);
    }
    return covariate;
  }

  private Derived derived(String name, Fields at) {
    String from = names.source(at, "from");
    Selection selection = Selection.parse(at.text("select"));
    if (selection.isUnknown()) {
      if (!at.text("select").isEmpty()) {
        at.problems().badInput("protocols.study.select", at.at("select"));
      }
    } else if (!selection.select().ofRows()) {
      names.variable(at, "select", selection.variable(), from);
      if (!selection.fits(names.type(from, selection.variable()))) {
        at.problems()
            .badInput("protocols.study.select-type", at.at("select"), selection.variable());
      }
    }
    SequencedMap<String, String> where =
        at.has("where") ? at.namedTexts("where", 1) : new LinkedHashMap<>();
    where.forEach((variable, value) -> condition(at, from, variable, value));
    return new Derived(
        name,
        from,
        selection.select(),
        selection.variable(),
        where,
        window(at, from, selection),
        at.choice("absent", Absent.REFUSE),
        at.text("label", name));
  }

  private Optional<Window> window(Fields at, String from, Selection selection) {
    Timing timing = names.timing(from);
    Optional<Window> window = WindowPart.read(at);
    if (!names.sources().containsKey(from) || selection.isUnknown()) {
      return window;
    }
    Select select = selection.select();
    String word = org.meent.protocols.yaml.Words.of(select);
    if (at.has("window") && !timing.isDated()) {
      at.problems().badInput("protocols.study.window-undated", at.at("window"), from);
    } else if (!at.has("window") && timing.isDated()) {
      at.problems().badInput("protocols.study.window-needed", at.at("from"), from);
    } else if (select.needsSpells() && !(timing instanceof Timing.Spell)) {
      at.problems().badInput("protocols.study.select-spells", at.at("select"), word, from);
    } else if (select.needsWindow() && !timing.isDated()) {
      at.problems().badInput("protocols.study.select-dated", at.at("select"), word, from);
    } else if (window.isPresent()) {
      shape(at, select, window.get());
    }
    return window;
  }

  /** States are asked at a moment, months in a window of months; the last row needs some time. */
  private static void shape(Fields at, Select select, Window window) {
    boolean moment = window.isMoment();
    boolean fits =
        switch (select) {
          case STATE_AT -> moment;
          case MONTHS_IN_STATE ->
              !moment && window.unit() == Window.Unit.MONTHS && window.from().isPresent();
          case LATEST -> !moment;
          case VALUE, SUM, MIN, MAX, COUNT -> true;
        };
    if (!fits) {
      at.problems().badInput("protocols.study.window-shape", at.at("window"));
    }
  }

  private void condition(Fields at, String from, String variable, String value) {
    names.variable(at, "where", variable, from);
    Type type = names.type(from, variable);
    if (names.isKnown(from, variable) && !Selection.isValue(value, type)) {
      at.problems().badInput("protocols.study.where-value", at.at("where"), variable);
    }
  }

  private boolean isDeclared(Derived derived) {
    return derived.select().ofRows() || names.isKnown(derived.from(), derived.variable());
  }
}
