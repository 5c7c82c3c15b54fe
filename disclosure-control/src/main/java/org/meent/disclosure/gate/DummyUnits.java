// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Term;

/**
 * Terms that stand for few units. A dummy of few is one; so is a dummy of all but few; and where
 * the reference category is left with few units, every dummy of that variable and the intercept
 * compare with those few.
 */
final class DummyUnits {
  private DummyUnits() {}

  static Set<Term> few(RegressionTable table, long minimum) {
    long all = table.population().units();
    Set<Term> few = new LinkedHashSet<>();
    Map<Set<String>, List<Term>> byVariable = new LinkedHashMap<>();
    for (Term term : table.terms()) {
      if (term.units() < minimum || isFew(all - term.units(), minimum)) {
        few.add(term);
      }
      if (term.category().size() == 1) {
        byVariable.computeIfAbsent(term.category().keySet(), v -> new ArrayList<>()).add(term);
      }
    }
    for (List<Term> dummies : byVariable.values()) {
      long reference = all - dummies.stream().mapToLong(Term::units).sum();
      if (isFew(reference, minimum)) {
        few.addAll(dummies);
        table.terms().stream()
            .filter(term -> term.column() == Term.Column.INTERCEPT)
            .forEach(few::add);
      }
    }
    return few;
  }

  private static boolean isFew(long units, long minimum) {
    return units > 0 && units < minimum;
  }
}
