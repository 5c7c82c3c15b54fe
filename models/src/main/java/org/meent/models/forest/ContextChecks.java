// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import java.util.Optional;
import org.meent.models.check.Anticipation;
import org.meent.models.check.Criteria;
import org.meent.models.check.DeclaredBreaks;
import org.meent.models.check.ExactStrata;
import org.meent.models.check.GateResult;
import org.meent.models.check.UnderRegistration;

/**
 * What when and where rows were says about an answer; each is empty if no column told.
 *
 * @param strata comparison within strata
 * @param breaks follow-up across declared breaks
 * @param anticipation starts shortly before a job
 * @param registration municipalities that record too little
 */
public record ContextChecks(
    Optional<ExactStrata> strata,
    Optional<DeclaredBreaks> breaks,
    Optional<Anticipation> anticipation,
    Optional<UnderRegistration> registration) {

  /** The gates; what could not be looked at did not run. */
  List<GateResult> gates(Criteria criteria) {
    return List.of(
        strata
            .map(found -> found.gate(criteria))
            .orElse(GateResult.notRun("within-strata", "within-share")),
        breaks
            .map(found -> found.gate(criteria))
            .orElse(GateResult.notRun("declared-break", "break-share")),
        anticipation
            .map(found -> found.gate(criteria))
            .orElse(GateResult.notRun("anticipation", "anticipation-share")),
        registration
            .map(found -> found.gate(criteria))
            .orElse(GateResult.notRun("registration", "registered-ratio")));
  }
}
