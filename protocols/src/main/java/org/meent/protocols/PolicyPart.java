// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.yaml.Fields;

/** One planned rule under {@code analysis.policies}. */
final class PolicyPart {
  private static final int FEWEST_IN_LEAF = 10;
  private static final BigDecimal LARGEST_COST = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal SMALLEST_ROOM = new BigDecimal("0.001");

  private final CohortPlan cohort;
  private final CohortNames names;
  private final FurtherPlan tested;

  /** For a plan that says which covariates serve testing. */
  PolicyPart(CohortPlan cohort, CohortNames names, FurtherPlan tested) {
    this.cohort = cohort;
    this.names = names;
    this.tested = tested;
  }

  PolicyPlan read(String name, Fields at) {
    ControlWords.check(name, at.spot(), at.problems());
    List<String> arms = arms(at);
    List<String> covariates =
        at.someOf("covariates", names.covariates(), 1, "protocols.study.covariate");
    List<String> asks = at.someOf("asks", names.covariates(), 1, "protocols.study.covariate");
    for (String asked : asks) {
      if (tested.isProtected(asked)) {
        at.problems().refused("protocols.study.policy-protected", at.at("asks"), asked);
      } else if (!covariates.contains(asked)) {
        at.problems().badInput("protocols.study.policy-asks", at.at("asks"), asked);
      }
    }
    for (String covariate : covariates) {
      if (names.unknowable().contains(covariate)) {
        at.problems().badInput("protocols.study.policy-missing", at.at("covariates"), covariate);
      }
    }
    return new PolicyPlan(
        arms,
        at.has("outcome")
            ? at.oneOf("outcome", names.outcomes(), "protocols.study.outcome")
            : cohort.outcome().name(),
        asks,
        at.has("depth") ? (int) at.integer("depth", 1, 3) : 2,
        (int) at.integer("smallest-leaf", FEWEST_IN_LEAF, Integer.MAX_VALUE),
        amounts(at, "costs", arms, BigDecimal.ZERO, LARGEST_COST),
        amounts(at, "room", others(arms), SMALLEST_ROOM, BigDecimal.ONE),
        at.has("preference") ? at.oneOf("preference", names.codes(), "protocols.study.group") : "",
        covariates);
  }

  /** The reference first: it is what who may not have an arm gets, so it must be open to all. */
  private List<String> arms(Fields at) {
    Collection<String> all = cohort.treatment().arms().keySet();
    String reference = cohort.treatment().reference();
    List<String> written =
        at.has("arms") ? at.someOf("arms", all, 2, "protocols.study.arm") : List.copyOf(all);
    boolean open = cohort.treatment().eligible().getOrDefault(reference, List.of()).isEmpty();
    if (!written.contains(reference) || !open) {
      at.problems().badInput("protocols.study.policy-reference", at.at("arms"), reference);
    }
    List<String> arms = new ArrayList<>(List.of(reference));
    arms.addAll(others(written));
    return arms;
  }

  private List<String> others(List<String> arms) {
    return arms.stream().filter(arm -> !arm.equals(cohort.treatment().reference())).toList();
  }

  private static SequencedMap<String, BigDecimal> amounts(
      Fields at, String key, List<String> arms, BigDecimal least, BigDecimal most) {
    if (!at.has(key)) {
      return new LinkedHashMap<>();
    }
    return at.fields(
        key,
        below -> {
          SequencedMap<String, BigDecimal> amounts = new LinkedHashMap<>();
          for (String arm : arms) {
            if (below.has(arm)) {
              amounts.put(arm, below.decimal(arm, least, most));
            }
          }
          return amounts;
        });
  }
}
