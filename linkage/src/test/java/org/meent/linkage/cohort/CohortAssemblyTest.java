// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.ethics.Mandate;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.source.MandateFixture;
import org.meent.linkage.source.NswProtocol;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Select;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.RefusalException;

class CohortAssemblyTest {
  @TempDir Path folder;

  private static Cohort assemble(Path study, Protocol protocol, String engineName, int threads) {
    EngineSettings settings = EngineSettings.withDefaults().withThreads(threads);
    Mandate mandate = MandateFixture.of(protocol);
    try (Engine engine = Engines.open(engineName, settings)) {
      return CohortAssembly.assemble(
          mandate, Sources.open(mandate, study, engine), engine, SharesModel::learn);
    }
  }

  /**
   * LaLonde (1986): 297 treated, 425 not, difference of earnings in 1978 886.30; Dehejia and Wahba
   * (1999): 445 with earnings in 1974, difference 1,794.34.
   */
  @ParameterizedTest
  @CsvSource({"duckdb,1", "duckdb,2", "java,1"})
  void makesTheCohortOfTheExperiment(String engine, int threads) {
    Path study = NswProtocol.example("nsw");
    Cohort cohort = assemble(study, NswProtocol.over(study), engine, threads);

    assertThat(cohort.persons()).isEqualTo(722);
    assertThat(cohort.arms()).filteredOn("supported-work"::equals).hasSize(297);
    assertThat(cohort.arms()).filteredOn("none"::equals).hasSize(425);
    assertThat(cohort.columns().sequencedKeySet())
        .containsExactly(
            "age",
            "education",
            "black",
            "hispanic",
            "married",
            "nodegree",
            "earnings_1974",
            "earnings_1975",
            "earnings_1978");
    Cohort.Numbers before = (Cohort.Numbers) column(cohort, "earnings_1974");
    assertThat(known(before)).isEqualTo(445);
    assertThat(before.scale()).isEqualTo(2);
    assertThat(difference(cohort, false)).isCloseTo(886.30, within(0.01));
    assertThat(difference(cohort, true)).isCloseTo(1794.34, within(0.01));

    Flow flow = cohort.flows().getLast();
    assertThat(cohort.flows()).hasSize(4);
    assertThat(flow.of()).isEqualTo("cohort");
    assertThat(flow.steps()).extracting(FlowStep::out).containsExactly(722L, 722L, 722L, 722L);
    assertThat(cohort.toString()).doesNotContain("unscaled").startsWith("cohort of 722 persons");
  }

  @Test
  void makesTheObservationalCohort() {
    Path study = NswProtocol.example("nsw-psid");
    Cohort cohort = assemble(study, NswProtocol.over(study), "duckdb", 1);
    // Dehejia and Wahba (1999): 185 treated; LaLonde (1986), PSID-1: 2,490.
    assertThat(cohort.persons()).isEqualTo(185 + 2490);
    assertThat(cohort.arms()).filteredOn("supported-work"::equals).hasSize(185);
  }

  @Test
  void doesNotDependOnTheOrderOfRows() throws IOException {
    Path study = NswProtocol.example("nsw");
    String expected = show(assemble(study, NswProtocol.over(study), "duckdb", 1));
    for (int seed = 1; seed <= 3; seed++) {
      Path shuffled = folder.resolve("shuffled" + seed);
      Files.createDirectories(shuffled.resolve("data"));
      for (String name : List.of("persons.csv", "earnings.csv", "participation.csv")) {
        List<String> lines = new ArrayList<>(Files.readAllLines(study.resolve("data", name)));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
        Files.write(shuffled.resolve("data", name), lines);
      }
      Cohort cohort = assemble(shuffled, NswProtocol.over(shuffled), "duckdb", 2);
      assertThat(show(cohort)).isEqualTo(expected);
    }
  }

  @Test
  void tellsWhereEveryColumnComesFrom() {
    Path study = NswProtocol.example("nsw");
    Protocol protocol = NswProtocol.over(study);
    Cohort cohort = assemble(study, protocol, "java", 1);
    assertThat(cohort.lineage()).hasSize(1 + cohort.columns().size());
    assertThat(cohort.lineage().getFirst().column()).isEqualTo("arm");
    Lineage outcome = cohort.lineage().getLast();
    assertThat(outcome)
        .isEqualTo(
            new Lineage(
                "earnings_1978",
                "earnings",
                List.of(
                    new SourcePlan.LockedPath(
                        "data/earnings.csv",
                        NswProtocol.sha256(study.resolve("data/earnings.csv")))),
                List.of("earnings", "year"),
                "sum",
                new LinkedHashMap<>(Map.of("year", "1978")),
                "",
                "refuse"));
  }

  @Test
  void countsWhoIsLostAndWhy() throws IOException {
    write(
        "persons.csv",
        "age,education,black,hispanic,married,nodegree",
        "R,000000011,20,10,1,0,0,1",
        "R,000000012,,10,1,0,0,1",
        "R,000000013,22,10,,0,0,1",
        "R,000000014,23,10,1,0,0,1",
        "R,000000015,24,10,1,0,0,1",
        "R,000000016,24,10,1,0,0,1");
    write(
        "earnings.csv",
        "year,earnings",
        "R,000000011,1975,1.50",
        "R,000000011,1978,2.25",
        "R,000000011,1978,2.25",
        "R,000000012,1975,1.50",
        "R,000000012,1978,2.25",
        "R,000000013,1975,1.50",
        "R,000000013,1978,2.25",
        "R,000000014,1978,2.25",
        "R,000000015,1978,",
        "R,000000015,1975,3",
        "R,000000016,1978,1");
    write("participation.csv", "instrument", "R,000000011,SW", "R,000000016,XX");
    Cohort cohort = assemble(folder, NswProtocol.over(folder), "duckdb", 1);

    assertThat(cohort.persons()).isEqualTo(1);
    // Two equal rows of a one-to-many source are two events: 2.25 + 2.25.
    assertThat(((Cohort.Numbers) column(cohort, "earnings_1978")).unscaled(0)).isEqualTo(450);
    assertThat(cohort.arms()).containsExactly("supported-work");
    assertThat(cohort.flows().getLast().steps())
        .extracting(FlowStep::losses)
        .containsExactly(
            new java.util.TreeMap<>(),
            new java.util.TreeMap<>(Map.of("instrument outside the declared arms", 1L)),
            new java.util.TreeMap<>(Map.of("earnings_1978: not known", 1L)),
            new java.util.TreeMap<>(
                Map.of("age: not known", 1L, "black: not known", 1L, "earnings_1975: no row", 1L)));
  }

  @Test
  void contradictionsStopTheRun() throws IOException {
    write(
        "persons.csv", "age,education,black,hispanic,married,nodegree", "R,000000011,2,1,1,0,0,1");
    write("earnings.csv", "year,earnings", "R,000000011,1978,76543.21", "R,000000011,1978,1");
    write("participation.csv", "instrument");
    CohortPlan plan =
        NswProtocol.cohort(
            NswProtocol.derived(
                "o", "earnings", Select.VALUE, "earnings", Map.of("year", "1978"), Absent.REFUSE),
            new LinkedHashMap<>());
    Protocol protocol = NswProtocol.with(NswProtocol.sources(folder), NswProtocol.linkage(), plan);
    assertThatThrownBy(() -> assemble(folder, protocol, "duckdb", 1))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e ->
                assertThat(e.refusals().getFirst().code())
                    .isEqualTo("linkage.cohort.several-values"))
        .hasMessageNotContaining("76543")
        .hasMessageNotContaining("000000011");
  }

  @Test
  void saysEverythingThatIsWrongWithAPlan() {
    Path study = NswProtocol.example("nsw");
    SequencedMap<String, Derived> covariates = new LinkedHashMap<>();
    covariates.put(
        "a", NswProtocol.derived("a", "nowhere", Select.VALUE, "x", Map.of(), Absent.REFUSE));
    covariates.put(
        "b", NswProtocol.derived("b", "persons", Select.VALUE, "weight", Map.of(), Absent.REFUSE));
    covariates.put(
        "c", NswProtocol.derived("c", "persons", Select.SUM, "black", Map.of(), Absent.ZERO));
    covariates.put(
        "d",
        NswProtocol.derived(
            "d", "earnings", Select.COUNT, "", Map.of("year", "19x8"), Absent.ZERO));
    covariates.put(
        "arm", NswProtocol.derived("arm", "persons", Select.VALUE, "age", Map.of(), Absent.REFUSE));
    CohortPlan plan = NswProtocol.cohort(NswProtocol.earningsOf(1978, Absent.REFUSE), covariates);
    Protocol protocol = NswProtocol.with(NswProtocol.sources(study), NswProtocol.linkage(), plan);
    assertThatThrownBy(() -> assemble(study, protocol, "java", 1))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e ->
                assertThat(e.refusals().stream().map(r -> r.code()).toList())
                    .containsExactly(
                        "linkage.cohort.unknown-source",
                        "linkage.cohort.undeclared",
                        "linkage.cohort.type",
                        "linkage.cohort.no-zero",
                        "linkage.cohort.condition",
                        "linkage.cohort.name-twice"));
  }

  private void write(String name, String columns, String... rows) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("data", name),
        "RINPERSOONS,RINPERSOON,"
            + columns
            + "\n"
            + String.join("", List.of(rows).stream().map(row -> row + "\n").toList()));
  }

  private static Cohort.Column column(Cohort cohort, String name) {
    Cohort.Column column = cohort.columns().get(name);
    if (column == null) {
      throw new AssertionError("no column " + name);
    }
    return column;
  }

  private static int known(Cohort.Column column) {
    int known = 0;
    for (int i = 0; i < column.size(); i++) {
      known += column.isMissing(i) ? 0 : 1;
    }
    return known;
  }

  private static double difference(Cohort cohort, boolean known1974) {
    Cohort.Numbers outcome = (Cohort.Numbers) column(cohort, "earnings_1978");
    Cohort.Column before = column(cohort, "earnings_1974");
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int i = 0; i < cohort.persons(); i++) {
      if (!known1974 || !before.isMissing(i)) {
        int arm = cohort.arms().get(i).equals("none") ? 0 : 1;
        sums[arm] += outcome.value(i);
        counts[arm]++;
      }
    }
    return sums[1] / counts[1] - sums[0] / counts[0];
  }

  private static String show(Cohort cohort) {
    StringBuilder text = new StringBuilder(cohort.arms().toString()).append(cohort.flows());
    cohort
        .columns()
        .forEach(
            (name, column) -> {
              text.append(name);
              for (int i = 0; i < column.size(); i++) {
                text.append(column.isMissing(i)).append(' ');
                text.append(
                    switch (column) {
                      case Cohort.Codes codes -> codes.values().get(i);
                      case Cohort.Numbers numbers -> Long.toString(numbers.unscaled(i));
                    });
              }
            });
    return text.toString();
  }
}
