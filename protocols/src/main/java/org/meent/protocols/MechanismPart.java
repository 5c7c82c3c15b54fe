// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.Optional;
import java.util.SequencedMap;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.yaml.Fields;

/**
 * One planned mechanism under {@code analysis.mechanisms}. What a cohort knows after support
 * started are its outcomes, so a mediator is one of them: all were declared to begin after arms are
 * settled.
 */
final class MechanismPart {
  private static final String MEDIATOR = "mediator";
  private static final String EFFECT = "effect";

  private final CohortPlan cohort;
  private final FurtherPlan tested;
  private final SequencedMap<String, Effect> effects;

  /**
   * For the effects of a plan.
   *
   * @param tested says which covariates serve testing
   */
  MechanismPart(CohortPlan cohort, FurtherPlan tested, SequencedMap<String, Effect> effects) {
    this.cohort = cohort;
    this.tested = tested;
    this.effects = effects;
  }

  MechanismPlan read(String name, Fields at) {
    ControlWords.check(name, at.spot(), at.problems());
    String effect = at.oneOf(EFFECT, effects.keySet(), "protocols.study.effect");
    String mediator = at.text(MEDIATOR);
    Optional<Effect> planned = Optional.ofNullable(effects.get(effect));
    planned.ifPresent(split -> carried(split, at));
    if (!mediator.isEmpty()) {
      known(mediator, at);
      planned.ifPresent(split -> between(mediator, split, at));
    }
    return new MechanismPlan(effect, mediator, at.text("assumptions"));
  }

  /** Only an adjusted average over everybody can be split, and only of people as they are. */
  private void carried(Effect effect, Fields at) {
    boolean average = effect.estimands().contains("ate");
    if (!average || effect.methods().stream().noneMatch(Method::adjusts)) {
      at.problems().badInput("protocols.study.mechanism-average", at.at(EFFECT));
    }
    if (cohort.censors()) {
      at.problems().badInput("protocols.study.mechanism-keeping", at.at(EFFECT));
    }
  }

  private void known(String mediator, Fields at) {
    if (mediator.equals(FurtherPlan.ARM)) {
      at.problems().badInput("protocols.study.mechanism-arm", at.at(MEDIATOR));
    } else if (tested.isProtected(mediator)) {
      at.problems().refused("protocols.study.mechanism-protected", at.at(MEDIATOR), mediator);
    } else if (cohort.covariates().containsKey(mediator)) {
      at.problems().refused("protocols.study.mechanism-before", at.at(MEDIATOR), mediator);
    } else if (cohort.exitOutcomes().contains(mediator)) {
      at.problems().badInput("protocols.study.mechanism-exit", at.at(MEDIATOR), mediator);
    } else if (!cohort.outcomes().containsKey(mediator)) {
      at.problems()
          .badInput(
              "protocols.study.mechanism-unknown",
              at.at(MEDIATOR),
              mediator,
              String.join(", ", cohort.outcomes().keySet()));
    }
  }

  /** The mediator ends before the outcome begins, where the plan tells when both are measured. */
  private void between(String mediator, Effect effect, Fields at) {
    Optional<Derived> outcome = Optional.ofNullable(cohort.outcomes().get(effect.outcome()));
    Optional<Window> measured =
        Optional.ofNullable(cohort.outcomes().get(mediator)).flatMap(Derived::window);
    if (mediator.equals(effect.outcome())) {
      at.problems().badInput("protocols.study.mechanism-outcome", at.at(MEDIATOR), mediator);
    } else if (measured.isPresent() && !follows(effect, outcome, measured.get())) {
      at.problems()
          .refused(
              "protocols.study.mechanism-after",
              at.at(MEDIATOR),
              mediator,
              measured.get(),
              effect.outcome());
    }
  }

  /** People leave from the first month on: nothing is measured before that. */
  private boolean follows(Effect effect, Optional<Derived> outcome, Window measured) {
    if (cohort.exitOutcomes().contains(effect.outcome())) {
      return false;
    }
    return outcome.flatMap(Derived::window).map(w -> w.startsAfter(measured)).orElse(true);
  }
}
