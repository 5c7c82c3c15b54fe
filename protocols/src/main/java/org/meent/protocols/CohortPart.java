// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Assignment;
import org.meent.protocols.CohortPlan.CountsAs;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Design;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.CohortPlan.Treatment;
import org.meent.protocols.LinkagePlan.Relation;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.yaml.Fields;

/** The parts {@code linkage} and {@code cohort}. */
final class CohortPart {
  private final SequencedMap<String, SourcePlan> sources;
  private final List<String> joined;

  CohortPart(SequencedMap<String, SourcePlan> sources, LinkagePlan linkage) {
    this.sources = sources;
    this.joined = new ArrayList<>(linkage.joins().keySet());
    // An unknown base is told where it stands; it does not make every other source wrong.
    this.joined.addAll(
        sources.containsKey(linkage.base()) ? List.of(linkage.base()) : sources.keySet());
  }

  static LinkagePlan linkage(Fields at, SequencedMap<String, SourcePlan> sources) {
    String base = at.oneOf("base", sources.keySet(), "protocols.study.source");
    List<String> identify = at.texts("identify", 1);
    SequencedMap<String, Relation> joins =
        at.named("joins", 0, (name, join) -> join(name, join, base, sources));
    return new LinkagePlan(base, identify, joins);
  }

  private static Relation join(
      String name, Fields at, String base, SequencedMap<String, SourcePlan> sources) {
    if (!sources.containsKey(name)) {
      at.problems()
          .badInput("protocols.study.source", at.spot(), name, String.join(", ", sources.keySet()));
    } else if (name.equals(base)) {
      at.problems().badInput("protocols.study.base-joined", at.spot(), name);
    }
    return at.choice("relation", Relation.class);
  }

  CohortPlan read(Fields at) {
    record Population(String from, String definition) {}
    Population population =
        at.fields("population", p -> new Population(from(p), p.text("definition")));
    Design design = at.choice("design", Design.class);
    var indexDate = at.date("index-date");
    Assignment assignment = at.choice("assignment", Assignment.class);
    Treatment treatment = at.fields("treatment", this::treatment);
    Derived outcome = at.fields("outcome", this::outcome);
    SequencedMap<String, Derived> covariates =
        at.named("covariates", 0, (name, c) -> covariate(name, c, outcome.name()));
    return new CohortPlan(
        population.from(),
        population.definition(),
        design,
        indexDate,
        assignment,
        treatment,
        outcome,
        covariates);
  }

  private Treatment treatment(Fields at) {
    String from = from(at);
    String variable = variable(at, "variable", at.text("variable"), from);
    if (typeOf(from, variable) != Type.CODE) {
      at.problems().badInput("protocols.study.treatment-type", at.at("variable"), variable);
    }
    SequencedMap<String, String> arms = at.namedTexts("arms", 2);
    if (Set.copyOf(arms.values()).size() < arms.size()) {
      at.problems().badInput("protocols.study.arms-equal", at.at("arms"));
    }
    return new Treatment(
        from,
        variable,
        arms,
        at.oneOf("reference", arms.keySet(), "protocols.study.arm"),
        at.choice("counts-as", CountsAs.class));
  }

  private Derived outcome(Fields at) {
    String name = at.text("name");
    Derived outcome = derived(name, at);
    if (outcome.absent() == Absent.MISSING) {
      at.problems().badInput("protocols.study.outcome-missing", at.at("absent"));
    }
    if (!outcome.from().isEmpty()
        && !CohortNames.isNumber(CohortNames.type(outcome, sources))
        && isDeclared(outcome)) {
      at.problems().badInput("protocols.study.outcome-type", at.at("select"));
    }
    ControlWords.check(name, at.at("name"), at.problems());
    ControlWords.check(outcome.variable(), at.at("select"), at.problems());
    ControlWords.check(outcome.label(), at.at(at.has("label") ? "label" : "name"), at.problems());
    outcome
        .where()
        .forEach(
            (variable, value) ->
                ControlWords.check(variable + " " + value, at.at("where"), at.problems()));
    return outcome;
  }

  private Derived covariate(String name, Fields at, String outcome) {
    if (ProtocolFile.RESERVED.contains(name) || name.equals(outcome)) {
      at.problems().badInput("protocols.study.name-taken", at.spot(), name);
    }
    return derived(name, at);
  }

  private Derived derived(String name, Fields at) {
    String from = from(at);
    Selection selection = Selection.parse(at.text("select"));
    if (selection.isUnknown()) {
      if (!at.text("select").isEmpty()) {
        at.problems().badInput("protocols.study.select", at.at("select"));
      }
    } else if (selection.select() != Select.COUNT) {
      variable(at, "select", selection.variable(), from);
      Type type = typeOf(from, selection.variable());
      if (!selection.fits(type)) {
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
        at.choice("absent", Absent.REFUSE),
        at.text("label", name));
  }

  private void condition(Fields at, String from, String variable, String value) {
    variable(at, "where", variable, from);
    if (isKnown(from, variable) && !Selection.isValue(value, typeOf(from, variable))) {
      at.problems().badInput("protocols.study.where-value", at.at("where"), variable);
    }
  }

  /** A source that is declared and joined. */
  private String from(Fields at) {
    String from = at.oneOf("from", sources.keySet(), "protocols.study.source");
    if (sources.containsKey(from) && !joined.contains(from)) {
      at.problems().badInput("protocols.study.source-not-joined", at.at("from"), from);
    }
    return from;
  }

  private String variable(Fields at, String key, String variable, String from) {
    SourcePlan source = sources.get(from);
    if (source != null && !variable.isEmpty() && !source.variables().containsKey(variable)) {
      at.problems()
          .badInput(
              "protocols.study.variable",
              at.at(key),
              variable,
              from,
              String.join(", ", source.variables().keySet()));
    }
    return variable;
  }

  private boolean isDeclared(Derived derived) {
    return derived.select() == Select.COUNT || isKnown(derived.from(), derived.variable());
  }

  private boolean isKnown(String from, String variable) {
    SourcePlan source = sources.get(from);
    return source != null && source.variables().containsKey(variable);
  }

  /** The declared type; code for what is not declared, which is told elsewhere. */
  private Type typeOf(String from, String variable) {
    SourcePlan source = sources.get(from);
    SourcePlan.Variable declared = source == null ? null : source.variables().get(variable);
    return declared == null ? Type.CODE : declared.type();
  }
}
