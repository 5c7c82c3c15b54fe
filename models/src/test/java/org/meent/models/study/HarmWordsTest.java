// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.PossibleHarm;
import org.meent.protocols.PossibleHarm.Harm;
import org.meent.protocols.PossibleHarm.Measure;

/** Where an effect leaves, what is known of harm leaves with it, and so does what is not. */
class HarmWordsTest {
  private static AnalysisPlan plan() {
    AnalysisPlan.Effect training =
        new AnalysisPlan.Effect(
            "months",
            List.of(),
            "training",
            "none",
            List.of("att"),
            List.of(AnalysisPlan.Method.DIFFERENCE_IN_MEANS),
            List.of("age"),
            List.of());
    LinkedHashMap<Harm, Measure> harm = new LinkedHashMap<>();
    harm.put(Harm.LEAVING_WITHOUT_INCOME, new PossibleHarm.ByOutcome("exit-without-income"));
    harm.put(
        Harm.RETURN_WITHIN_12_MONTHS, new PossibleHarm.NotMeasured("spells end\n  too early\n"));
    return new AnalysisPlan(
        1,
        new LinkedHashMap<>(Map.of("training", training)),
        AnalysisPlan.USUAL,
        Optional.empty(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new PossibleHarm(harm),
        FurtherPlan.NONE);
  }

  @Test
  void whatIsNotMeasuredIsSaidWithItsReason() {
    assertThat(HarmWords.of(plan(), "training"))
        .isEqualTo(
            ". Possible harm that is not measured: return-within-12-months: spells end too early");
  }

  @Test
  void whatStandsBesideSaysBesideWhat() {
    String beside = plan().harms("training").firstEntry().getKey();
    assertThat(HarmWords.of(plan(), beside)).isEqualTo(" (possible harm beside training)");
    assertThat(plan().harms("training").firstEntry().getValue().outcome())
        .isEqualTo("exit-without-income");
    assertThat(AnalysisPlan.planned(beside)).isEqualTo("training");
  }
}
