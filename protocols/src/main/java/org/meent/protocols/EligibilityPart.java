// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.yaml.Fields;

/** Conditions on covariates, as they are on the index date. */
final class EligibilityPart {
  private final SequencedMap<String, Derived> covariates;
  private final SequencedMap<String, SourcePlan> sources;

  EligibilityPart(
      SequencedMap<String, Derived> covariates, SequencedMap<String, SourcePlan> sources) {
    this.covariates = covariates;
    this.sources = sources;
  }

  List<Eligibility> read(Fields at, String key) {
    List<Eligibility> conditions = new ArrayList<>();
    at.namedTexts(key, 1)
        .forEach((covariate, text) -> conditions.add(condition(at, key, covariate, text)));
    return conditions;
  }

  private Eligibility condition(Fields at, String key, String covariate, String text) {
    Derived derived = covariates.get(covariate);
    Type type = derived == null ? Type.CODE : CohortNames.type(derived, sources);
    if (derived == null) {
      at.problems()
          .badInput(
              "protocols.study.covariate",
              at.at(key),
              covariate,
              String.join(", ", covariates.keySet()));
    }
    if (type == Type.CODE) {
      return Eligibility.ofCodes(covariate, text);
    }
    var numbers = Eligibility.ofNumbers(covariate, text);
    if (numbers.isEmpty() || type == Type.DATE) {
      at.problems().badInput("protocols.study.eligible", at.at(key), covariate);
    }
    return numbers.orElse(Eligibility.ofCodes(covariate, text));
  }
}
