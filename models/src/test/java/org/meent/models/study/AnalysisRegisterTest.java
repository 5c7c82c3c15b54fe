// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.meent.protocols.AnalysisPlan.Method.CAUSAL_FOREST;
import static org.meent.protocols.AnalysisPlan.Method.DIFFERENCE_IN_MEANS;
import static org.meent.protocols.AnalysisPlan.Method.DOUBLY_ROBUST;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.models.check.OverlapLimits;
import org.meent.models.study.AnalysisRegister.Line;
import org.meent.models.study.DrawnStudy.Dials;
import org.meent.protocols.Protocol;

/** A planned analysis is never missing from the register. */
final class AnalysisRegisterTest {
  private static AnalysisRegister run(DrawnStudy study) {
    Protocol protocol = study.protocol();
    return AnalysisRegister.of(
        protocol,
        EffectAnalysis.of(protocol, study.cohort(), OverlapLimits.withDefaults(), 2).effects(),
        new LinkedHashMap<>(),
        FurtherFindings.NONE);
  }

  private static DrawnStudy planned(Dials dials) {
    return DrawnStudy.of(dials)
        .with("effect", "y", DIFFERENCE_IN_MEANS, DOUBLY_ROBUST, CAUSAL_FOREST);
  }

  /** Three methods, each for everybody and by sex, and one question about differences. */
  @Test
  void beforeARunEverythingPlannedHasNotRun() {
    AnalysisRegister before = AnalysisRegister.planned(planned(Dials.good()).protocol());
    assertThat(before.lines()).hasSize(7);
    assertThat(before.lines()).extracting(Line::outcome).containsOnly(new PlannedOutcome.NotRun());
    assertThat(
            AnalysisRegister.of(
                planned(Dials.good()).protocol(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                FurtherFindings.NONE))
        .isEqualTo(before);
  }

  @Test
  void afterARunEverythingPlannedHasAnOutcome() {
    DrawnStudy study = planned(Dials.good().withEffect(0.6, 0));
    List<Line> lines = run(study).lines();
    assertThat(lines).hasSize(3 * 3 + 1);
    assertThat(lines.getLast().outcome()).isEqualTo(new PlannedOutcome.NoPatternFound());
    assertThat(lines.subList(0, 9))
        .extracting(Line::outcome)
        .containsOnly(new PlannedOutcome.Estimated());
    assertThat(lines)
        .extracting(Line::planned)
        .containsAll(AnalysisRegister.analyses(study.protocol()));
  }

  /** Arms that share nobody: everybody is refused, and so is each group that was planned. */
  @Test
  void whatIsRefusedTakesItsGroupsWithIt() {
    DrawnStudy study = planned(Dials.good().withConfounding(50));
    List<Line> lines = run(study).lines();
    assertThat(lines)
        .extracting(Line::planned)
        .containsAll(AnalysisRegister.analyses(study.protocol()));
    assertThat(lines)
        .filteredOn(
            line ->
                line.planned() instanceof PlannedAnalysis.Average average
                    && !average.method().equals("difference-in-means"))
        .hasSize(4)
        .allMatch(line -> line.outcome() instanceof PlannedOutcome.Refused);
    assertThat(lines.getLast())
        .isEqualTo(
            new Line(new PlannedAnalysis.Heterogeneity("effect"), "", new PlannedOutcome.NotRun()));
  }

  @Test
  void onlyWhatIsPlannedCanBeFilledIn() {
    AnalysisRegister before = AnalysisRegister.planned(planned(Dials.good()).protocol());
    PlannedAnalysis whom = new PlannedAnalysis.Heterogeneity("effect");
    assertThat(before.with(whom, new PlannedOutcome.PatternFound()).lines().getLast().outcome())
        .isEqualTo(new PlannedOutcome.PatternFound());
    PlannedAnalysis other = new PlannedAnalysis.Heterogeneity("another");
    assertThatThrownBy(() -> before.with(other, new PlannedOutcome.PatternFound()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
