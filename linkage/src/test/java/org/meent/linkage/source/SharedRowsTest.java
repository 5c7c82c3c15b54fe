// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.format.file.Conversion;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.RefusalException;

/** Rows with room for two persons, in the columns of BIJSTANDUITKERINGTAB as the world has them. */
class SharedRowsTest {
  private static final String HEADER =
      "RINPERSOONS,RINPERSOON,XRINPERSOONS2,XRINPERSOON2,BIJSTANDStatistiekcodeA\n";
  private static final List<String> ROWS =
      List.of(
          "R,000000011,R,000000012,01", // a couple
          "R,000000013,,,02", // nobody else
          "R,000000014,S,000000015,03", // a second person who is not identified
          "R,000000016,R,000000016,04", // one person twice
          "R,000000000,R,000000017,05", // a junk first person
          ",,R,000000018,06", // no first person
          ",,,,07", // nobody at all
          "R,000000019,R,,08"); // a second person without number

  @TempDir Path study;

  @Test
  void aRowOfACoupleBecomesARowForEach() throws IOException {
    benefit(ROWS);
    opened(
        "benefit.csv",
        (flow, rows) -> {
          assertThat(rows)
              .containsExactly(
                  "11 01", "12 01", "13 02", "14 03", "16 04", "17 05", "18 06", "19 08");
          assertSteps(flow);
        });
  }

  /** 8 rows + 6 second persons - 1 written twice = 13; 5 of these cannot be used. */
  private static void assertSteps(Flow flow) {
    assertThat(flow.steps())
        .extracting(FlowStep::name)
        .startsWith("read", "one row for each person", "keep identified keys", "drop junk keys");
    FlowStep persons = flow.steps().get(1);
    assertThat(persons.in()).isEqualTo(8);
    assertThat(persons.duplications()).isEqualTo(Map.of("second person of a shared benefit", 6L));
    assertThat(persons.losses()).isEqualTo(Map.of("written twice in one row", 1L));
    assertThat(persons.out()).isEqualTo(13);
    assertThat(flow.steps().get(2).losses())
        .isEqualTo(Map.of("set does not identify", 1L, "set is blank", 2L));
    assertThat(flow.steps().get(3).losses())
        .isEqualTo(Map.of("number is all zeros", 1L, "number is blank", 1L));
    assertThat(flow.out()).isEqualTo(8);
  }

  @Test
  void doesNotDependOnTheOrderOfRowsOrOnWhoIsFirst() throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      List<String> shuffled = new ArrayList<>(ROWS);
      shuffled.set(0, "R,000000012,R,000000011,01");
      Collections.shuffle(shuffled, new Random(seed));
      benefit(shuffled);
      opened(
          "benefit.csv",
          (flow, rows) -> {
            assertThat(rows)
                .containsExactly(
                    "11 01", "12 01", "13 02", "14 03", "16 04", "17 05", "18 06", "19 08");
            assertSteps(flow);
          });
    }
  }

  @Test
  void filesThatKnowTheirColumnsGiveTheSame() throws IOException {
    benefit(ROWS);
    for (String ending : List.of("sav", "dta")) {
      String file = "benefit." + ending;
      Conversion.convert(study.resolve("benefit.csv"), study.resolve(file), List.of());
      opened(file, (flow, rows) -> assertSteps(flow));
    }
  }

  @Test
  void aMissingColumnOfTheSecondPersonIsNamedWithTheNearest() throws IOException {
    Files.writeString(study.resolve("benefit.csv"), HEADER.replace("XRINPERSOON2", "XRINPERSON2"));
    RefusalException refused =
        catchThrowableOfType(
            RefusalException.class, () -> opened("benefit.csv", (flow, rows) -> {}));
    assertThat(refused.refusals()).hasSize(1);
    assertThat(refused.refusals().getFirst().code()).isEqualTo("linkage.text.column-missing-near");
    assertThat(refused.refusals().getFirst().args()).containsExactly("XRINPERSOON2", "XRINPERSON2");
  }

  private void benefit(List<String> rows) throws IOException {
    Files.writeString(study.resolve("benefit.csv"), HEADER + String.join("\n", rows) + "\n");
  }

  /** What stands in the engine, as pseudonym and code. */
  private interface Seen {
    void look(Flow flow, List<String> rows);
  }

  private void opened(String file, Seen seen) throws IOException {
    StringBuilder everybody = new StringBuilder("RINPERSOONS,RINPERSOON,sex\n");
    for (int person = 11; person <= 19; person++) {
      everybody.append("R,0000000").append(person).append(",1\n");
    }
    Files.writeString(study.resolve("persons.csv"), everybody);
    SequencedMap<String, SourcePlan> sources = new LinkedHashMap<>();
    sources.put("persons", NswProtocol.source(study, "persons.csv", code("sex")));
    sources.put("benefit", shared(file));
    SequencedMap<String, LinkagePlan.Relation> joins = new LinkedHashMap<>();
    joins.put("benefit", LinkagePlan.Relation.ONE_TO_MANY);
    LinkagePlan linkage = new LinkagePlan("persons", List.of("R"), joins, List.of());
    try (Engine engine = Engines.open("java", EngineSettings.withDefaults())) {
      OpenedSource benefit =
          Sources.open(
                  MandateFixture.of(NswProtocol.with(sources, linkage, NswProtocol.cohort())),
                  study,
                  engine)
              .source("benefit");
      var table = engine.fetch(benefit.rows(), List.of());
      List<String> rows = new ArrayList<>();
      for (int row = 0; row < table.size(); row++) {
        rows.add(table.number(row, 0) + " " + table.text(row, 1));
      }
      seen.look(benefit.flow(), rows.stream().sorted().toList());
    }
  }

  private SourcePlan shared(String file) {
    SourcePlan one = NswProtocol.source(study, file, code("BIJSTANDStatistiekcodeA"));
    return new SourcePlan(
        one.holder(),
        one.files(),
        one.format(),
        one.key(),
        List.of("XRINPERSOONS2", "XRINPERSOON2"),
        one.collectedFor(),
        one.kind(),
        one.timing(),
        one.variables(),
        one.exemption());
  }

  private static SequencedMap<String, SourcePlan.Variable> code(String name) {
    SequencedMap<String, SourcePlan.Variable> variables = new LinkedHashMap<>();
    variables.put(name, NswProtocol.variable(SourcePlan.Type.CODE, 0));
    return variables;
  }
}
