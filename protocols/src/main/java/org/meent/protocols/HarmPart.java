// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.protocols.PossibleHarm.ByOutcome;
import org.meent.protocols.PossibleHarm.Harm;
import org.meent.protocols.PossibleHarm.Measure;
import org.meent.protocols.PossibleHarm.NotMeasured;
import org.meent.protocols.yaml.Fields;
import org.meent.protocols.yaml.Words;

/**
 * The key {@code possible-harm} of an analysis. Whoever plans an effect cannot leave it out: an
 * effect on work alone would call everybody who disappears a success or nothing.
 */
final class HarmPart {
  private static final String KEY = "possible-harm";
  private static final String OUTCOME = "outcome";
  private static final String NOT_MEASURED = "not-measured";

  private final CohortPlan cohort;
  private final CohortNames names;

  HarmPart(CohortPlan cohort, CohortNames names) {
    this.cohort = cohort;
    this.names = names;
  }

  PossibleHarm read(Fields at) {
    if (!at.has(KEY)) {
      at.problems().refused("protocols.study.harm-needed", at.at(KEY));
      return PossibleHarm.NONE;
    }
    return at.fields(
        KEY,
        below -> {
          SequencedMap<Harm, Measure> measures = new LinkedHashMap<>();
          for (Harm harm : Harm.values()) {
            String key = Words.of(harm);
            if (below.has(key)) {
              measures.put(harm, below.fields(key, one -> measure(harm, one)));
            } else if (harm.isObligatory()) {
              below.text(key);
            }
          }
          return new PossibleHarm(measures);
        });
  }

  private Measure measure(Harm harm, Fields at) {
    Optional<String> own = own(harm);
    boolean why = at.has(NOT_MEASURED);
    if (at.has(OUTCOME) == why) {
      at.problems().badInput("protocols.study.harm-one", at.spot());
    }
    if (why) {
      String reason = at.text(NOT_MEASURED);
      own.ifPresent(
          outcome ->
              at.problems()
                  .refused("protocols.study.harm-is-measured", at.at(NOT_MEASURED), outcome));
      return new NotMeasured(reason);
    }
    String outcome =
        at.has(OUTCOME)
            ? at.oneOf(OUTCOME, names.outcomes(), "protocols.study.outcome")
            : cohort.outcome().name();
    boolean ofExits = cohort.exitOutcomes().contains(outcome);
    if (ofExits && own.filter(outcome::equals).isEmpty()) {
      at.problems().badInput("protocols.study.harm-outcome", at.at(OUTCOME), outcome);
    }
    return new ByOutcome(outcome);
  }

  /** The outcome of the declared exits that measures a harm, known of everybody. */
  private Optional<String> own(Harm harm) {
    return cohort
        .exits()
        .map(
            exits ->
                switch (harm) {
                  case LEAVING_WITHOUT_INCOME ->
                      exits.left(Words.of(ExitPlan.Otherwise.WITHOUT_INCOME));
                  case RETURN_WITHIN_12_MONTHS -> exits.returned();
                  case HOURS, CONTRACT, HOUSEHOLD_INCOME -> "";
                })
        .filter(cohort.exitOutcomes()::contains);
  }
}
