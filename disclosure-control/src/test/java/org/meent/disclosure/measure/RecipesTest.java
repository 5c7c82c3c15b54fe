// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Concentration.Index;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Position.Point;
import org.meent.disclosure.output.PositionTable;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Statistic.Measure;
import org.meent.disclosure.output.StatisticTable;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.protocols.refusal.RefusalException;

/** Figures of records against those that R prints for its own data sets, and by hand. */
class RecipesTest {
  private static final SortedMap<String, String> ALL = new TreeMap<>();

  /** R 4.5, data set cars: speed in miles per hour, distance to stop in feet. */
  private static final String SPEED =
      "4 4 7 7 8 9 10 10 10 11 11 12 12 12 12 13 13 13 13 14 14 14 14 15 15 15 16 16 17 17 17 18"
          + " 18 18 18 19 19 19 20 20 20 20 20 22 23 24 24 24 24 25";

  private static final String DISTANCE =
      "2 10 4 22 16 10 18 26 34 17 28 14 20 24 28 26 34 34 46 26 36 60 80 20 26 54 32 40 32 40 50"
          + " 42 56 76 84 36 46 68 32 48 52 56 64 66 54 70 92 93 120 85";

  /** R 4.5, data set sleep: extra hours of sleep under two drugs. */
  private static final String EXTRA =
      "0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0.0 2.0 1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4";

  private static Sample sample(Map<String, String> columns) {
    Map<String, List<String>> split = new HashMap<>();
    columns.forEach((name, text) -> split.put(name, Arrays.asList(text.split(" ", -1))));
    return Sample.of(split.values().iterator().next().size(), split);
  }

  private static Heading heading(Sample sample) {
    return new Heading("o", "o", new Population("all", "all", sample.size()));
  }

  private static TermSpec number(String name) {
    return new TermSpec(name, List.of(new TermSpec.Number(name, TermSpec.How.PLAIN)), 0);
  }

  private static TermSpec intercept() {
    return new TermSpec("intercept", List.of(), 0);
  }

  @Test
  void leastSquaresGiveWhatLmGivesForCars() {
    Sample cars = sample(Map.of("speed", SPEED, "dist", DISTANCE));
    RegressionTable table =
        new RegressionRecipe(
                cars,
                heading(cars),
                ModelForm.LINEAR,
                "dist",
                List.of(intercept(), number("speed")))
            .output();
    // summary(lm(dist ~ speed, cars)): -17.5791, 3.9324, R squared 0.6511, 48 degrees of freedom.
    assertThat(table.terms().getFirst().estimate()).isCloseTo(-17.5791, within(5e-5));
    assertThat(table.terms().getLast().estimate()).isCloseTo(3.9324, within(5e-5));
    assertThat(table.rSquared().orElseThrow()).isCloseTo(0.6511, within(5e-5));
    assertThat(table.evidence().residualDegreesOfFreedom()).isEqualTo(48);
  }

  @Test
  void aLogisticModelOfOneDummyGivesTheLogOfTheOddsRatio() {
    String arm = "a ".repeat(30) + "b ".repeat(30).strip();
    String job = "1 ".repeat(20) + "0 ".repeat(10) + "1 ".repeat(10) + "0 ".repeat(20).strip();
    Sample sample = sample(Map.of("arm", arm, "job", job));
    TermSpec dummy = new TermSpec("arm b", List.of(new TermSpec.Code("arm", "b")), 0);
    RegressionTable table =
        new RegressionRecipe(
                sample, heading(sample), ModelForm.LOGISTIC, "job", List.of(intercept(), dummy))
            .output();
    // By hand: log(20/10) and log((10/20) / (20/10)).
    assertThat(table.terms().getFirst().estimate()).isCloseTo(Math.log(2), within(1e-8));
    assertThat(table.terms().getLast().estimate()).isCloseTo(Math.log(0.25), within(1e-8));
    assertThat(table.evidence().saturated()).isTrue();
    assertThat(table.evidence().smallestOutcome()).hasValue(10);
  }

  @Test
  void aPoissonModelOfOneDummyGivesTheLogOfTheRateRatio() {
    Sample sample = sample(Map.of("arm", "a a a b b b", "visits", "1 2 3 4 5 9"));
    TermSpec dummy = new TermSpec("arm b", List.of(new TermSpec.Code("arm", "b")), 0);
    RegressionTable table =
        new RegressionRecipe(
                sample, heading(sample), ModelForm.POISSON, "visits", List.of(intercept(), dummy))
            .output();
    assertThat(table.terms().getFirst().estimate()).isCloseTo(Math.log(2), within(1e-8));
    assertThat(table.terms().getLast().estimate()).isCloseTo(Math.log(3), within(1e-8));
  }

  @Test
  void codesMergedWithTheReferenceLoseTheirDummy() {
    Sample sample = sample(Map.of("r", "a a b b c c d d", "y", "1 2 2 5 3 4 8 9"));
    List<TermSpec> terms = new ArrayList<>(List.of(intercept()));
    for (String code : List.of("b", "c", "d")) {
      terms.add(new TermSpec("r" + code, List.of(new TermSpec.Code("r", code)), 0));
    }
    RegressionRecipe recipe =
        new RegressionRecipe(sample, heading(sample), ModelForm.LINEAR, "y", terms);
    RegressionTable reference =
        (RegressionTable) recipe.merged("r", List.of("a", "b"), "a+b").output();
    assertThat(reference.terms()).hasSize(3);
    assertThat(reference.terms().getFirst().estimate()).isCloseTo(2.5, within(1e-9));
    RegressionTable both = (RegressionTable) recipe.merged("r", List.of("c", "d"), "c+d").output();
    // Means by hand: a 1.5, c+d 6.
    assertThat(both.terms().getLast().estimate()).isCloseTo(4.5, within(1e-9));
    assertThat(both.terms().getLast().units()).isEqualTo(4);
  }

  @Test
  void aColumnThatFollowsFromOthersCannotBeEstimated() {
    Sample sample = sample(Map.of("x", "1 2 3 4", "z", "2 4 6 8", "y", "1 2 2 5"));
    List<TermSpec> terms = List.of(intercept(), number("x"), number("z"));
    RegressionRecipe recipe =
        new RegressionRecipe(sample, heading(sample), ModelForm.LINEAR, "y", terms);
    assertThatThrownBy(recipe::output).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void testsGiveWhatRGivesForSleep() {
    Sample sleep =
        sample(Map.of("extra", EXTRA, "group", "1 ".repeat(10) + "2 ".repeat(10).strip()));
    // t.test(extra ~ group, sleep): t = -1.8608; wilcox.test: W = 25.5; the mean of group 2 is
    // 2.33.
    assertThat(values(sleep, Measure.T_TEST, "extra", "group"))
        .anyMatch(t -> Math.abs(t + 1.8608) < 5e-5);
    assertThat(values(sleep, Measure.RANK_TEST, "extra", "group"))
        .anyMatch(w -> Math.abs(w - 25.5) < 1e-9);
    // Two groups: F is the square of t with one variance, and these groups are of one size.
    assertThat(values(sleep, Measure.F_TEST, "extra", "group").getFirst())
        .isCloseTo(1.8608 * 1.8608, within(5e-4));
  }

  private static List<Double> values(Sample sample, Measure measure, String first, String second) {
    StatisticRecipe.Wanted wanted =
        new StatisticRecipe.Wanted(ALL, measure, first, second, OptionalDouble.empty());
    return new StatisticRecipe(sample, heading(sample), List.of(wanted)).values(wanted);
  }

  @Test
  void momentsAndCorrelationsByHand() {
    Sample sample = sample(Map.of("x", "1 2 3 4 5", "y", "1 4 9 16 25"));
    // Squares about 3: 10; fourth powers: 34; 34/5 / (10/5)^2 = 1.7.
    assertThat(values(sample, Measure.STANDARD_DEVIATION, "x", "").getFirst())
        .isCloseTo(Math.sqrt(2.5), within(1e-12));
    assertThat(values(sample, Measure.KURTOSIS, "x", "").getFirst()).isCloseTo(1.7, within(1e-12));
    assertThat(values(sample, Measure.SKEWNESS, "x", "").getFirst()).isCloseTo(0, within(1e-12));
    // sum (x-3)(y-11) = 60; 60 / sqrt(10 * 374) = 0.98110; ranks agree.
    assertThat(values(sample, Measure.CORRELATION, "x", "y").getFirst())
        .isCloseTo(60 / Math.sqrt(3740), within(1e-12));
    assertThat(values(sample, Measure.CORRELATION, "x", "y").getLast()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theStatisticOfATableByHand() {
    Sample sample =
        sample(
            Map.of(
                "a", "1 ".repeat(30) + "2 ".repeat(30).strip(),
                "b",
                    "x ".repeat(20) + "y ".repeat(10) + "x ".repeat(10) + "y ".repeat(20).strip()));
    // Every expected count is 15: 4 * 25 / 15; corrected 4 * 20.25 / 15.
    assertThat(values(sample, Measure.CHI_SQUARED_TEST, "a", "b"))
        .containsExactly(4 * 25 / 15.0, 4 * 20.25 / 15.0);
    StatisticRecipe.Wanted wanted =
        new StatisticRecipe.Wanted(ALL, Measure.CHI_SQUARED_TEST, "a", "b", OptionalDouble.empty());
    StatisticTable table =
        (StatisticTable) new StatisticRecipe(sample, heading(sample), List.of(wanted)).output();
    assertThat(table.rows().getFirst().evidence().smallestGroup()).isEqualTo(10);
  }

  @Test
  void indicesOfConcentrationByHand() {
    Sample sample = sample(Map.of("x", "4 1 3 2"));
    assertThat(index(sample, Index.GINI, 0)).isCloseTo(0.25, within(1e-12));
    assertThat(index(sample, Index.HERFINDAHL, 0)).isCloseTo(0.3, within(1e-12));
    assertThat(index(sample, Index.CONCENTRATION_RATIO, 2)).isCloseTo(0.7, within(1e-12));
    Sample negative = sample(Map.of("x", "4 -1"));
    assertThatThrownBy(() -> index(negative, Index.GINI, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double index(Sample sample, Index index, int largest) {
    ConcentrationRecipe.Wanted wanted = new ConcentrationRecipe.Wanted(ALL, index, largest);
    return new ConcentrationRecipe(sample, heading(sample), "x", List.of(wanted))
        .values(wanted)
        .getFirst();
  }

  @Test
  void survivalGivesWhatSurvfitGivesForTheMaintainedGroupOfAml() {
    // R package survival, data set aml, maintained: 0.909 0.818 0.716 0.614 0.491 0.368 0.184.
    Sample aml =
        sample(
            Map.of("time", "9 13 13 18 23 28 31 34 45 48 161", "status", "1 1 0 1 1 0 1 1 0 1 0"));
    SurvivalRecipe recipe =
        new SurvivalRecipe(
            aml,
            heading(aml),
            "time",
            "status",
            "1",
            List.of(ALL),
            List.of(9.0, 13.0, 18.0, 23.0, 31.0, 34.0, 48.0));
    assertThat(recipe.followed(ALL).survival(31)).isCloseTo(0.491, within(5e-4));
    assertThat(recipe.followed(ALL).survival(48)).isCloseTo(0.184, within(5e-4));
    assertThat(recipe.followed(ALL).atRisk(31)).isEqualTo(5);
    SurvivalTable table = (SurvivalTable) recipe.output();
    assertThat(table.curves().getFirst().steps().get(1).censored()).isEqualTo(1);
  }

  @Test
  void everyDefinitionOfAQuantileIsAcceptedAndOthersAreNot() {
    Sample sample = sample(Map.of("x", "10 20 30 40 50 60 70 80 90 100"));
    PositionRecipe.Wanted wanted =
        new PositionRecipe.Wanted(ALL, Point.QUANTILE, 0.25, OptionalDouble.empty());
    PositionRecipe recipe = new PositionRecipe(sample, heading(sample), "x", List.of(wanted), 0);
    // quantile(x, 0.25, type = 1..9) of these ten: 30, 30, 20, 25, 30, 27.5, 32.5, 29.17, 29.38.
    for (double value : new double[] {30, 20, 25, 27.5, 32.5, 29.17, 29.38}) {
      assertThat(recipe.gives(wanted, value, 0)).as("%s", value).isTrue();
    }
    assertThat(recipe.gives(wanted, 45, 0)).isFalse();
    assertThat(recipe.gives(wanted, 15, 0)).isFalse();
  }

  @Test
  void roundingAndMergingAskAgain() {
    Sample sample = sample(Map.of("x", "11 12 13 28 29 31", "g", "a a a b b b"));
    SortedMap<String, String> a = new TreeMap<>(Map.of("g", "a"));
    PositionRecipe.Wanted wanted =
        new PositionRecipe.Wanted(a, Point.QUANTILE, 0.5, OptionalDouble.of(12));
    PositionRecipe recipe = new PositionRecipe(sample, heading(sample), "x", List.of(wanted), 0);
    PositionTable rounded = (PositionTable) recipe.rounded(10).output();
    assertThat(rounded.rows().getFirst().value()).isEqualTo(10);
    assertThat(rounded.rows().getFirst().evidence().at()).isEqualTo(3);
    PositionTable merged = (PositionTable) recipe.merged("g", List.of("a", "b"), "a+b").output();
    assertThat(merged.rows().getFirst().group()).containsEntry("g", "a+b");
    assertThat(merged.rows().getFirst().evidence().units()).isEqualTo(6);
  }

  @Test
  void outermostValuesAreMadeAlike() {
    Sample sample = sample(Map.of("x", "1 2 3 4 5 6 7 8 9 1000"));
    assertThat(sample.topCoded("x", 3).values("x", ALL))
        .containsExactly(3, 3, 3, 4, 5, 6, 7, 8, 8, 8);
    assertThat(sample.topCoded("x", 11)).isSameAs(sample);
  }

  @Test
  void missingValuesAreKnownToBeAndTextsAreNoNumbers() {
    Sample sample = sample(Map.of("x", "1 NA . 2", "w", "1 two 3 4"));
    assertThat(sample.known(List.of("x")).cardinality()).isEqualTo(2);
    assertThat(sample.values("x", ALL)).containsExactly(1, 2);
    assertThat(sample.numeric("w")).isFalse();
    assertThatThrownBy(() -> sample.values("w", ALL)).isInstanceOf(RefusalException.class);
    assertThatThrownBy(() -> sample.values("none", ALL)).isInstanceOf(RefusalException.class);
    assertThat(sample.toString()).doesNotContain("two");
  }
}
