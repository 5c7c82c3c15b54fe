// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.engine.Field;
import org.meent.protocols.Eligibility;

/** Tests conditions on covariates as they are on each unit's index date. */
final class EligibilityCheck {
  private final Map<String, UnitColumn> columns;

  EligibilityCheck(Map<String, UnitColumn> columns) {
    this.columns = columns;
  }

  /** Loses the units that do not fulfil all conditions. */
  void population(List<Eligibility> conditions, Losses losses) {
    for (Eligibility condition : conditions) {
      UnitColumn column = column(condition);
      for (int unit = 0; unit < column.size(); unit++) {
        if (!holds(condition, column, unit)) {
          boolean known = column.state(unit) == State.KNOWN;
          losses.lose(
              unit,
              condition.covariate() + (known ? ": not " + condition.condition() : ": not known"));
        }
      }
    }
  }

  /** The arms that are not open to each unit. */
  List<Set<String>> closed(Map<String, List<Eligibility>> conditions, int units) {
    List<Set<String>> closed = new ArrayList<>(units);
    for (int unit = 0; unit < units; unit++) {
      Set<String> shut = new TreeSet<>();
      for (Map.Entry<String, List<Eligibility>> arm : conditions.entrySet()) {
        for (Eligibility condition : arm.getValue()) {
          if (!holds(condition, column(condition), unit)) {
            shut.add(arm.getKey());
          }
        }
      }
      closed.add(Set.copyOf(shut));
    }
    return closed;
  }

  private UnitColumn column(Eligibility condition) {
    return Objects.requireNonNull(columns.get(condition.covariate()));
  }

  private static boolean holds(Eligibility condition, UnitColumn column, int unit) {
    if (column.state(unit) != State.KNOWN) {
      return false;
    }
    return column.field().kind() == Field.Kind.TEXT
        ? condition.allows(column.text(unit))
        : condition.allows(BigDecimal.valueOf(column.number(unit), column.field().scale()));
  }
}
