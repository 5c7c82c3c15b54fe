// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.meent.linkage.source.OpenedSource;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.ExitPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** Checks that a cohort plan asks only for what its sources declare; all faults at once. */
final class PlanCheck {
  private final Sources sources;
  private final List<Refusal> faults = new ArrayList<>();

  private PlanCheck(Sources sources) {
    this.sources = sources;
  }

  static void check(Protocol protocol, Sources sources) {
    PlanCheck check = new PlanCheck(sources);
    CohortPlan plan = protocol.cohort();
    if (!plan.populationFrom().equals(protocol.linkage().base())) {
      check.fault("base", "population", plan.populationFrom(), protocol.linkage().base());
    }
    check.treatment(plan.treatment());
    Set<String> names = new HashSet<>(Set.of(CohortAssembly.ARM, CohortAssembly.WEIGHT));
    Stream.of(plan.covariates(), plan.outcomes())
        .flatMap(map -> map.sequencedEntrySet().stream())
        .forEach(
            derived -> {
              check.derived(derived.getKey(), derived.getValue());
              check.once(names, derived.getKey());
            });
    plan.exits().ifPresent(check::exits);
    ExitColumns.names(plan).forEach(name -> check.once(names, name));
    if (!check.faults.isEmpty()) {
      throw new RefusalException(check.faults);
    }
  }

  private void treatment(CohortPlan.Treatment treatment) {
    if (!treatment.arms().containsKey(treatment.reference())) {
      fault("reference", "treatment", treatment.reference());
    }
    if (new HashSet<>(treatment.arms().values()).size() < treatment.arms().size()) {
      fault("arms-share-code", "treatment");
    }
    if (declared("treatment", treatment.from(), treatment.variable())
        && type(treatment.from(), treatment.variable()) != SourcePlan.Type.CODE) {
      fault("type", "treatment", "code", treatment.variable());
    }
  }

  private void exits(ExitPlan exits) {
    state(exits.name(), exits.from());
    exits.kinds().forEach(this::state);
  }

  private void state(String name, ExitPlan.State state) {
    if (!sources.has(state.from())) {
      fault("unknown-source", name, state.from());
      return;
    }
    for (var condition : state.where().sequencedEntrySet()) {
      String variable = condition.getKey();
      if (declared(name, state.from(), variable)
          && condition.getValue().stream()
              .anyMatch(value -> sources.source(state.from()).value(variable, value).isEmpty())) {
        fault("condition", name, variable);
      }
    }
  }

  private void derived(String name, CohortPlan.Derived derived) {
    for (var condition : derived.where().sequencedEntrySet()) {
      if (declared(name, derived.from(), condition.getKey())
          && sources
              .source(derived.from())
              .value(condition.getKey(), condition.getValue())
              .isEmpty()) {
        fault("condition", name, condition.getKey());
      }
    }
    if (derived.select().ofRows()) {
      if (!sources.has(derived.from())) {
        fault("unknown-source", name, derived.from());
      }
      return;
    }
    if (declared(name, derived.from(), derived.variable())) {
      type(name, derived, type(derived.from(), derived.variable()));
    }
  }

  /** A code has no sum and no order that means anything; a day has no sum and no zero. */
  private void type(String name, CohortPlan.Derived derived, SourcePlan.Type type) {
    boolean fits =
        switch (type) {
          case CODE ->
              derived.select() == CohortPlan.Select.VALUE
                  || derived.select() == CohortPlan.Select.LATEST;
          case DATE -> derived.select() != CohortPlan.Select.SUM;
          case INTEGER, DECIMAL -> true;
        };
    if (!fits) {
      fault("type", name, "integer, decimal", derived.variable());
    }
    boolean number = type == SourcePlan.Type.INTEGER || type == SourcePlan.Type.DECIMAL;
    if (!number && derived.absent() == CohortPlan.Absent.ZERO) {
      fault("no-zero", name, derived.variable());
    }
  }

  private boolean declared(String name, String from, String variable) {
    if (!sources.has(from)) {
      fault("unknown-source", name, from);
      return false;
    }
    OpenedSource source = sources.source(from);
    if (!source.plan().variables().containsKey(variable)) {
      fault("undeclared", name, variable, from);
      return false;
    }
    return true;
  }

  private SourcePlan.Type type(String from, String variable) {
    SourcePlan.Variable declared = sources.source(from).plan().variables().get(variable);
    if (declared == null) {
      throw new IllegalStateException("checked before");
    }
    return declared.type();
  }

  private void once(Set<String> names, String name) {
    if (!names.add(name)) {
      fault("name-twice", name, name);
    }
  }

  private void fault(String code, String field, Object... args) {
    faults.add(Refusal.badInput("linkage.cohort." + code, Where.field("cohort, " + field), args));
  }
}
