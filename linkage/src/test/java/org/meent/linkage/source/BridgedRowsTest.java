// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;
import org.meent.protocols.BridgePlan;
import org.meent.protocols.BridgePlan.Conflicts;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.refusal.RefusalException;

/** Rows under an earlier pseudonym within a study: carried, counted, listed and taken back. */
class BridgedRowsTest {
  private static final String PERSONS =
      "RINPERSOONS,RINPERSOON,sex\nR,000000011,m\nR,000000012,v\nR,000000013,v\n";
  private static final String EVENTS =
      """
      RINPERSOONS,RINPERSOON,day,kind
      S,000000091,2019-05-01,a
      S,000000091,2020-05-01,late
      R,000000011,2020-05-01,b
      S,000000099,2019-05-01,nobody
      R,000000012,2019-05-01,c
      """;
  private static final String KEYS =
      "RINPERSOONS,RINPERSOON,set,number,since\nS,000000091,R,000000011,2020-01-01\n";

  @TempDir Path study;

  private Protocol protocol(String persons, String keys, Optional<Conflicts> bridged)
      throws IOException {
    Files.writeString(study.resolve("persons.csv"), persons);
    Files.writeString(study.resolve("events.csv"), EVENTS);
    Files.writeString(study.resolve("keys.csv"), keys);
    SequencedMap<String, SourcePlan> sources = new LinkedHashMap<>();
    sources.put("persons", NswProtocol.source(study, "persons.csv", LinkedFiles.code("sex")));
    SequencedMap<String, SourcePlan.Variable> event = LinkedFiles.code("kind");
    event.putFirst("day", NswProtocol.variable(Type.DATE, 0));
    sources.put("events", dated(NswProtocol.source(study, "events.csv", event)));
    Optional<BridgePlan> bridge =
        bridged.map(
            c -> new BridgePlan("keys", List.of("S"), List.of("set", "number"), "since", c));
    if (bridge.isPresent()) {
      SequencedMap<String, SourcePlan.Variable> later = LinkedFiles.code("set");
      later.putAll(LinkedFiles.code("number"));
      later.put("since", NswProtocol.variable(Type.DATE, 0));
      sources.put("keys", NswProtocol.source(study, "keys.csv", later));
    }
    SequencedMap<String, LinkagePlan.Relation> joins = new LinkedHashMap<>();
    joins.put("events", LinkagePlan.Relation.ONE_TO_MANY);
    LinkagePlan linkage =
        new LinkagePlan(
            "persons",
            List.of("R"),
            joins,
            List.of(),
            new LinkedHashMap<>(),
            0,
            bridge,
            new LinkedHashMap<>());
    return NswProtocol.with(sources, linkage, NswProtocol.cohort());
  }

  /** A source whose rows have a day; the cohort asks nothing of it, so its rows stay untimely. */
  private static SourcePlan dated(SourcePlan plan) {
    return new SourcePlan(
        plan.holder(),
        plan.files(),
        plan.format(),
        plan.key(),
        plan.secondPerson(),
        plan.collectedFor(),
        plan.kind(),
        new SourcePlan.Timing.Event("day"),
        plan.variables(),
        plan.exemption());
  }

  private interface Look {
    void at(Sources sources);
  }

  private void open(Protocol protocol, Look look) {
    try (Engine engine = Engines.open("java", EngineSettings.withDefaults())) {
      look.at(Sources.open(MandateFixture.of(protocol), study, engine));
    }
  }

  private static FlowStep step(Flow flow, String name) {
    return flow.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aRowBeforeTheDayIsCarriedAndOneAfterItIsNot() throws IOException {
    open(
        protocol(PERSONS, KEYS, Optional.of(Conflicts.REFUSE)),
        sources -> {
          Flow events = sources.source("events").flow();
          FlowStep carried = step(events, SourceOpener.CARRIED);
          assertThat(carried.losses()).isEqualTo(Map.of(SourceOpener.EARLIER, 1L));
          assertThat(carried.duplications()).isEqualTo(Map.of(SourceOpener.LATER, 1L));
          assertThat(step(events, SourceOpener.IDENTIFIED).losses())
              .isEqualTo(Map.of("set does not identify", 2L));
          assertThat(sources.bridged())
              .containsExactly(new BridgedRow("events", "events.csv", 2, 1));
          assertThat(sources.flows()).extracting(Flow::of).contains("source keys");
        });
  }

  /** The declaration is all there is: without it the study reads what it read before. */
  @Test
  void withoutTheDeclarationNothingIsCarried() throws IOException {
    open(
        protocol(PERSONS, KEYS, Optional.empty()),
        sources -> {
          assertThat(sources.bridged()).isEmpty();
          assertThat(step(sources.source("events").flow(), SourceOpener.IDENTIFIED).losses())
              .isEqualTo(Map.of("set does not identify", 3L));
        });
  }

  @Test
  void aContradictionStopsTheRunOrCarriesNobody() throws IOException {
    String keys = KEYS + "S,000000091,R,000000012,2020-01-01\n";
    Protocol refuses = protocol(PERSONS, keys, Optional.of(Conflicts.REFUSE));
    assertThat(
            catchThrowableOfType(RefusalException.class, () -> open(refuses, sources -> {}))
                .refusals()
                .getFirst()
                .code())
        .isEqualTo("linkage.bridge.contradicted");
    open(
        protocol(PERSONS, keys, Optional.of(Conflicts.LEAVE_OUT)),
        sources -> {
          assertThat(sources.bridged()).isEmpty();
          Flow flow =
              sources.flows().stream().filter(f -> f.of().equals("source keys")).toList().getLast();
          assertThat(flow.out()).isZero();
        });
  }

  /**
   * Somebody who is in the population under both pseudonyms, with different rows, stops the run.
   */
  @Test
  void aBridgeThatDoublesAPersonStopsTheRun() throws IOException {
    String twice = PERSONS + "S,000000091,v\n";
    Protocol protocol = protocol(twice, KEYS, Optional.of(Conflicts.REFUSE));
    assertThat(
            catchThrowableOfType(RefusalException.class, () -> open(protocol, sources -> {}))
                .refusals()
                .getFirst()
                .code())
        .isEqualTo("linkage.key.differing-duplicates");
  }
}
