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
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** How people leave, and possible harm: what is right, and each fault of it. */
class BadExitsTest {
  private static final String HARM =
      """
        possible-harm:
          leaving-without-income: {not-measured: "the sources hold work only"}
          return-within-12-months: {not-measured: "nobody is followed that long"}
      """;
  private static final String MEASURED =
      """
        exits:
          coach:
            contrast: {arm: coach, reference: none}
            covariates: [earned]
            estimand: att
            horizon: 18 months
        possible-harm:
          leaving-without-income: {outcome: exit-without-income}
          return-within-12-months: {outcome: exit-returned}
      """;
  private static final String EXITS =
      """
        exits:
          name: exit
          from: benefit
          gaps: 31 days
          follow: 24 months
          within: 31 days
          kinds:
            work: {from: jobs}
            support: {from: support, where: {KIND: "07 | 08"}}
          otherwise: without-income
          returns-of: 12 months
          known-until: 2023-12-31
      """;

  @TempDir Path folder;

  static List<Bad> exits() {
    return List.of(
        bad(
            "from: benefit\n    gaps",
            "from: persons\n    gaps",
            "study.exits-undated",
            "\"persons\""),
        bad(
            "from: benefit\n    gaps",
            "from: support\n    gaps",
            "study.exits-spells",
            "\"support\""),
        bad("work: {from: jobs}", "work: {from: persons}", "study.exits-undated", "\"persons\""),
        bad("work: {from: jobs}", "work: {from: job}", "study.source", "jobs"),
        bad("work: {from: jobs}", "returned: {from: jobs}", "study.exits-kind", "\"returned\""),
        bad(
            "work: {from: jobs}",
            "without-income: {from: jobs}",
            "study.exits-kind",
            "\"without-income\""),
        forbidden("work: {from: jobs}", "sanction: {from: jobs}", "study.control", "sanct"),
        bad("{KIND: \"07 | 08\"}", "{KINDS: \"07\"}", "study.variable", "STARTED, KIND"),
        bad("follow: 24 months", "follow: 24 days", "study.steps", "120 months"),
        bad("within: 31 days", "within: 0 days", "study.steps", "366 days"),
        bad("returns-of: 12 months", "returns-of: 25 months", "study.steps", "24 months"),
        bad("name: exit", "name: exit\n    label: x", "yaml.unknown-key", "label"),
        bad("otherwise: without-income", "otherwise: unknown", "yaml.not-in-list", "other"),
        bad("horizon: 18 months", "horizon: 25 months", "study.steps", "24 months"),
        bad("estimand: att", "estimand: overlap", "yaml.not-in-list", "ate, att, atc"),
        bad(
            "covariates: [earned]\n      estimand",
            "covariates: []\n      estimand",
            "yaml.too-few",
            "1"),
        bad(
            "covariates: [earned]\n      estimand",
            "covariates: [sex]\n      estimand",
            "study.may-be-missing",
            "\"sex\""),
        bad("outcome: exit-returned", "outcome: exit-work", "study.harm-outcome", "\"exit-work\""),
        bad("{outcome: exit-returned}", "{}", "study.harm-one", "not-measured"),
        forbidden(
            "outcome: exit-returned",
            "not-measured: no",
            "study.harm-is-measured",
            "exit-returned"),
        bad(
            "kind: exit-curves, exits: coach",
            "kind: exit-curves, exits: c",
            "study.exits-name",
            "c"),
        bad(
            "  flow: {kind: flow}",
            "  effects-main-exit-returned: {kind: flow}",
            "study.harm-output",
            "effects-main-exit-returned"));
  }

  @ParameterizedTest
  @MethodSource("exits")
  void saysWhatIsWrong(Bad bad) throws IOException {
    BadStudiesTest.check(folder, leaving(), bad);
  }

  static List<Bad> withoutExits() {
    return List.of(
        bad(
            "    return-within-12-months: {not-measured: \"nobody is followed that long\"}\n",
            "",
            "yaml.missing-key",
            "return-within-12-months"),
        bad(
            "{not-measured: \"the sources hold work only\"}",
            "{outcome: exit-without-income}",
            "study.outcome",
            "months_in_work"),
        bad(
            HARM,
            MEASURED.replace("outcome: exit-", "not-measured: exit-"),
            "study.exits-needed",
            "cohort.exits"));
  }

  @ParameterizedTest
  @MethodSource("withoutExits")
  void saysWhatIsWrongOfHarm(Bad bad) throws IOException {
    BadStudiesTest.check(folder, BadStudiesTest.study("trials.yaml"), bad);
  }

  /** Faults whose sentence stands elsewhere, or that bring others with them. */
  @Test
  void saysWhatFollowsFromAFault() throws IOException {
    assertThat(codes(leaving().replace("last_wage: {from", "exit-month: {from")))
        .containsExactly("protocols.study.name-taken");
    assertThat(codes(leaving().replace("2023-12-31", "2021-01-15")))
        .containsExactly(
            "protocols.study.exits-unseen", "protocols.study.outcome", "protocols.study.outcome");
    // Return is known of everybody by then, ways of leaving are not.
    assertThat(codes(leaving().replace("2023-12-31", "2022-12-31")))
        .containsExactly("protocols.study.outcome");
    assertThat(codes(BadStudiesTest.study("trials.yaml").replace(HARM, "")))
        .containsExactly("protocols.study.harm-needed");
  }

  private List<String> codes(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    try {
      ProtocolFile.read(folder);
      return List.of();
    } catch (RefusalException e) {
      return e.refusals().stream().map(Refusal::code).toList();
    }
  }

  @Test
  void readsExits() throws IOException {
    Protocol protocol = read(leaving());
    ExitPlan exits = protocol.cohort().exits().orElseThrow();
    assertThat(exits.kindNames()).containsExactly("work", "support", "without-income");
    assertThat(exits.kinds().lastEntry().getValue().alternatives())
        .extracting(where -> where.get("KIND"))
        .containsExactly("07", "08");
    assertThat(protocol.cohort().exitOutcomes())
        .containsExactly("exit-work", "exit-support", "exit-without-income", "exit-returned");
    // A grace of one month, then 24 months of exits, are longer than 30 months of the outcome? No.
    assertThat(protocol.cohort().followUp()).isEqualTo(30);
    assertThat(protocol.cohort().label("exit-work")).contains("24 months").contains("work");
    assertThat(protocol.requested().sequencedKeySet())
        .containsExactly(
            "flow",
            "flow-by-sex",
            "effects-main",
            "effects-main-exit-without-income",
            "effects-main-exit-returned",
            "leaving");
    assertThat(protocol.analysis().estimated().sequencedKeySet())
        .containsExactly("main", "main/exit-without-income", "main/exit-returned");
  }

  /** Where the data end too early, what is not known of everybody is no outcome. */
  @Test
  void outcomesAreKnownOfEverybody() throws IOException {
    String early = leaving().replace("{outcome: exit-returned}", "{not-measured: \"too early\"}");
    // Trials until 2020-12-01 and a month of grace: 24 months and 31 days later is 2023-02-01.
    assertThat(outcomes(early.replace("2023-12-31", "2023-01-31"))).contains("exit-work");
    String work = early.replace("{outcome: exit-without-income}", "{not-measured: \"too early\"}");
    assertThat(outcomes(work.replace("2023-12-31", "2022-12-30"))).isEmpty();
  }

  private List<String> outcomes(String study) throws IOException {
    return read(study.replace("returns-of: 12", "returns-of: 24")).cohort().exitOutcomes();
  }

  @Test
  void isSigned() throws IOException {
    String right = leaving();
    assertThat(CanonicalJson.write(ProtocolDigest.canonical(read(right))))
        .contains("known-until", "possible-harm", "exit-curves");
    for (String[] change :
        List.of(
            new String[] {"gaps: 31", "gaps: 30"},
            new String[] {"within: 31", "within: 32"},
            new String[] {"follow: 24", "follow: 23"},
            new String[] {"otherwise: without-income", "otherwise: other"},
            new String[] {"07 | 08", "08 | 07"},
            new String[] {"returns-of: 12", "returns-of: 11"},
            new String[] {"known-until: 2023-12-31", "known-until: 2023-12-30"},
            new String[] {"horizon: 18", "horizon: 17"},
            new String[] {"estimand: att", "estimand: ate"})) {
      String changed = right.replace(change[0], change[1]);
      if (change[1].contains("other")) {
        changed = changed.replace("{outcome: exit-without-income}", "{not-measured: unknown}");
      }
      assertThat(ProtocolDigest.of(read(changed)))
          .as(change[1])
          .isNotEqualTo(ProtocolDigest.of(read(right)));
    }
  }

  /** What is not declared stands in no digest. */
  @Test
  void otherProtocolsSayNothingOfExits() throws IOException {
    assertThat(
            CanonicalJson.write(
                ProtocolDigest.canonical(read(BadStudiesTest.study("trials.yaml")))))
        .doesNotContain("exits")
        .doesNotContain("known-until");
  }

  private static String leaving() throws IOException {
    return BadStudiesTest.study("trials.yaml")
        .replace(HARM, MEASURED)
        .replace("analysis:\n", EXITS + "analysis:\n")
        .replace(
            "effects-main: {kind: estimates, effect: main}\n",
            "effects-main: {kind: estimates, effect: main}\n"
                + "  leaving: {kind: exit-curves, exits: coach}\n");
  }

  private Protocol read(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    return ProtocolFile.read(folder);
  }
}
