// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meent.protocols.BadStudiesTest.bad;
import static org.meent.protocols.BadStudiesTest.forbidden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.protocols.BadStudiesTest.Bad;
import org.meent.protocols.CohortPlan.CountsAs;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;

/** Grace, clones, keeping to an arm and several outcomes: what is right, and each fault of it. */
class BadKeepingTest {
  private static final String INITIATION =
      "    open-while: on_benefit\n    counts-as: initiation\n";
  private static final String PER_PROTOCOL =
      "    open-while: on_benefit\n    counts-as: per-protocol\n    weights-by: [earned]\n";

  @TempDir Path folder;

  static List<Bad> trials() {
    return List.of(
        bad(INITIATION, "    counts-as: initiation\n", "study.open-while-needed", "always"),
        bad("open-while: on_benefit", "open-while: earned", "study.open-while", "\"earned\""),
        bad("open-while: on_benefit", "open-while: on_benefits", "study.open-while", "state-at()"),
        bad("as: initiation", "as: per-protocol", "study.weights-by-needed", "weights-by"),
        bad("as: initiation", "as: staying", "yaml.not-in-list", "initiation, per-protocol"),
        bad(
            "as: initiation\n",
            "as: initiation\n    weights-by: [earned]\n",
            "study.weights-by-not-asked",
            "per-protocol"),
        bad(
            INITIATION,
            PER_PROTOCOL.replace("[earned]", "[sex]"),
            "study.weights-by-missing",
            "\"sex\""),
        bad(INITIATION, PER_PROTOCOL.replace("earned", "earns"), "study.covariate", "earned"),
        bad("every: month}", "every: month}\n  grace: 0", "yaml.not-an-integer", "from 1"));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void saysWhatIsWrong(Bad bad) throws IOException {
    BadStudiesTest.check(folder, BadStudiesTest.study("trials.yaml"), bad);
  }

  static List<Bad> clones() {
    return List.of(
        bad("  grace: 6\n", "", "yaml.missing-key", "grace"),
        bad("    weights-by: [earned]\n", "", "study.weights-by-needed", "weights-by"),
        bad("    open-while: on_benefit\n", "", "study.open-while-needed", "always"),
        bad(
            "    variable: KIND\n    start: STARTED\n",
            "    variable: KIND\n",
            "study.treatment-start",
            "start"),
        bad(
            "    start: STARTED\n",
            "    start: STARTED\n    window: 0..6 months\n",
            "study.trial-window",
            "grace"),
        forbidden("0..24 months", "-1..24 months", "study.outcome-before-index", "outcome"),
        bad("outcome: exit", "outcome: exits", "study.outcome", "months_in_work"));
  }

  @ParameterizedTest
  @MethodSource("clones")
  void saysWhatIsWrongWithClones(Bad bad) throws IOException {
    BadStudiesTest.check(folder, cloning(), bad);
  }

  @Test
  void readsClonesAndSeveralOutcomes() throws IOException {
    Protocol protocol = read(cloning());
    CohortPlan cohort = protocol.cohort();
    assertThat(cohort.design().clones()).isTrue();
    assertThat(cohort.design().grace()).isEqualTo(6);
    assertThat(cohort.treatment().countsAs()).isEqualTo(CountsAs.INITIATION);
    assertThat(cohort.treatment().weightsBy()).containsExactly("earned");
    assertThat(cohort.censors()).isTrue();
    assertThat(cohort.outcomes().sequencedKeySet()).containsExactly("months_in_work", "exit");
    assertThat(cohort.outcome().name()).isEqualTo("months_in_work");
    // The outcome that ends last decides how long people are followed.
    assertThat(cohort.monthsOfStarts()).isEqualTo(24);
    assertThat(protocol.analysis().effects().firstEntry().getValue().outcome()).isEqualTo("exit");
    assertThat(cohort.windows("support")).hasSize(3);
  }

  @Test
  void isSigned() throws IOException {
    String right = cloning();
    assertThat(CanonicalJson.write(ProtocolDigest.canonical(read(right))))
        .contains("clone-censor-weight", "weights-by", "open-while", "outcomes");
    for (String[] change :
        List.of(
            new String[] {"grace: 6", "grace: 5"},
            new String[] {"[earned]\n  outcomes", "[last_wage]\n  outcomes"},
            new String[] {"open-while: on_benefit", "open-while: always"},
            new String[] {"outcome: exit", "outcome: months_in_work"},
            new String[] {"as: initiation", "as: per-protocol"})) {
      assertThat(right).contains(change[0]);
      assertThat(ProtocolDigest.of(read(right.replace(change[0], change[1]))))
          .as(change[1])
          .isNotEqualTo(ProtocolDigest.of(read(right)));
    }
  }

  /** The same study with clones, a grace of six months and two outcomes. */
  private static String cloning() throws IOException {
    return BadStudiesTest.study("trials.yaml")
        .replace("design: sequential-trials", "design: clone-censor-weight\n  grace: 6")
        .replace(INITIATION, INITIATION + "    weights-by: [earned]\n")
        .replace(
            "  outcome: {name: months_in_work, from: jobs, select: months-in-state(),"
                + " window: 6..30 months,",
            "  outcomes:\n"
                + "    months_in_work: {from: jobs, select: months-in-state(),"
                + " window: 0..24 months,")
        .replace(
            "\"months in work\"}\n",
            "\"months in work\"}\n    exit: {from: benefit, select: count(),"
                + " window: 0..12 months, absent: zero}\n")
        .replace("    main:\n", "    main:\n      outcome: exit\n");
  }

  private Protocol read(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    return ProtocolFile.read(folder);
  }
}
