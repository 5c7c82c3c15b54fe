// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.meent.linkage.design.DesignCheck.Kind;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** Which windows each design allows. */
class DesignCheckTest {
  private static List<String> faults(Kind kind, Span treatment, Span outcome, Span covariate) {
    SequencedMap<String, Span> covariates = new LinkedHashMap<>();
    covariates.put("earnings", covariate);
    return new DesignCheck(kind, treatment, outcome, covariates)
        .faults().stream().map(Refusal::code).toList();
  }

  @Test
  void aTreatmentWindowAfterTheIndexDateNeedsADesign() {
    Span after = new Span(0, 6);
    assertThat(faults(Kind.KNOWN_AT_INDEX, after, new Span(6, 24), new Span(-12, 0)))
        .containsExactly("linkage.design.immortal-time");
    assertThat(faults(Kind.LANDMARK, after, new Span(6, 24), new Span(-12, 0))).isEmpty();
    assertThat(faults(Kind.SEQUENTIAL_TRIALS, after, new Span(6, 24), new Span(-12, 0))).isEmpty();
    assertThat(faults(Kind.CLONE_CENSOR_WEIGHT, after, new Span(0, 24), new Span(-12, 0)))
        .isEmpty();
  }

  @Test
  void theOutcomeWaitsUntilArmsAreSettled() {
    for (Kind kind : List.of(Kind.LANDMARK, Kind.SEQUENTIAL_TRIALS)) {
      assertThat(faults(kind, new Span(0, 1), new Span(0, 24), new Span(-12, 0)))
          .containsExactly("linkage.design.outcome-early");
    }
    assertThat(faults(Kind.CLONE_CENSOR_WEIGHT, new Span(0, 3), new Span(-1, 9), new Span(-2, 0)))
        .containsExactly("linkage.design.outcome-early");
  }

  @Test
  void covariatesComeBeforeTreatment() {
    assertThat(faults(Kind.KNOWN_AT_INDEX, new Span(-6, 0), new Span(0, 9), new Span(-12, -6)))
        .isEmpty();
    assertThat(faults(Kind.KNOWN_AT_INDEX, new Span(-6, 0), new Span(0, 9), new Span(-12, 0)))
        .containsExactly("linkage.design.covariate-late");
    assertThat(faults(Kind.SEQUENTIAL_TRIALS, new Span(0, 1), new Span(1, 9), new Span(-12, 1)))
        .containsExactly("linkage.design.covariate-late");
  }

  @Test
  void trialsDoNotStartWithTreatmentBeforeThem() {
    assertThat(faults(Kind.SEQUENTIAL_TRIALS, new Span(-1, 1), new Span(1, 9), new Span(-12, -1)))
        .containsExactly("linkage.design.treatment-early");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    SequencedMap<String, Span> covariates = new LinkedHashMap<>();
    covariates.put("earnings", new Span(-12, 3));
    DesignCheck check =
        new DesignCheck(Kind.KNOWN_AT_INDEX, new Span(0, 24), new Span(-1, 24), covariates);
    assertThatThrownBy(check::demand)
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("a window of 0..24 and no such design")
        .hasMessageContaining("an outcome from 0 on")
        .hasMessageContaining("covariates, earnings");
  }
}
