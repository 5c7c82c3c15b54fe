// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.format.file.Conversion;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** Designs, time and files of other formats, on cases small enough to be read. */
class DesignTest {
  @TempDir Path folder;
  private TrialsStudy study;

  @BeforeEach
  void write() throws IOException {
    study =
        new TrialsStudy(folder)
            .csv("persons", List.of("000000011,1", "000000012,2", "000000013,-"))
            .csv(
                "benefit",
                List.of(
                    "000000011,20191201,88888888",
                    "000000012,20200215,20201231",
                    "000000013,20200601,"))
            .csv(
                "jobs",
                List.of(
                    "000000011,2019-06-01,2019-07-01,100.50",
                    "000000012,2020-10-15,2020-11-01,9999999999",
                    "000000011,2010-01-01,2010-02-01,7.00"))
            .csv("support", List.of("000000012,2020-04-10,07", "000000012,2020-05-01,08"));
  }

  @Test
  void comparesWhoStartsWithWhoDoesNotMonthByMonth() throws IOException {
    Cohort cohort = study.cohort("java");
    assertThat(cohort.persons()).isEqualTo(3);
    // 12 trials of 11; 12 is on benefit from the trial of March, starts in April, and has had
    // support afterwards; 13 from the trial of June.
    assertThat(cohort.rows()).isEqualTo(12 + 2 + 7);
    assertThat(cohort.units().index(13)).isEqualTo(LocalDate.of(2020, 4, 1));
    assertThat(cohort.arms().get(13)).isEqualTo("coach");
    Flow flow = cohort.flows().getLast();
    assertThat(flow.steps().get(1).duplications())
        .isEqualTo(Map.of("one for each further trial", 33L));
    assertThat(flow.steps().getLast().losses()).isEqualTo(Map.of("further rows of a person", 18L));
    assertThat(flow.out()).isEqualTo(3);
    assertThat(cohort.column("sex").isMissing(20)).isTrue();
  }

  @Test
  void theFlowBalancesForEverySubgroup() throws IOException {
    study.csv("persons", List.of("000000011,1", "000000012,2", "000000013,-", "000000014,2"));
    GroupFlow flow = study.cohort("java").groupFlows().getFirst();
    assertThat(flow.variable()).isEqualTo("SEX");
    assertThat(flow.codes()).containsExactly("", "1", "2");
    assertThat(flow.ends()).containsExactly("in the cohort", "on_benefit: not 1");
    assertThat(flow.persons()).containsExactly(List.of(1L, 0L), List.of(1L, 0L), List.of(1L, 1L));
  }

  @Test
  void dropsRowsOutsideEveryDeclaredPeriod() throws IOException {
    study.replace("window: ..0 months, absent: zero", "window: -12..0 months, absent: zero");
    FlowStep timely = flow(study.cohort("java"), "jobs").steps().get(3);
    assertThat(timely.losses()).isEqualTo(Map.of("outside every declared period", 1L));
  }

  @Test
  void countsSpellsThatCannotBe() throws IOException {
    study.csv(
        "benefit",
        List.of(
            "000000011,20191201,20191130", "000000011,20191201,20191101", "000000012,,20201231"));
    study.replace("open: [blank, ", "open: [");
    FlowStep timely = flow(study.cohort("java"), "benefit").steps().get(3);
    assertThat(timely.losses())
        .isEqualTo(Map.of("ends before it starts", 2L, "start is not known", 1L));
  }

  @Test
  void aLandmarkStandsSomeMonthsAfterTheFirstStart() throws IOException {
    study
        .replace("design: sequential-trials", "design: landmark")
        .replace(
            "trials: {from: 2020-01-01, to: 2020-12-01, every: month}",
            "index-date: {first-start-of: benefit, from: 2020-01-01, to: 2020-12-31, after-months:"
                + " 2}")
        .replace("    start: STARTED\n", "    start: STARTED\n    window: -2..0 months\n")
        .replace("    open-while: on_benefit\n", "")
        .replace("earlier: 0", "earlier: 0..9");
    Cohort cohort = study.cohort("java");
    assertThat(cohort.rows()).isEqualTo(2);
    assertThat(cohort.units().index(0)).isEqualTo(LocalDate.of(2020, 4, 15));
    assertThat(cohort.arms()).containsExactly("coach", "none");
    assertThat(cohort.flows().getLast().steps().get(1).losses())
        .isEqualTo(Map.of("no spell starts in the period", 1L));
  }

  @Test
  void severalInstrumentsInOneMonthAreALoss() throws IOException {
    study.csv("support", List.of("000000012,2020-04-10,07", "000000012,2020-04-20,08"));
    Cohort cohort = study.cohort("java");
    assertThat(cohort.flows().getLast().steps().get(3).losses())
        .isEqualTo(Map.of("several instruments started", 1L));
  }

  @Test
  void filesOfOtherFormatsGiveTheSameCohort() throws IOException {
    Cohort text = study.cohort("java");
    for (String ending : List.of("sav", "zsav", "dta")) {
      TrialsStudy other = new TrialsStudy(folder);
      write();
      for (String source : List.of("persons", "benefit", "support")) {
        Conversion.convert(
            study.file(source + ".csv"), study.file(source + "." + ending), List.of());
        other
            .replace(source + ".csv", source + "." + ending)
            .replace(
                "lock: \"LOCK "
                    + source
                    + "."
                    + ending
                    + "\"}\n    format: {delimiter: \",\","
                    + " decimal: point, charset: utf-8}",
                "lock: \"LOCK " + source + "." + ending + "\"}");
      }
      Cohort binary = other.cohort("java");
      assertThat(binary.arms()).as(ending).isEqualTo(text.arms());
      assertThat(binary.flows()).as(ending).isEqualTo(text.flows());
      for (String name : text.columns().keySet()) {
        assertThat(CohortText.of(binary, name)).as(name).isEqualTo(CohortText.of(text, name));
      }
    }
  }

  @Test
  void aCouplesBenefitCountsForBoth() throws IOException {
    Files.writeString(
        study.file("benefit.csv"),
        "RINPERSOONS,RINPERSOON,XRINPERSOONS2,XRINPERSOON2,FROM,UNTIL\n"
            + "R,000000011,R,000000012,20191201,88888888\n"
            + "R,000000013,,,20200601,20201231\n");
    assertThat(study.cohort("java").persons()).isEqualTo(2);

    study.replace(
        "    collected-for: benefit",
        "    second-person: [XRINPERSOONS2, XRINPERSOON2]\n    collected-for: benefit");
    for (String engine : List.of("java", "duckdb")) {
      Cohort cohort = study.cohort(engine);
      assertThat(cohort.persons()).isEqualTo(3);
      FlowStep persons = flow(cohort, "benefit").steps().get(1);
      assertThat(persons.duplications()).isEqualTo(Map.of("second person of a shared benefit", 1L));
      assertThat(flow(cohort, "benefit").out()).isEqualTo(3);
    }
  }

  @Test
  void aKeyOfNumbersIsRefused() throws IOException {
    Files.writeString(folder.resolve("numbers.csv"), "RINPERSOONS,RINPERSOON,SEX\nR,111111111,1\n");
    Conversion.convert(study.file("numbers.csv"), study.file("persons.sav"), List.of());
    study
        .replace("persons.csv", "persons.sav")
        .replace(
            "persons.sav\"}\n    format: {delimiter: \",\", decimal: point, charset: utf-8}",
            "persons.sav\"}");
    assertThat(refusal().code()).isEqualTo("linkage.table.key-number");
  }

  @Test
  void undeclaredColumnsAreNamedWithTheNearest() throws IOException {
    Conversion.convert(study.file("support.csv"), study.file("support.sav"), List.of());
    study
        .replace("support.csv", "support.sav")
        .replace(
            "support.sav\"}\n    format: {delimiter: \",\", decimal: point, charset: utf-8}",
            "support.sav\"}")
        .replace("KIND", "KINDS");
    Refusal refusal = refusal();
    assertThat(refusal.code()).isEqualTo("linkage.text.column-missing-near");
    assertThat(refusal.args()).containsExactly("KINDS", "KIND");
  }

  @Test
  void severalRowsOfAOneToOneSourceStopTheRun() throws IOException {
    study.replace("support: {relation: one-to-many}", "support: {relation: one-to-one}");
    assertThat(refusal().code()).isEqualTo("linkage.key.differing-duplicates");
  }

  private Refusal refusal() {
    RefusalException refused =
        catchThrowableOfType(RefusalException.class, () -> study.cohort("java"));
    return refused.refusals().getFirst();
  }

  private static Flow flow(Cohort cohort, String source) {
    return cohort.flows().stream()
        .filter(flow -> flow.of().endsWith(source))
        .findFirst()
        .orElseThrow();
  }

  /** The values of a column as text. */
  private static final class CohortText {
    static List<String> of(Cohort cohort, String name) {
      return switch (cohort.column(name)) {
        case Cohort.Codes codes -> codes.values();
        case Cohort.Numbers numbers ->
            java.util.stream.IntStream.range(0, numbers.size())
                .mapToObj(i -> numbers.isMissing(i) ? "?" : Long.toString(numbers.unscaled(i)))
                .toList();
      };
    }
  }
}
