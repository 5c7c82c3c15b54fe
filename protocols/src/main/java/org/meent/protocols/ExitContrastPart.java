// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.AnalysisPlan.ExitContrast;
import org.meent.protocols.yaml.Fields;

/** The key {@code exits} of an analysis: curves of how people leave. */
final class ExitContrastPart {
  private static final String KEY = "exits";

  /** Weights of overlap change with the month: there is no curve of whom they speak. */
  private static final List<String> ESTIMANDS = List.of("ate", "att", "atc");

  private final CohortPlan cohort;
  private final CohortNames names;

  ExitContrastPart(CohortPlan cohort, CohortNames names) {
    this.cohort = cohort;
    this.names = names;
  }

  SequencedMap<String, ExitContrast> read(Fields at) {
    if (!at.has(KEY)) {
      return new LinkedHashMap<>();
    }
    if (cohort.exits().isEmpty()) {
      at.problems().badInput("protocols.study.exits-needed", at.at(KEY));
    }
    return at.named(KEY, 1, this::contrast);
  }

  private ExitContrast contrast(String name, Fields at) {
    ControlWords.check(name, at.spot(), at.problems());
    record Arms(String arm, String reference) {}
    Arms arms = at.fields("contrast", c -> new Arms(arm(c, "arm"), arm(c, "reference")));
    if (!arms.arm().isEmpty() && arms.arm().equals(arms.reference())) {
      at.problems().badInput("protocols.study.contrast", at.at("contrast"));
    }
    List<String> known =
        at.has("among")
            ? at.fields(
                "among",
                among -> among.someOf("known", names.covariates(), 1, "protocols.study.covariate"))
            : List.of();
    List<String> covariates =
        at.someOf("covariates", names.covariates(), 1, "protocols.study.covariate");
    for (String covariate : covariates) {
      if (names.unknowable().contains(covariate) && !known.contains(covariate)) {
        at.problems().badInput("protocols.study.may-be-missing", at.at("covariates"), covariate);
      }
    }
    int most = cohort.exits().map(ExitPlan::follow).orElse(Integer.MAX_VALUE);
    return new ExitContrast(
        arms.arm(),
        arms.reference(),
        known,
        covariates,
        at.oneOf("estimand", ESTIMANDS, "protocols.yaml.not-in-list"),
        ExitPart.steps(at, "horizon", "months", 1, most));
  }

  private String arm(Fields at, String key) {
    return at.oneOf(key, cohort.treatment().arms().keySet(), "protocols.study.arm");
  }
}
