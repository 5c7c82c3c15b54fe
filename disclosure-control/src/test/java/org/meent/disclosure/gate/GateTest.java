// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.refusal.RefusalException;

class GateTest {
  private static final Dimension ROWS = new Dimension("home", "home", List.of("a", "b"));
  private static final Dimension ARM = new Dimension("arm", "arm", List.of("none", "work"));

  private static Decision decide(String rules, StatisticalOutput... outputs) {
    return Gate.under(RuleSet.named(rules)).judge(List.of(outputs)).decisions().getLast();
  }

  @Test
  void aSafeTableIsReleasedAsItIs() {
    Decision decision = decide("cbs-ra", counts("t", 30, 20, 40, 50));
    assertThat(decision).isInstanceOf(Decision.Release.class);
    assertThat(text(((Decision.Release) decision).releasable()))
        .isEqualTo(
            """
            home,arm,persons
            a,none,30
            a,work,20
            a,Total,50
            b,none,40
            b,work,50
            b,Total,90
            Total,none,70
            Total,work,70
            Total,Total,140
            """);
  }

  @Test
  void aSmallCountTakesThreeOthersWithItUnderOneMark() {
    Decision.Protected decision = (Decision.Protected) decide("cbs-ra", counts("t", 30, 4, 40, 50));
    assertThat(text(decision.releasable()))
        .startsWith("home,arm,persons\na,none,.\na,work,.\na,Total,34\nb,none,.\nb,work,.\n");
    assertThat(decision.changes().getFirst().subject()).isEqualTo("t: arm=work, home=a");
    assertThat(decision.changes().getFirst().rule()).isEqualTo(RuleSet.MINIMUM_UNITS);
    assertThat(decision.changes().getFirst().sentence(Locale.ENGLISH))
        .isEqualTo("1 counts or means of fewer than 10 units are left out.");
  }

  @Test
  void groupDisclosureIsReferredUnderCbsAndRefusedUnderEssnet() {
    FrequencyTable table = counts("t", 10, 200, 40, 50);
    assertThat(decide("cbs-ra", table)).isInstanceOf(Decision.Referral.class);
    assertThat(decide("essnet", table)).isInstanceOf(Decision.Refusal.class);
    assertThat(codes(decide("cbs-ra", table))).contains("group.found");
  }

  @Test
  void sensitiveZerosAreLeftOutAndSafeOnesNot() {
    assertThat(decide("sacro", counts("t", 30, 0, 40, 50))).isInstanceOf(Decision.Release.class);
    Decision.Protected decision =
        (Decision.Protected)
            decide("sacro", table("t", population(120), Evidence.Zeros.SENSITIVE, 30, 0, 40, 50));
    assertThat(text(decision.releasable())).contains("a,work,.\n").contains("a,none,.\n");
    assertThat(codes(decision)).contains("not-stated");
  }

  @Test
  void aDominatedMeanIsLeftOutAndItsCountStays() {
    List<MagnitudeCell> cells = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      cells.add(cell(20, 1_000));
    }
    // One of 21 contributors brings 100,000 of 120,000: 83 % of the cell.
    cells.set(1, cell(20, 1_000).with(100_000));
    Decision.Protected decision = (Decision.Protected) decide("cbs-ra", means("m", cells));
    assertThat(text(decision.releasable())).contains("a,work,.,21\n");
    assertThat(decision.changes().getFirst().rule()).isEqualTo(RuleSet.DOMINANCE_1);
    assertThat(decision.changes())
        .allSatisfy(finding -> assertThat(finding.sentence(Locale.ENGLISH)).doesNotContain("83"));
  }

  @Test
  void thePPercentRuleOfSacroSeesTheSecondContributor() {
    // 50,000 and 45,000 of 96,000: the rest of 1,000 lets the second know the first within 2 %.
    MagnitudeCell cell = MagnitudeCell.EMPTY.with(50_000).with(45_000);
    for (int i = 0; i < 10; i++) {
      cell = cell.with(100);
    }
    List<MagnitudeCell> cells = List.of(cell, cell(20, 10_000), cell(20, 10_000), cell(20, 10_000));
    assertThat(codes(decide("sacro", means("m", cells)))).contains("dominance.suppressed");
  }

  @Test
  void aMeanOfNothingForEverybodyIsLeftOut() {
    List<MagnitudeCell> cells =
        List.of(cell(20, 0), cell(20, 1_000), cell(20, 1_000), cell(20, 1_000));
    Decision decision = decide("cbs-ra", means("m", cells));
    assertThat(codes(decision)).contains("all-zero.suppressed");
  }

  @Test
  void estimatesWithTooFewDegreesOrOneRecordAreLeftOut() {
    Estimate few = estimate(Estimate.everybody(), FitEvidence.ofModel(15, 15, 9, 21, 10));
    Estimate dummy = estimate(Estimate.everybody(), FitEvidence.ofModel(150, 150, 297, 3, 1));
    Estimate good = estimate(Estimate.everybody(), FitEvidence.ofModel(150, 150, 297, 3, 20));
    assertThat(codes(decide("cbs-ra", estimates("e", 30, few))))
        .contains("rows.DEGREES_OF_FREEDOM");
    assertThat(codes(decide("cbs-ra", estimates("e", 300, dummy)))).contains("rows.ONE_RECORD");
    assertThat(decide("cbs-ra", estimates("e", 300, good))).isInstanceOf(Decision.Release.class);
    FitEvidence saturated =
        new FitEvidence(150, 150, 251, 49, 3, FitEvidence.Saturation.SATURATED, "");
    assertThat(
            codes(decide("cbs-ra", estimates("e", 300, estimate(Estimate.everybody(), saturated)))))
        .contains("rows.SATURATED");
  }

  @Test
  void aHiddenGroupTakesAnotherWithIt() {
    Decision.Protected decision =
        (Decision.Protected)
            decide(
                "cbs-ra",
                estimates(
                    "e",
                    300,
                    estimate(Estimate.everybody(), FitEvidence.ofModel(150, 150, 290, 3, 20)),
                    estimate(Estimate.group("home", "a"), FitEvidence.ofModel(12, 20, 5, 3, 20)),
                    estimate(Estimate.group("home", "b"), FitEvidence.ofModel(40, 50, 80, 3, 20)),
                    estimate(
                        Estimate.group("home", "c"), FitEvidence.ofModel(98, 80, 170, 3, 20))));
    assertThat(codes(decision)).contains("rows.DEGREES_OF_FREEDOM", "rows.GROUPS");
    String text = text(decision.releasable());
    assertThat(text).contains("home=a,.,.,.,.,12,20").contains("home=b,.,.,.,.,40,50");
    assertThat(text).contains("home=c,1.50,");
  }

  @Test
  void aRefusedEstimandLeavesWithItsReason() {
    Estimate refused =
        new Estimate(
            "doubly-robust",
            "ate",
            "work",
            "none",
            Estimate.everybody(),
            new Estimate.Refused("overlap-outside-share"),
            FitEvidence.ofModel(150, 150, 297, 3, 20));
    Decision.Release decision = (Decision.Release) decide("cbs-ra", estimates("e", 300, refused));
    assertThat(text(decision.releasable()))
        .contains("ate,work,none,Total,,,,,150,150,overlap-outside-share\n");
  }

  @Test
  void populationsThatDifferByFewAreRefusedWhenNestedAndReferredOtherwise() {
    StatisticalOutput all = table("all", new Population("p", "p", 445), 145, 100, 100, 100);
    Population inside = new Population("q", "q", 441).within("p");
    Population near = new Population("q", "q", 441);
    Decision nested = decide("cbs-ra", all, table("some", inside, 144, 99, 99, 99));
    assertThat(nested).isInstanceOf(Decision.Refusal.class);
    assertThat(nested.findings().getFirst().sentence(Locale.ENGLISH))
        .contains("differ by fewer than 10 units");
    assertThat(decide("cbs-ra", all, table("some", near, 144, 99, 99, 99)))
        .isInstanceOf(Decision.Referral.class);
    Population far = new Population("q", "q", 400);
    assertThat(decide("cbs-ra", all, table("some", far, 100, 100, 100, 100)))
        .isInstanceOf(Decision.Release.class);
  }

  @Test
  void aCellThatDiffersByFewFromThatOfANestedPopulationIsProtected() {
    StatisticalOutput all = table("all", new Population("p", "p", 400), 100, 100, 100, 100);
    Population inside = new Population("q", "q", 300).within("p");
    // 100 - 97 = 3 people would be told by subtracting the two tables.
    Judgement judgement =
        Gate.under(RuleSet.named("cbs-ra"))
            .judge(List.of(all, table("some", inside, 97, 80, 63, 60)));
    String one = text(judgement.releasables().get(0));
    String two = text(judgement.releasables().get(1));
    assertThat(one.contains("a,none,100") && two.contains("a,none,97")).isFalse();
  }

  @Test
  void saysThatNoEarlierReleaseIsKnownAndFindsNearOnes() {
    assertThat(codes(decide("cbs-ra", counts("t", 30, 20, 40, 50))))
        .contains("differencing.no-ledger");
    ReleaseLedger ledger =
        new ReleaseLedger(List.of(new ReleaseLedger.Entry("r1", "old", "other", 137)));
    Decision decision =
        Gate.under(RuleSet.named("cbs-ra"))
            .with(ledger)
            .judge(List.of(counts("t", 30, 20, 40, 50)))
            .decisions()
            .getFirst();
    assertThat(decision).isInstanceOf(Decision.Referral.class);
    assertThat(codes(decision)).contains("differencing.ledger-near");
  }

  @Test
  void whatAnEarlierReleaseGivesAwayIsRefusedWithItsEquation() {
    Gate gate = Gate.under(RuleSet.named("cbs-ra"));
    ReleaseLedger ledger =
        new ReleaseLedger(
            List.of(
                gate.judge(List.of(counts("t", 30, 50, 40, 50))).entry("t", "r1").orElseThrow()));
    Population working = new Population("working", "those at work", 146).within("p");
    Decision decision =
        gate.with(ledger)
            .judge(List.of(table("u", working, 30, 47, 30, 39)))
            .decisions()
            .getFirst();
    assertThat(decision).isInstanceOf(Decision.Refusal.class);
    assertThat(decision.findings())
        .filteredOn(finding -> finding.code().equals("differencing.ledger-equation"))
        .extracting(finding -> finding.args().getLast())
        .contains("+ r1/t: p [arm=work, home=a] - request/u: working [arm=work, home=a]");
    assertThat(
            codes(
                gate.with(ledger)
                    .judge(List.of(counts("t", 30, 50, 40, 50)))
                    .decisions()
                    .getFirst()))
        .contains("differencing.ledger-pass");
  }

  @Test
  void roundingThatARuleSetWantsIsNotPassedOver() {
    Decision decision = decide("opensafely", counts("t", 30, 20, 40, 50));
    assertThat(decision).isInstanceOf(Decision.Referral.class);
    assertThat(codes(decision)).contains("rounding.not-done");
  }

  @Test
  void aTableOfFewLeavesNothing() {
    Decision decision = decide("cbs-ra", counts("t", 1, 2, 3, 1));
    assertThat(decision).isInstanceOf(Decision.Refusal.class);
    assertThat(codes(decision)).contains("nothing-left");
  }

  @Test
  void twoOutputsMustAgreeOnTheSameCell() {
    assertThatThrownBy(
            () -> decide("cbs-ra", counts("t", 30, 20, 40, 50), counts("u", 31, 19, 40, 50)))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("arm=none, home=a")
        .hasMessageNotContaining("31");
    assertThatThrownBy(
            () -> decide("cbs-ra", counts("t", 30, 20, 40, 50), counts("t", 30, 20, 40, 50)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bothLanguagesHaveTheSameFindings() {
    assertThat(FindingTexts.codes(Locale.of("nl"))).isEqualTo(FindingTexts.codes(Locale.ENGLISH));
  }

  @Test
  void figuresAreRoundedByTheRuleSet() {
    FigureFormat format = new FigureFormat(RuleSet.named("cbs-ra"));
    // Halves go to the even digit of the exact value; below 1 three significant digits.
    assertThat(format.text(1794.3423)).isEqualTo("1794.34");
    assertThat(format.text(-1.125)).isEqualTo("-1.12");
    assertThat(format.text(0.0123456)).isEqualTo("0.0123");
    assertThat(format.text(0)).isEqualTo("0");
    assertThat(format.text(-0.0)).isEqualTo("0");
    assertThat(format.mean(1_000, 2, 3)).isEqualTo("3.33");
  }

  private static Population population(long units) {
    return new Population("p", "everybody", units);
  }

  private static FrequencyTable counts(String id, long... units) {
    return table(id, population(java.util.Arrays.stream(units).sum()), units);
  }

  private static FrequencyTable table(String id, Population population, long... units) {
    return table(id, population, Evidence.Zeros.SAFE, units);
  }

  private static FrequencyTable table(
      String id, Population population, Evidence.Zeros zeros, long... units) {
    List<List<Long>> grid = List.of(List.of(units[0], units[1]), List.of(units[2], units[3]));
    return new FrequencyTable(
        id, id, population, "persons", ROWS, ARM, new Evidence.Counts(grid, zeros));
  }

  private static MagnitudeCell cell(int units, long each) {
    MagnitudeCell cell = MagnitudeCell.EMPTY;
    for (int i = 0; i < units; i++) {
      cell = cell.with(each);
    }
    return cell;
  }

  private static MagnitudeTable means(String id, List<MagnitudeCell> cells) {
    long units = cells.stream().mapToLong(MagnitudeCell::units).sum();
    return new MagnitudeTable(
        id,
        id,
        population(units),
        "earnings",
        "earnings (euros)",
        2,
        ROWS,
        ARM,
        new Evidence.Contributions(
            List.of(cells.subList(0, 2), cells.subList(2, 4)), Evidence.Sign.NON_NEGATIVE));
  }

  private static Estimate estimate(SortedMap<String, String> group, FitEvidence evidence) {
    return new Estimate(
        "doubly-robust",
        "ate",
        "work",
        "none",
        group,
        new Estimate.Estimated(1.5, 0.5, 0.5, 2.5),
        evidence);
  }

  private static EstimateTable estimates(String id, long units, Estimate... rows) {
    return new EstimateTable(
        id, id, population(units), "earnings (euros)", EstimateTable.ARM, List.of(rows));
  }

  private static List<String> codes(Decision decision) {
    List<String> codes = new ArrayList<>(decision.findings().stream().map(Finding::code).toList());
    if (decision instanceof Decision.Protected part) {
      part.changes().forEach(change -> codes.add(change.code()));
    }
    return codes;
  }

  private static String text(Releasable releasable) {
    return new String(releasable.csv(), StandardCharsets.UTF_8);
  }
}
