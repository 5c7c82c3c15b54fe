// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meent.models.check.GateResult.Verdict.NOT_RUN;
import static org.meent.models.check.GateResult.Verdict.PASSED;
import static org.meent.models.check.GateResult.Verdict.WARNED;
import static org.meent.protocols.AnalysisPlan.Method.CAUSAL_FOREST;
import static org.meent.protocols.AnalysisPlan.Method.DIFFERENCE_IN_MEANS;
import static org.meent.protocols.AnalysisPlan.Method.DOUBLY_ROBUST;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.meent.models.check.GateResult;
import org.meent.models.check.OverlapLimits;
import org.meent.models.study.DrawnStudy.Dials;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.GatePlan;

/** Every gate of a planned effect is tripped, passed by good data, or says that it did not run. */
final class StudyGatesTest {
  private static final GatePlan EVERYTHING =
      new GatePlan("before", List.of("town"), "soon", "town");

  private static EffectResult run(DrawnStudy study) {
    return Objects.requireNonNull(
        EffectAnalysis.of(study.protocol(), study.cohort(), OverlapLimits.withDefaults(), 2)
            .effects()
            .get("effect"));
  }

  private static EffectResult run(Dials dials, GatePlan gates, Method... methods) {
    return run(DrawnStudy.of(dials).with("effect", "y", gates, methods));
  }

  private static GateResult.Verdict verdict(EffectResult effect, String gate) {
    List<GateResult> found =
        effect.checks().gates().stream().filter(g -> g.gate().equals(gate)).toList();
    assertThat(found).as(gate).hasSize(1);
    return found.getFirst().verdict();
  }

  /** Good data and a full protocol: everything runs and passes but clusters, which nobody has. */
  @Test
  void goodDataPassWhatTheProtocolLetsRun() {
    EffectResult effect = run(Dials.good(), EVERYTHING, CAUSAL_FOREST);
    assertThat(effect.checks().method()).isEqualTo("causal-forest");
    assertThat(effect.checks().gates())
        .filteredOn(gate -> gate.verdict() != PASSED)
        .extracting(GateResult::gate)
        .containsExactly("clusters");
    assertThat(effect.checks().differences().orElseThrow().found()).isTrue();
  }

  /**
   * What the protocol does not tell did not run, and a method without effects per person neither.
   */
  @Test
  void whatTheProtocolDoesNotTellDidNotRun() {
    EffectResult effect = run(Dials.good(), GatePlan.NONE, DOUBLY_ROBUST);
    assertThat(effect.checks().method()).isEqualTo("doubly-robust");
    assertThat(effect.checks().gates())
        .filteredOn(gate -> gate.verdict() == NOT_RUN)
        .extracting(GateResult::gate)
        .containsExactly(
            "clusters",
            "negative-control",
            "heterogeneity",
            "within-strata",
            "anticipation",
            "registration");
    assertThat(effect.checks().differences()).isEmpty();
  }

  @Test
  void aDifferenceBeforeTheStartTripsTheNegativeControl() {
    GatePlan before = new GatePlan("before", List.of(), "", "");
    for (Method method : List.of(DOUBLY_ROBUST, CAUSAL_FOREST)) {
      assertThat(verdict(run(Dials.good().withLeak(0.5), before, method), "negative-control"))
          .as(method.label())
          .isEqualTo(WARNED);
      assertThat(verdict(run(Dials.good(), before, method), "negative-control"))
          .as(method.label())
          .isEqualTo(PASSED);
    }
  }

  /** The plain comparison adjusts for nothing: arms that differ are told, and so is the control. */
  @Test
  void thePlainComparisonOfUnlikeArmsTripsBalance() {
    GatePlan before = new GatePlan("before", List.of(), "", "");
    EffectResult unlike = run(Dials.good(), before, DIFFERENCE_IN_MEANS);
    assertThat(verdict(unlike, "balance")).isEqualTo(WARNED);
    assertThat(verdict(unlike, "negative-control")).isEqualTo(WARNED);
    EffectResult alike = run(Dials.good().withConfounding(0), before, DIFFERENCE_IN_MEANS);
    assertThat(verdict(alike, "balance")).isEqualTo(PASSED);
    assertThat(verdict(alike, "negative-control")).isEqualTo(PASSED);
  }

  /** Where nothing was named the arms were compared in nothing: that is not balance. */
  @Test
  void withoutCovariatesBalanceDidNotRun() {
    EffectResult effect = run(DrawnStudy.of(Dials.good()).withoutCovariates("effect"));
    assertThat(verdict(effect, "balance")).isEqualTo(NOT_RUN);
    assertThat(verdict(effect, "omitted-variable")).isEqualTo(NOT_RUN);
    assertThat(verdict(effect, "e-value")).isEqualTo(PASSED);
  }

  /** Persons are the clusters where they take part in several trials: 30 of them are few. */
  @Test
  void fewPersonsInManyTrialsAreMarked() {
    DrawnStudy study =
        DrawnStudy.of(Dials.good().withConfounding(0)).with("effect", "y", DIFFERENCE_IN_MEANS);
    EffectResult effect =
        Objects.requireNonNull(
            EffectAnalysis.of(
                    study.protocol(), study.cohortOfTrials(20), OverlapLimits.withDefaults(), 1)
                .effects()
                .get("effect"));
    assertThat(effect.persons()).isEqualTo(30);
    assertThat(verdict(effect, "clusters")).isEqualTo(WARNED);
  }

  @Test
  void oneGiantPersonTripsThePlacebo() {
    assertThat(
            verdict(
                run(Dials.good().withGiant(1e6), GatePlan.NONE, DIFFERENCE_IN_MEANS),
                "placebo-treatment"))
        .isEqualTo(WARNED);
  }

  @Test
  void aWeakEffectIsExplainedAwayByLittle() {
    EffectResult weak = run(Dials.good().withEffect(0.05, 0), GatePlan.NONE, DOUBLY_ROBUST);
    assertThat(verdict(weak, "omitted-variable")).isEqualTo(WARNED);
    assertThat(verdict(weak, "e-value")).isEqualTo(WARNED);
    EffectResult none = run(Dials.good().withEffect(0, 0), GatePlan.NONE, DOUBLY_ROBUST);
    assertThat(verdict(none, "omitted-variable")).isEqualTo(NOT_RUN);
    assertThat(verdict(none, "e-value")).isEqualTo(NOT_RUN);
  }

  @Test
  void withoutDifferencesNoPatternIsClaimed() {
    EffectResult flat = run(Dials.good().withEffect(0.6, 0), GatePlan.NONE, CAUSAL_FOREST);
    assertThat(verdict(flat, "heterogeneity")).isEqualTo(WARNED);
    assertThat(flat.checks().differences().orElseThrow().found()).isFalse();
  }

  @Test
  void tooFewPersonsTripPower() {
    EffectResult few =
        run(Dials.good().withRows(60).withConfounding(0), GatePlan.NONE, DIFFERENCE_IN_MEANS);
    assertThat(few.power().orElseThrow().standardised()).isGreaterThan(0.5);
    assertThat(verdict(few, "power")).isEqualTo(WARNED);
  }

  /** Corona is a break that the criteria file declares. */
  @Test
  void followUpAcrossABreakIsFlagged() {
    DrawnStudy late =
        DrawnStudy.of(Dials.good())
            .startingOn(LocalDate.of(2019, 9, 1))
            .with("effect", "y", DIFFERENCE_IN_MEANS);
    assertThat(verdict(run(late), "declared-break")).isEqualTo(WARNED);
    assertThat(verdict(run(Dials.good(), GatePlan.NONE, DIFFERENCE_IN_MEANS), "declared-break"))
        .isEqualTo(PASSED);
  }

  @Test
  void startsInViewOfAJobAreFlagged() {
    GatePlan soon = new GatePlan("", List.of(), "soon", "");
    assertThat(verdict(run(Dials.good().withSoon(0.3), soon, DIFFERENCE_IN_MEANS), "anticipation"))
        .isEqualTo(WARNED);
  }

  @Test
  void aTownThatRecordsTooLittleIsFlagged() {
    GatePlan towns = new GatePlan("", List.of(), "", "town");
    Dials dials = Dials.good().withFirstTownUntreated(6);
    assertThat(verdict(run(dials, towns, DIFFERENCE_IN_MEANS), "registration")).isEqualTo(WARNED);
  }

  /** Of three towns one has nobody with a coach: its persons count for nothing, and it is told. */
  @Test
  void strataWithoutBothArmsAreNotCompared() {
    GatePlan within = new GatePlan("", List.of("town"), "", "");
    EffectResult effect = run(Dials.good().withFirstTownUntreated(3), within, DIFFERENCE_IN_MEANS);
    assertThat(effect.persons()).isEqualTo(400);
    assertThat(verdict(effect, "within-strata")).isEqualTo(WARNED);
    assertThat(verdict(run(Dials.good(), within, DIFFERENCE_IN_MEANS), "within-strata"))
        .isEqualTo(PASSED);
  }

  /** Nobody could have been in either arm: nothing is passed by a check that did not run. */
  @Test
  void aRefusedEffectPassesNothing() {
    EffectResult refused = run(Dials.good().withConfounding(50), EVERYTHING, CAUSAL_FOREST);
    assertThat(refused.checks().method()).isEmpty();
    assertThat(refused.checks().gates())
        .filteredOn(gate -> gate.verdict() == PASSED)
        .extracting(GateResult::gate)
        .containsExactly(
            "power", "within-strata", "declared-break", "anticipation", "registration");
  }
}
