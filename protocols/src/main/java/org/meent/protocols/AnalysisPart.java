// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.yaml.Fields;

/** The part {@code analysis}. */
final class AnalysisPart {
  private static final List<String> ESTIMANDS = List.of("ate", "att", "atc", "overlap");

  private static final int FEWEST_TREES = 50;
  private static final int MOST_TREES = 100_000;

  private AnalysisPart() {}

  static AnalysisPlan read(Fields at, CohortPlan cohort, CohortNames names) {
    long seed = at.integer("seed", 0, 1L << 53);
    var effects = at.named("effects", 1, (name, effect) -> effect(name, effect, cohort, names));
    int trees =
        at.has("trees") ? (int) at.integer("trees", FEWEST_TREES, MOST_TREES) : AnalysisPlan.USUAL;
    return new AnalysisPlan(
        seed,
        effects,
        trees,
        FamilyPart.family(at, effects),
        FamilyPart.horizons(at, effects),
        new ExitContrastPart(cohort, names).read(at),
        new HarmPart(cohort, names).read(at),
        FurtherPart.read(at, cohort, names, effects));
  }

  private static Effect effect(String name, Fields at, CohortPlan cohort, CohortNames names) {
    ControlWords.check(name, at.spot(), at.problems());
    String outcome =
        at.has("outcome")
            ? at.oneOf("outcome", names.outcomes(), "protocols.study.outcome")
            : cohort.outcome().name();
    List<String> known =
        at.has("among")
            ? at.fields(
                "among",
                among -> among.someOf("known", names.covariates(), 1, "protocols.study.covariate"))
            : List.of();
    record Contrast(String arm, String reference) {}
    Contrast contrast =
        at.fields(
            "contrast", c -> new Contrast(arm(c, "arm", cohort), arm(c, "reference", cohort)));
    if (!contrast.arm().isEmpty() && contrast.arm().equals(contrast.reference())) {
      at.problems().badInput("protocols.study.contrast", at.at("contrast"));
    }
    List<String> estimands = at.someOf("estimands", ESTIMANDS, 1, "protocols.yaml.not-in-list");
    List<Method> methods = at.choices("methods", Method.class);
    List<String> covariates =
        at.someOf("covariates", names.covariates(), 0, "protocols.study.covariate");
    if (covariates.isEmpty() && methods.stream().anyMatch(Method::adjusts)) {
      at.problems().badInput("protocols.study.no-covariates", at.at("covariates"));
    }
    List<String> groups =
        at.has("groups")
            ? at.someOf("groups", names.codes(), 0, "protocols.study.group")
            : List.of();
    for (String covariate : covariates) {
      if (names.unknowable().contains(covariate) && !known.contains(covariate)) {
        at.problems().badInput("protocols.study.may-be-missing", at.at("covariates"), covariate);
      }
    }
    return new Effect(
        outcome,
        known,
        contrast.arm(),
        contrast.reference(),
        estimands,
        methods,
        covariates,
        groups,
        new GatesPart(at, cohort, names).read(covariates, known));
  }

  private static String arm(Fields at, String key, CohortPlan cohort) {
    return at.oneOf(key, cohort.treatment().arms().keySet(), "protocols.study.arm");
  }
}
