// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.SourcePlan.Variable;

/**
 * The names that analyses and outputs may refer to.
 *
 * @param covariates all covariates
 * @param codes covariates of type code
 * @param outcomes all outcomes, the main one first, those about leaving last
 * @param numbers the declared outcomes and the covariates that are numbers
 * @param unknowable covariates that may be missing
 * @param followsStarts whether the cohort looks at what is started after the index date
 */
record CohortNames(
    List<String> covariates,
    List<String> codes,
    List<String> outcomes,
    List<String> numbers,
    List<String> unknowable,
    boolean followsStarts) {

  static CohortNames of(CohortPlan cohort, SequencedMap<String, SourcePlan> sources) {
    var all = cohort.covariates();
    var outcomes = new java.util.ArrayList<String>(cohort.outcomes().keySet());
    outcomes.addAll(cohort.exitOutcomes());
    var numbers = new java.util.ArrayList<String>(cohort.outcomes().keySet());
    all.values().stream()
        .filter(derived -> isNumber(type(derived, sources)))
        .forEach(derived -> numbers.add(derived.name()));
    return new CohortNames(
        List.copyOf(all.keySet()),
        all.values().stream()
            .filter(derived -> type(derived, sources) == Type.CODE)
            .map(Derived::name)
            .toList(),
        List.copyOf(outcomes),
        List.copyOf(numbers),
        all.values().stream()
            .filter(derived -> derived.absent() == CohortPlan.Absent.MISSING)
            .map(Derived::name)
            .toList(),
        cohort.monthsOfStarts() > 0);
  }

  /**
   * The type of a derived variable; a number of rows or months is an integer, an unresolved name a
   * code.
   */
  static Type type(Derived derived, SequencedMap<String, SourcePlan> sources) {
    if (derived.select().ofRows()) {
      return Type.INTEGER;
    }
    return Optional.ofNullable(sources.get(derived.from()))
        .map(source -> source.variables().get(derived.variable()))
        .map(Variable::type)
        .orElse(Type.CODE);
  }

  static boolean isNumber(Type type) {
    return type == Type.INTEGER || type == Type.DECIMAL;
  }
}
