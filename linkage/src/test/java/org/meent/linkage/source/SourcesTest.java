// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;

/** The flow of examples/nsw: its blemishes are documented in examples/nsw/make/MakeData.java. */
class SourcesTest {

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "java"})
  void accountsForEveryRowOfTheExample(String engineName) {
    Path study = NswProtocol.example("nsw");
    try (Engine engine = Engines.open(engineName, EngineSettings.withDefaults())) {
      Sources sources = Sources.open(MandateFixture.of(NswProtocol.over(study)), study, engine);

      // 722 persons (LaLonde 1986, Table 1: 297 + 425) and one row delivered twice.
      Flow persons = sources.base().flow();
      assertThat(persons.steps()).extracting(FlowStep::in).containsExactly(723L, 723L, 723L, 723L);
      assertThat(persons.steps().getLast().losses())
          .isEqualTo(Map.of("identical duplicate row", 1L));
      assertThat(persons.out()).isEqualTo(722);

      // 722 in 1975 and 1978, 445 in 1974, one 'S' key, one junk key.
      Flow earnings = sources.source("earnings").flow();
      assertThat(earnings.steps().getFirst().out()).isEqualTo(722 + 722 + 445 + 2);
      assertThat(earnings.steps().get(1).losses()).isEqualTo(Map.of("set does not identify", 1L));
      assertThat(earnings.steps().get(2).losses()).isEqualTo(Map.of("number is all zeros", 1L));
      assertThat(earnings.out()).isEqualTo(722 + 722 + 445);
      assertThat(sources.source("earnings").repeatedRows()).isZero();

      // 297 treated and one person who is not in persons.
      Flow participation = sources.source("participation").flow();
      assertThat(participation.steps().getFirst().out()).isEqualTo(298);
      assertThat(participation.steps().getLast().losses())
          .isEqualTo(Map.of("person is not in the population", 1L));
      assertThat(participation.out()).isEqualTo(297);
      assertThat(engine.count(Relation.scan("participation/matched"))).isEqualTo(297);
    }
  }
}
