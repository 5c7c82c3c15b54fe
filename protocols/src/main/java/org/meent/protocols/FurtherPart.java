// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.FurtherPlan.Reliability;
import org.meent.protocols.yaml.Fields;

/** The keys of {@code analysis} that ask more than averages. */
final class FurtherPart {
  private static final String UNKNOWN = "unknown";
  private static final BigDecimal LEAST = new BigDecimal("0.1");

  private FurtherPart() {}

  static FurtherPlan read(
      Fields at, CohortPlan cohort, CohortNames names, SequencedMap<String, Effect> effects) {
    FurtherPlan tested =
        new FurtherPlan(
            some(at, "protected", names.codes(), "protocols.study.group"),
            some(at, "proxies", names.covariates(), "protocols.study.covariate"),
            one(at, "municipality", names),
            one(at, "rater", names),
            at.has("reliability") ? reliability(at, names) : new LinkedHashMap<>(),
            some(at, "misclassified", fallible(names), "protocols.study.misclassified"),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    PolicyPart policy = new PolicyPart(cohort, names, tested);
    MechanismPart mechanism = new MechanismPart(cohort, tested, effects);
    return new FurtherPlan(
        tested.protectedCovariates(),
        tested.proxies(),
        tested.municipality(),
        tested.rater(),
        tested.reliability(),
        tested.misclassified(),
        at.has("policies") ? at.named("policies", 1, policy::read) : new LinkedHashMap<>(),
        at.has("mechanisms") ? at.named("mechanisms", 1, mechanism::read) : new LinkedHashMap<>());
  }

  private static List<String> fallible(CohortNames names) {
    List<String> fallible = new ArrayList<>(List.of(FurtherPlan.ARM));
    fallible.addAll(names.outcomes());
    fallible.addAll(names.covariates());
    return fallible;
  }

  private static List<String> some(Fields at, String key, List<String> names, String code) {
    return at.has(key) ? at.someOf(key, names, 1, code) : List.of();
  }

  private static String one(Fields at, String key, CohortNames names) {
    return at.has(key) ? at.oneOf(key, names.codes(), "protocols.study.group") : "";
  }

  /** {@code name: unknown}, {@code name: 0.7}, or {@code name: {share: 0.7, source: words}}. */
  private static SequencedMap<String, Reliability> reliability(Fields at, CohortNames names) {
    return at.fields(
        "reliability",
        below -> {
          SequencedMap<String, Reliability> all = new LinkedHashMap<>();
          for (String covariate : names.covariates()) {
            if (below.hasMapping(covariate)) {
              all.put(covariate, below.fields(covariate, FurtherPart::stated));
            } else if (below.has(covariate)) {
              boolean unknown = below.isText(covariate, UNKNOWN);
              all.put(
                  covariate,
                  unknown
                      ? new Reliability(Optional.empty(), "")
                      : new Reliability(Optional.of(share(below, covariate)), ""));
            }
          }
          return all;
        });
  }

  private static Reliability stated(Fields at) {
    return new Reliability(Optional.of(share(at, "share")), at.text("source"));
  }

  private static BigDecimal share(Fields at, String key) {
    return at.decimal(key, LEAST, BigDecimal.ONE);
  }
}
