// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.CountsAs;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.CohortPlan.Treatment;
import org.meent.protocols.yaml.Fields;

/**
 * Who stays in an arm: the keys {@code counts-as}, {@code open-while} and {@code weights-by} of a
 * treatment.
 *
 * @param countsAs what counts as treatment
 * @param openWhile the state as long as which arms can be started
 * @param weightsBy what the weights of those who stay are made from
 */
record KeepingPart(CountsAs countsAs, String openWhile, List<String> weightsBy) {

  static KeepingPart read(
      Fields at, StudyDesign design, boolean dated, SequencedMap<String, Derived> covariates) {
    CountsAs countsAs = at.choice("counts-as", CountsAs.class);
    boolean perProtocol = countsAs == CountsAs.PER_PROTOCOL;
    if (perProtocol && !dated) {
      at.problems().badInput("protocols.study.per-protocol-undated", at.at("counts-as"));
    }
    return new KeepingPart(
        countsAs,
        openWhile(at, perProtocol || design.grace() > 0, covariates),
        weightsBy(at, perProtocol || design.clones(), covariates));
  }

  private static String openWhile(
      Fields at, boolean asked, SequencedMap<String, Derived> covariates) {
    if (asked && !at.has("open-while")) {
      at.problems().badInput("protocols.study.open-while-needed", at.at("counts-as"));
    }
    if (!at.has("open-while")) {
      return "";
    }
    if (!asked) {
      at.problems().badInput("protocols.study.open-while-not-asked", at.at("open-while"));
    }
    String name = at.text("open-while");
    Derived state = covariates.get(name);
    boolean now = state != null && isStateNow(state);
    if (!now && !name.isEmpty() && !name.equals(Treatment.ALWAYS)) {
      at.problems().badInput("protocols.study.open-while", at.at("open-while"), name);
    }
    return name;
  }

  /** Whether it is a state on the index date; a selection that is none is told where it stands. */
  private static boolean isStateNow(Derived covariate) {
    boolean unknown = !covariate.select().ofRows() && covariate.variable().isEmpty();
    boolean state = covariate.select() == Select.STATE_AT;
    return unknown || (state && covariate.window().filter(window -> window.to() == 0).isPresent());
  }

  private static List<String> weightsBy(
      Fields at, boolean asked, SequencedMap<String, Derived> covariates) {
    if (!at.has("weights-by")) {
      if (asked) {
        at.problems().badInput("protocols.study.weights-by-needed", at.at("counts-as"));
      }
      return List.of();
    }
    if (!asked) {
      at.problems().badInput("protocols.study.weights-by-not-asked", at.at("weights-by"));
    }
    List<String> names =
        at.someOf("weights-by", covariates.sequencedKeySet(), 1, "protocols.study.covariate");
    for (String name : names) {
      Derived covariate = covariates.get(name);
      if (covariate != null && covariate.absent() == Absent.MISSING) {
        at.problems().badInput("protocols.study.weights-by-missing", at.at("weights-by"), name);
      }
    }
    return names;
  }
}
