// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Estimate;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.Units;
import org.meent.models.check.OverlapLimits;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.ClientView;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.IndexDates;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.People;
import org.meent.protocols.Protocol;
import org.meent.protocols.Purpose;
import org.meent.protocols.StudyDesign;

/**
 * The planned effects of the National Supported Work examples. Known answers: LaLonde (1986) and
 * Dehejia and Wahba (1999), as in the field's table of data with known answers: 886.30 (OLS SE
 * 472.09) for the 722; 1,794.34 (OLS SE 632.85; HC2 671.00) for the 445; naive against PSID-1
 * -15,204.78; its HC2 standard error 657.08 is s1²/n1 + s0²/n0 of the source files, computed apart.
 */
final class EffectAnalysisTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("meent.root"), "examples");
  private static final List<String> TRAITS =
      List.of("age", "education", "black", "hispanic", "married", "nodegree");

  @Test
  void experimentGivesTheKnownAnswers() throws IOException {
    EffectResult all = run("nsw", List.of(), List.of("ate"), "earnings_1975");
    EffectResult known =
        run("nsw", List.of("earnings_1974"), List.of("ate"), "earnings_1974", "earnings_1975");

    assertThat(all.persons()).isEqualTo(722);
    assertThat(known.persons()).isEqualTo(445);
    assertFigures(row(all, EffectAnalysis.MEANS_POOLED, "ate"), 886.30, 472.09);
    assertFigures(row(known, EffectAnalysis.MEANS_POOLED, "ate"), 1794.34, 632.85);
    assertFigures(row(known, EffectAnalysis.MEANS, "ate"), 1794.34, 671.00);
    Estimate.Estimated robust = (Estimate.Estimated) row(known, "doubly-robust", "ate").result();
    assertThat(robust.lower()).isLessThan(1794.34);
    assertThat(robust.upper()).isGreaterThan(1794.34);
    assertThat(robust.standardError()).isLessThan(720);
  }

  @Test
  void withoutOverlapTheAverageForEverybodyIsRefusedAndThatForTheTreatedReported()
      throws IOException {
    EffectResult psid =
        run("nsw-psid", List.of(), List.of("ate", "att"), "earnings_1974", "earnings_1975");

    assertFigures(row(psid, EffectAnalysis.MEANS, EffectAnalysis.UNADJUSTED), -15204.78, 657.08);
    assertThat(row(psid, "doubly-robust", "ate").result())
        .isEqualTo(new Estimate.Refused("overlap-outside-share"));
    assertThat(row(psid, "doubly-robust", "att").result()).isInstanceOf(Estimate.Estimated.class);
  }

  @Test
  void threadsDoNotMatter() throws IOException {
    Protocol protocol = protocol("nsw", List.of(), List.of("ate"), "earnings_1975");
    Cohort cohort = cohort("nsw");
    assertThat(
            EffectAnalysis.of(protocol, cohort, OverlapLimits.withDefaults(), 2)
                .effects()
                .toString())
        .isEqualTo(
            EffectAnalysis.of(protocol, cohort, OverlapLimits.withDefaults(), 1)
                .effects()
                .toString());
    assertThat(EffectAnalysis.of(protocol, cohort, OverlapLimits.withDefaults(), 2).effects())
        .isEqualTo(EffectAnalysis.of(protocol, cohort, OverlapLimits.withDefaults(), 1).effects());
  }

  private static void assertFigures(Estimate row, double value, double standardError) {
    Estimate.Estimated figures = (Estimate.Estimated) row.result();
    assertThat(figures.value()).isEqualTo(value, within(0.005));
    assertThat(figures.standardError()).isEqualTo(standardError, within(0.005));
  }

  private static Estimate row(EffectResult result, String method, String estimand) {
    return result.rows().stream()
        .filter(row -> row.method().equals(method) && row.estimand().equals(estimand))
        .filter(row -> row.group().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static EffectResult run(
      String study, List<String> known, List<String> estimands, String... earnings)
      throws IOException {
    return Objects.requireNonNull(
        EffectAnalysis.of(
                protocol(study, known, estimands, earnings),
                cohort(study),
                OverlapLimits.withDefaults(),
                1)
            .effects()
            .get("effect"));
  }

  private static Protocol protocol(
      String study, List<String> known, List<String> estimands, String... earnings) {
    List<String> covariates = new ArrayList<>(TRAITS);
    covariates.addAll(List.of(earnings));
    AnalysisPlan.Effect effect =
        new AnalysisPlan.Effect(
            "earnings_1978",
            known,
            "supported-work",
            "none",
            estimands,
            List.of(AnalysisPlan.Method.DIFFERENCE_IN_MEANS, AnalysisPlan.Method.DOUBLY_ROBUST),
            covariates,
            List.of());
    SequencedMap<String, AnalysisPlan.Effect> effects = new LinkedHashMap<>();
    effects.put("effect", effect);
    CohortPlan.Derived outcome =
        new CohortPlan.Derived(
            "earnings_1978",
            "earnings",
            CohortPlan.Select.SUM,
            "earnings",
            new LinkedHashMap<>(),
            java.util.Optional.empty(),
            CohortPlan.Absent.REFUSE,
            "earnings in 1978");
    CohortPlan plan =
        new CohortPlan(
            "persons",
            "men in the experiment",
            List.of(),
            StudyDesign.landmark(new IndexDates.OneDay(java.time.LocalDate.of(1976, 1, 1))),
            study.equals("nsw")
                ? CohortPlan.Assignment.RANDOMISED
                : CohortPlan.Assignment.OBSERVATIONAL,
            new CohortPlan.Treatment(
                "participation",
                "instrument",
                "",
                java.util.Optional.empty(),
                new LinkedHashMap<>(),
                "none",
                new LinkedHashMap<>(),
                CohortPlan.CountsAs.INITIATION,
                "",
                List.of()),
            new LinkedHashMap<>(Map.of(outcome.name(), outcome)),
            new LinkedHashMap<>());
    return new Protocol(
        new Protocol.Identity(study, 1, "", ""),
        Purpose.IMPROVE_SUPPORT,
        new Protocol.Relevance("", ""),
        new LinkedHashMap<>(),
        new Protocol.Feasibility("", "", ""),
        new LinkagePlan("persons", List.of("R"), new LinkedHashMap<>(), List.of()),
        plan,
        new AnalysisPlan(19780101, effects),
        new LinkedHashMap<>(),
        "cbs-ra",
        new ClientView(List.of(), ClientView.CouncilAdvice.POSITIVE, ""),
        new People(List.of(), List.of(), List.of(), List.of(), List.of()),
        new Protocol.Retention(java.time.LocalDate.of(2036, 1, 1)));
  }

  /** The cohort as plainly as can be, so that this test does not lean on linkage. */
  private static Cohort cohort(String study) throws IOException {
    TreeMap<String, String[]> persons = new TreeMap<>();
    for (String[] row : rows(study, "persons.csv")) {
      persons.put(row[1], row);
    }
    Map<String, String> earnings = new HashMap<>();
    for (String[] row : rows(study, "earnings.csv")) {
      earnings.put(row[1] + "/" + row[2], row[3]);
    }
    List<String> treated = rows(study, "participation.csv").stream().map(row -> row[1]).toList();
    List<String> keys = List.copyOf(persons.keySet());
    SequencedMap<String, Cohort.Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < TRAITS.size(); i++) {
      int at = i + 2;
      List<String> values =
          keys.stream().map(key -> Objects.requireNonNull(persons.get(key))[at]).toList();
      columns.put(TRAITS.get(i), i < 2 ? numbers(values, 0) : new Cohort.Codes(values));
    }
    for (int year : new int[] {1974, 1975, 1978}) {
      columns.put(
          "earnings_" + year,
          numbers(
              keys.stream().map(key -> earnings.getOrDefault(key + "/" + year, "")).toList(), 2));
    }
    List<String> arms =
        keys.stream().map(key -> treated.contains(key) ? "supported-work" : "none").toList();
    return new Cohort(
        Units.ofPersons(keys.size(), java.time.LocalDate.of(1976, 1, 1)), arms, columns, List.of());
  }

  private static Cohort.Numbers numbers(List<String> texts, int scale) {
    long[] unscaled = new long[texts.size()];
    boolean[] missing = new boolean[texts.size()];
    for (int i = 0; i < unscaled.length; i++) {
      missing[i] = texts.get(i).isEmpty();
      unscaled[i] =
          missing[i]
              ? 0
              : new java.math.BigDecimal(texts.get(i)).movePointRight(scale).longValueExact();
    }
    return new Cohort.Numbers(unscaled, missing, scale);
  }

  private static List<String[]> rows(String study, String file) throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLES.resolve(study + "/data/" + file));
    return lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
