// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import org.meent.protocols.yaml.Fields;

/** What a planned effect tells its gates. */
final class GatesPart {
  private final Fields at;
  private final CohortPlan cohort;
  private final CohortNames names;

  GatesPart(Fields at, CohortPlan cohort, CohortNames names) {
    this.at = at;
    this.cohort = cohort;
    this.names = names;
  }

  GatePlan read(List<String> covariates, List<String> known) {
    List<String> within =
        at.has("within")
            ? at.someOf("within", names.codes(), 1, "protocols.study.group")
            : List.of();
    if (!covariates.containsAll(within)) {
      at.problems().badInput("protocols.study.within", at.at("within"));
    }
    return new GatePlan(
        negativeControl(covariates, known),
        within,
        anticipation(),
        at.has("recorded-by")
            ? at.oneOf("recorded-by", names.codes(), "protocols.study.group")
            : "");
  }

  /** A number, known for everybody who counts, that no method adjusts for. */
  private String negativeControl(List<String> covariates, List<String> known) {
    if (!at.has("negative-control")) {
      return "";
    }
    List<String> free =
        names.covariates().stream()
            .filter(name -> names.numbers().contains(name) && !covariates.contains(name))
            .toList();
    String control = at.oneOf("negative-control", free, "protocols.study.negative-control");
    if (names.unknowable().contains(control) && !known.contains(control)) {
      at.problems().badInput("protocols.study.may-be-missing", at.at("negative-control"), control);
    }
    return control;
  }

  private String anticipation() {
    if (!at.has("anticipation")) {
      return "";
    }
    List<String> soon =
        cohort.outcomes().sequencedValues().stream()
            .filter(
                outcome -> outcome.window().filter(window -> window.endMonth() <= 1).isPresent())
            .map(CohortPlan.Derived::name)
            .toList();
    return at.oneOf("anticipation", soon, "protocols.study.anticipation");
  }
}
