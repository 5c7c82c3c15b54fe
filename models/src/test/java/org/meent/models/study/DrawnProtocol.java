// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.ClientView;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.People;
import org.meent.protocols.Protocol;
import org.meent.protocols.Purpose;

/** What protocols of drawn studies have in common: everything but cohort and analysis. */
final class DrawnProtocol {
  private DrawnProtocol() {}

  static Protocol of(CohortPlan cohort, AnalysisPlan analysis) {
    return new Protocol(
        new Protocol.Identity("drawn", 1, "", ""),
        Purpose.IMPROVE_SUPPORT,
        new Protocol.Relevance("", ""),
        new LinkedHashMap<>(),
        new Protocol.Feasibility("", "", ""),
        new LinkagePlan("persons", List.of("R"), new LinkedHashMap<>(), List.of()),
        cohort,
        analysis,
        new LinkedHashMap<>(),
        "cbs-ra",
        new ClientView(List.of(), ClientView.CouncilAdvice.POSITIVE, ""),
        new People(List.of(), List.of(), List.of(), List.of(), List.of()),
        new Protocol.Retention(LocalDate.of(2036, 1, 1)));
  }

  /** A treatment that counts once it began; the reference is {@code none}. */
  static CohortPlan.Treatment treatment(
      String from, String variable, SequencedMap<String, String> arms) {
    return new CohortPlan.Treatment(
        from,
        variable,
        "",
        Optional.empty(),
        arms,
        "none",
        new LinkedHashMap<>(),
        CohortPlan.CountsAs.INITIATION,
        "",
        List.of());
  }
}
