// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FlowTrack;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;

/** The request of the National Supported Work example, as the study declares it. */
class ExperimentTest {
  private static final Population ALL = new Population("nsw", "people in the experiment", 722);
  private static final Population KNOWN =
      new Population("nsw/known-1974", "known in 1974", 445).within("nsw");

  private final List<List<String>> rows = read();

  @Test
  void everyOutputOfTheExampleCanBeAskedOut() {
    Judgement judgement = Gate.under(RuleSet.named("cbs-ra")).judge(request());
    assertThat(judgement.decisions())
        .allMatch(d -> d instanceof Decision.Release || d instanceof Decision.Protected);
    assertThat(judgement.releasables().stream().map(Releasable::id))
        .containsExactly(
            "flow", "people", "people-by-household", "earnings-1978", "effects-722", "effects-445");
    // Counts of the source: 217 of 297 treated and 346 of 425 controls have no diploma.
    assertThat(text(judgement, "people"))
        .isEqualTo(
            """
            nodegree,arm,persons
            0,none,79
            0,supported-work,80
            0,Total,159
            1,none,346
            1,supported-work,217
            1,Total,563
            Total,none,425
            Total,supported-work,297
            Total,Total,722
            """);
  }

  @Test
  void meansInTheTableAreThoseOfTheExperiment() {
    Judgement judgement = Gate.under(RuleSet.named("cbs-ra")).judge(request());
    Releasable table = releasable(judgement, "earnings-1978");
    // Their difference is the experiment's known answer, 886.30 dollars (LaLonde 1986).
    assertThat(mean(table, "supported-work")).isEqualTo("5976.35");
    assertThat(mean(table, "none")).isEqualTo("5090.05");
  }

  @Test
  void knownAnswersLeaveWithTwoDecimals() {
    Judgement judgement = Gate.under(RuleSet.named("cbs-ra")).judge(request());
    // The experiment's known answers: 886.30 for the 722 and 1,794.34 for the 445.
    assertThat(text(judgement, "effects-722"))
        .contains("ate,supported-work,none,Total,886.30,472.09,");
    assertThat(text(judgement, "effects-445"))
        .contains("ate,supported-work,none,Total,1794.34,632.85,");
  }

  @Test
  void aLossOfOneDoesNotComeBackByItsBalance() {
    Judgement judgement = Gate.under(RuleSet.named("cbs-ra")).judge(request());
    Releasable flow = releasable(judgement, "flow");
    for (int row = 0; row < flow.rows().size(); row++) {
      String part = flow.rows().get(row).get(3);
      if (part.equals("lost")) {
        assertThat(flow.rows().get(row).get(5)).isEqualTo(Releasable.MARK);
      }
    }
    assertThat(flow.population()).isEqualTo("people in the experiment (N = 722)");
  }

  @Test
  void theSameRequestGivesTheSameBytesAndTheOrderOfOutputsOnlyTheOrder() {
    Judgement once = Gate.under(RuleSet.named("cbs-ra")).judge(request());
    Judgement again = Gate.under(RuleSet.named("cbs-ra")).judge(request());
    for (Releasable releasable : once.releasables()) {
      assertThat(text(again, releasable.id())).isEqualTo(text(once, releasable.id()));
    }
  }

  @Test
  void noFindingShowsAProtectedFigureAndBothLanguagesSayIt() {
    Judgement judgement = Gate.under(RuleSet.named("cbs-ra")).judge(request());
    for (Decision decision : judgement.decisions()) {
      assertThat(decision.findings()).isNotEmpty();
      for (Finding finding : decision.findings()) {
        assertThat(finding.sentence(Locale.ENGLISH)).isNotBlank().doesNotContain("{");
        assertThat(finding.sentence(Locale.of("nl")))
            .isNotBlank()
            .isNotEqualTo(finding.sentence(Locale.ENGLISH));
      }
    }
  }

  private List<StatisticalOutput> request() {
    Dimension arm = new Dimension("arm", "arm", List.of("none", "supported-work"));
    Dimension nodegree = new Dimension("nodegree", "no diploma", List.of("0", "1"));
    Dimension married = new Dimension("married", "married", List.of("0", "1"));
    List<String> arms = column(0);
    long[] cents =
        rows.stream().mapToLong(row -> Long.parseLong(row.get(4).replace(".", ""))).toArray();
    return List.of(
        flow(),
        FrequencyTable.tabulate(
            "people",
            "People",
            ALL,
            "persons",
            nodegree,
            arm,
            column(1),
            arms,
            Evidence.Zeros.SAFE),
        FrequencyTable.tabulate(
            "people-by-household",
            "People by household",
            ALL,
            "persons",
            married,
            arm,
            column(2),
            arms,
            Evidence.Zeros.SAFE),
        MagnitudeTable.tabulate(
            "earnings-1978",
            "Earnings in 1978",
            ALL,
            "earnings_1978",
            "earnings in 1978 (dollars)",
            2,
            nodegree,
            arm,
            column(1),
            arms,
            cents,
            Evidence.Sign.NON_NEGATIVE),
        effects("effects-722", ALL, List.of("nodegree", "married")),
        effects("effects-445", KNOWN, List.of("nodegree")));
  }

  /** The flow of the example: a doubled row, two keys that identify nobody, an unmatched person. */
  private static FlowOutput flow() {
    return FlowOutput.of(
        "flow",
        "Flow",
        ALL,
        "records",
        List.of(
            FlowTrack.alone(
                "source persons",
                List.of(
                    step("keep identified keys", 723, Map.of(), 723),
                    step("keep each row once", 723, Map.of("doubled row", 1L), 722))),
            FlowTrack.alone(
                "source earnings",
                List.of(
                    step(
                        "keep identified keys",
                        1891,
                        Map.of("junk key", 1L, "not identified", 1L),
                        1889),
                    step("keep each row once", 1889, Map.of(), 1889))),
            FlowTrack.alone(
                "source participation",
                List.of(
                    step("keep identified keys", 298, Map.of(), 298),
                    step("keep persons", 298, Map.of("not in persons", 1L), 297))),
            new FlowTrack(
                "cohort",
                "source persons",
                "nsw",
                List.of(step("population", 722, Map.of(), 722)))));
  }

  private static FlowTrack.Step step(String name, long in, Map<String, Long> lost, long out) {
    return new FlowTrack.Step(name, in, new TreeMap<>(lost), new TreeMap<>(), out);
  }

  private EstimateTable effects(String id, Population population, List<String> groups) {
    List<Estimate> estimates = new ArrayList<>();
    estimates.add(difference(population, Estimate.everybody()));
    for (String variable : groups) {
      estimates.add(difference(population, Estimate.group(variable, "0")));
      estimates.add(difference(population, Estimate.group(variable, "1")));
    }
    return new EstimateTable(
        id, id, population, "earnings in 1978 (dollars)", EstimateTable.ARM, estimates);
  }

  /** Difference in means with the unequal-variances standard error used by the models. */
  private Estimate difference(Population population, SortedMap<String, String> group) {
    double[] treated = earnings(population, group, "supported-work");
    double[] controls = earnings(population, group, "none");
    double value = mean(treated) - mean(controls);
    double pooled =
        (squares(treated) + squares(controls)) / (treated.length + controls.length - 2.0);
    double error = StrictMath.sqrt(pooled * (1.0 / treated.length + 1.0 / controls.length));
    return new Estimate(
        "difference-in-means",
        "ate",
        "supported-work",
        "none",
        group,
        new Estimate.Estimated(value, error, value - 1.96 * error, value + 1.96 * error),
        FitEvidence.ofDifferenceInMeans(treated.length, controls.length, "earnings_1978"));
  }

  private double[] earnings(Population population, SortedMap<String, String> group, String arm) {
    List<String> names = List.of("arm", "nodegree", "married");
    return rows.stream()
        .filter(row -> row.get(0).equals(arm))
        .filter(row -> population.equals(ALL) || row.get(3).equals("yes"))
        .filter(
            row ->
                group.entrySet().stream()
                    .allMatch(e -> row.get(names.indexOf(e.getKey())).equals(e.getValue())))
        .mapToDouble(row -> Double.parseDouble(row.get(4)))
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  private List<String> column(int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static String mean(Releasable table, String arm) {
    return table.rows().stream()
        .filter(row -> row.get(0).equals("Total") && row.get(1).equals(arm))
        .findFirst()
        .orElseThrow()
        .get(2);
  }

  private static Releasable releasable(Judgement judgement, String id) {
    return judgement.releasables().stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Judgement judgement, String id) {
    return new String(releasable(judgement, id).csv(), StandardCharsets.UTF_8);
  }

  private static List<List<String>> read() {
    try (InputStream in = ExperimentTest.class.getResourceAsStream("nsw.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
