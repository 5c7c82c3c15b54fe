// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meent.protocols.BadStudiesTest.bad;
import static org.meent.protocols.BadStudiesTest.forbidden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.BadStudiesTest.Bad;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.Refusal;

/** Mechanisms of a study: what is right, and each fault of it. */
class MechanismPartTest {
  private static final String MECHANISM =
      """
        seed: 1
        mechanisms:
          through-hours:
            effect: main
            mediator: hours
            assumptions: "nobody lost a job in between"
      """;
  private static final String FLOW = "  flow: {kind: flow}\n";

  private static final String OUTPUT = "  why: {kind: mechanism, mechanism: through-hours}\n";

  @TempDir Path folder;

  /** The study with a second outcome that its first effect may go through. */
  private static String study() throws IOException {
    return BadStudiesTest.rightStudy()
        .replace(
            "  outcome: {name: wage_2022, from: work",
            """
              outcomes:
                hours: {from: work, select: count(), where: {year: 2021}, absent: zero}
                wage_2022: {from: work\
            """)
        .replace("    main:\n", "    main:\n      outcome: wage_2022\n")
        .replace("    known-wage:\n", "    known-wage:\n      outcome: wage_2022\n")
        .replace("  seed: 1\n", MECHANISM)
        .replace(FLOW, FLOW + OUTPUT);
  }

  /** The same with days: hours in the second to fifth month, work from the sixth on. */
  private static String trials() throws IOException {
    return BadStudiesTest.study("trials.yaml")
        .replace(
            "  outcome: {name: months_in_work, from: jobs",
            """
              outcomes:
                hours: {from: jobs, select: sum(WAGE), window: 1..6 months, absent: zero}
                months_in_work: {from: jobs\
            """)
        .replace(
            "      estimands: [att]\n", "      outcome: months_in_work\n      estimands: [ate]\n")
        .replace("  seed: 1\n", MECHANISM);
  }

  static List<Bad> faults() {
    return List.of(
        bad("effect: main\n", "effect: mein\n", "study.effect", "\"mein\""),
        bad("effect: main\n", "effect: known-wage\n", "study.mechanism-average", "ate"),
        bad("mediator: hours", "mediator: hour", "study.mechanism-unknown", "hours, wage_2022"),
        bad("mediator: hours", "mediator: arm", "study.mechanism-arm", "the arm itself"),
        bad("mediator: hours", "mediator: wage_2022", "study.mechanism-outcome", "\"wage_2022\""),
        forbidden("mediator: hours", "mediator: age", "study.mechanism-before", "\"age\""),
        forbidden("mediator: hours", "mediator: jobs", "study.mechanism-before", "\"jobs\""),
        bad("\"nobody lost a job in between\"", "\" \"", "yaml.empty-text", "text"),
        bad(
            "      assumptions: \"nobody lost a job in between\"\n",
            "",
            "yaml.missing-key",
            "assumptions"),
        bad("mechanism: through-hours}", "mechanism: other}", "study.mechanism", "through-hours"),
        forbidden("  through-hours:", "  fraud:", "study.control", "fraud"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrong(Bad bad) throws IOException {
    boolean output = bad.code().equals("protocols.study.mechanism");
    BadStudiesTest.check(folder, output ? study() : study().replace(OUTPUT, ""), bad);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1..7 months", "31..190 days"})
  void aMediatorEndsBeforeTheOutcomeBegins(String window) throws IOException {
    assertThat(read(trials()).analysis().further().mechanisms()).hasSize(1);
    // 31..168 days end before the shortest six months do
    read(trials().replace("1..6 months", "31..168 days"));
    Refusal refusal = onlyRefusal(trials().replace("1..6 months", window));
    assertThat(refusal.code()).isEqualTo("protocols.study.mechanism-after");
    assertThat(refusal.where().field()).isEqualTo("analysis.mechanisms.through-hours.mediator");
    assertThat(refusal.sentence(Locale.ENGLISH))
        .contains("\"hours\", measured at " + window, "before months_in_work begins");
  }

  @Test
  void aPartLeavesBesideTheWholeOnly() throws IOException {
    String alone =
        study().replace("kind: estimates, effect: main", "kind: estimates, effect: known-wage");
    Refusal refusal = onlyRefusal(alone);
    assertThat(refusal.code()).isEqualTo("protocols.study.mechanism-alone");
    assertThat(refusal.sentence(Locale.ENGLISH)).contains("the estimates of main");
  }

  private Refusal onlyRefusal(String study) throws IOException {
    List<Refusal> refusals = BadStudiesTest.readRefused(folder, study).refusals();
    assertThat(refusals).hasSize(1);
    return refusals.getFirst();
  }

  @Test
  void aProtectedMediatorAndOneOfPeopleWhoKeepToTheirArmAreRefused() throws IOException {
    BadStudiesTest.check(
        folder,
        study()
            .replace(OUTPUT, "")
            .replace("  mechanisms:\n", "  protected: [degree]\n  mechanisms:\n"),
        forbidden(
            "mediator: hours", "mediator: degree", "study.mechanism-protected", "never a reason"));
    String keeping =
        trials()
            .replace("counts-as: initiation", "counts-as: per-protocol\n    weights-by: [earned]");
    assertThat(onlyRefusal(keeping).code()).isEqualTo("protocols.study.mechanism-keeping");
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    Protocol protocol = read(study());
    assertThat(protocol.analysis().further().mechanisms().firstEntry().getValue())
        .isEqualTo(new MechanismPlan("main", "hours", "nobody lost a job in between"));
    assertThat(protocol.outputs().get("why")).isEqualTo(new OutputPlan.Mechanism("through-hours"));
  }

  @Test
  void everyValueIsSignedAndNothingWhereNothingIsAsked() throws IOException {
    assertThat(CanonicalJson.write(ProtocolDigest.canonical(read(BadStudiesTest.rightStudy()))))
        .doesNotContain("mechanism");
    Map<String, String> changes =
        Map.of(
            "effect: main\n      mediator",
            "effect: other\n      mediator",
            "mediator: hours",
            "mediator: days",
            "lost a job",
            "found a job",
            "  through-hours:",
            "  by-hours:",
            OUTPUT,
            "");
    Set<String> digests = new LinkedHashSet<>(List.of(ProtocolDigest.of(read(study()))));
    for (Map.Entry<String, String> change : changes.entrySet()) {
      assertThat(study()).contains(change.getKey());
      String changed =
          study()
              .replace(change.getKey(), change.getValue())
              .replace(
                  "    hours: {",
                  change.getValue().contains("days") ? "    days: {" : "    hours: {")
              .replace(
                  "  effects:\n    main:\n",
                  change.getValue().contains("other")
                      ? "  effects:\n    other:\n"
                      : "  effects:\n    main:\n")
              .replace(
                  "estimates, effect: main",
                  change.getValue().contains("other")
                      ? "estimates, effect: other"
                      : "estimates, effect: main")
              .replace(
                  "mechanism: through-hours}",
                  change.getValue().contains("by-hours")
                      ? "mechanism: by-hours}"
                      : "mechanism: through-hours}");
      digests.add(ProtocolDigest.of(read(changed)));
    }
    assertThat(digests).hasSize(changes.size() + 1);
  }

  private Protocol read(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    return ProtocolFile.read(folder);
  }
}
