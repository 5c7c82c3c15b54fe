// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.protocols.refusal.RefusalException;

class OutputTypesTest {
  private static final Population POPULATION = new Population("p", "everybody", 7_531);
  private static final Dimension ROWS = new Dimension("r", "r", List.of("a", "b"));
  private static final Dimension COLUMNS = new Dimension("c", "c", List.of("x", "y"));
  private static final Evidence.Counts COUNTS =
      new Evidence.Counts(List.of(List.of(7_111L, 210L), List.of(137L, 73L)), Evidence.Zeros.SAFE);

  @Test
  void nothingShowsAFigureByItself() {
    FrequencyTable table =
        new FrequencyTable("t", "t", POPULATION, "persons", ROWS, COLUMNS, COUNTS);
    MagnitudeCell cell = new MagnitudeCell(7_531, 987_654, 987_654, 4_321, 1_234);
    MagnitudeTable sums =
        new MagnitudeTable(
            "m",
            "m",
            POPULATION,
            "y",
            "y",
            2,
            new Dimension("r", "r", List.of("a")),
            new Dimension("c", "c", List.of("x")),
            new Evidence.Contributions(List.of(List.of(cell)), Evidence.Sign.NON_NEGATIVE));
    Estimate estimate =
        new Estimate(
            "m",
            "ate",
            "w",
            "n",
            Estimate.everybody(),
            new Estimate.Estimated(987.654, 4_321, 1, 1_234),
            FitEvidence.ofModel(7_111, 210, 137, 73, 73));
    EstimateTable estimates =
        new EstimateTable("e", "e", POPULATION, "y", EstimateTable.ARM, List.of(estimate));
    FlowTrack.Step step =
        new FlowTrack.Step("s", 7_741, new TreeMap<>(Map.of("junk", 210L)), new TreeMap<>(), 7_531);
    FlowOutput flow =
        FlowOutput.of(
            "f", "f", POPULATION, "records", List.of(FlowTrack.alone("t", List.of(step))));
    for (Object value :
        List.of(
            table,
            table.evidence(),
            sums,
            sums.evidence(),
            cell,
            estimates,
            estimates.evidence(),
            estimate,
            estimate.result(),
            estimate.evidence(),
            flow,
            flow.evidence(),
            flow.evidence().tracks().getFirst(),
            step,
            POPULATION)) {
      assertThat(value.toString())
          .doesNotContainPattern("7.?531|7.?111|210|137|73|987|4.?321|1.?234|7.?741");
      assertThat(value).isNotInstanceOf(Serializable.class);
    }
    assertThat(table).hasToString("FrequencyTable[t, 2 x 2]");
  }

  @Test
  void countsMustAddUpToThePopulation() {
    Population other = new Population("p", "everybody", 7_530);
    assertThatThrownBy(() -> new FrequencyTable("t", "t", other, "persons", ROWS, COLUMNS, COUNTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not add up");
  }

  @Test
  void evidenceMustHaveTheShapeOfTheDimensions() {
    Dimension three = new Dimension("c", "c", List.of("x", "y", "z"));
    assertThatThrownBy(
            () -> new FrequencyTable("t", "t", POPULATION, "persons", ROWS, three, COUNTS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new FrequencyTable("t", "t", POPULATION, "persons", ROWS, ROWS, COUNTS))
        .hasMessageContaining("same variable");
  }

  @Test
  void wordsThatTablesNeedAreNoCategories() {
    assertThatThrownBy(() -> new Dimension("c", "c", List.of("Total", "x")))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("\"Total\"")
        .hasMessageContaining("Recode");
  }

  @Test
  void anUnknownCodeOfAUnitIsNotShown() {
    assertThatThrownBy(
            () ->
                FrequencyTable.tabulate(
                    "t",
                    "t",
                    POPULATION,
                    "persons",
                    ROWS,
                    COLUMNS,
                    List.of("secret"),
                    List.of("x"),
                    Evidence.Zeros.SAFE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void mergingCellsKeepsTheTwoLargest() {
    // Contributions 5, 9, 1 and 7, -8: largest 9 and 8, absolute sum 30, sum 14.
    MagnitudeCell one = MagnitudeCell.EMPTY.with(5).with(9).with(1);
    MagnitudeCell two = MagnitudeCell.EMPTY.with(7).with(-8);
    assertThat(one.merge(two)).isEqualTo(new MagnitudeCell(5, 14, 30, 9, 8));
  }

  @Test
  void impossibleCellsAreRefused() {
    assertThatThrownBy(() -> new MagnitudeCell(1, 5, 5, 4, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MagnitudeCell(3, 5, 5, 4, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MagnitudeCell(0, 1, 1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStepMustBalanceAndAFlowJoin() {
    assertThatThrownBy(() -> new FlowTrack.Step("s", 5, new TreeMap<>(), new TreeMap<>(), 4))
        .hasMessage("flow step 's' does not balance");
    FlowTrack.Step whole = new FlowTrack.Step("s", 5, new TreeMap<>(), new TreeMap<>(), 5);
    FlowTrack.Step other = new FlowTrack.Step("o", 6, new TreeMap<>(), new TreeMap<>(), 6);
    assertThatThrownBy(() -> FlowTrack.alone("t", List.of(whole, other)))
        .hasMessageContaining("'o' does not take in what the step before left");
    assertThatThrownBy(
            () ->
                FlowOutput.of(
                    "f",
                    "f",
                    POPULATION,
                    "records",
                    List.of(new FlowTrack("t", "nowhere", "", List.of(whole)))))
        .hasMessageContaining("does not start or end where it says");
    assertThatThrownBy(
            () ->
                FlowOutput.of(
                    "f",
                    "f",
                    POPULATION,
                    "records",
                    List.of(new FlowTrack("t", "", "p", List.of(whole)))))
        .hasMessageContaining("does not start or end where it says");
  }

  @Test
  void anEstimateIsFinite() {
    assertThatThrownBy(() -> new Estimate.Estimated(Double.NaN, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Estimate.Estimated(1, 1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
