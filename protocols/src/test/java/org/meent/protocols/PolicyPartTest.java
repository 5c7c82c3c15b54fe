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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.protocols.BadStudiesTest.Bad;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.Refusal;

/** Rules, protected covariates and errors of measurement: what is right, and each fault of it. */
class PolicyPartTest {
  private static final String FURTHER =
      """
        seed: 1
        protected: [degree]
        municipality: degree
        rater: degree
        reliability: {age: {share: 0.80, source: "a retest"}, jobs: unknown}
        misclassified: [arm, degree]
        policies:
          support:
            asks: [age]
            depth: 1
            smallest-leaf: 20
            costs: {coach: 1.50}
            room: {coach: 0.3}
            preference: degree
            covariates: [age, degree]
      """;
  private static final String TREE = "  flow: {kind: flow}\n";

  @TempDir Path folder;

  private static String study() throws IOException {
    return BadStudiesTest.rightStudy()
        .replace("  seed: 1\n", FURTHER)
        .replace(
            TREE,
            TREE
                + "  rule: {kind: policy-tree, policy: support}\n"
                + "  gain: {kind: policy-value, policy: support}\n");
  }

  static List<Bad> faults() {
    return List.of(
        forbidden("asks: [age]", "asks: [degree]", "study.policy-protected", "never asked"),
        bad("asks: [age]", "asks: [jobs]", "study.policy-asks", "\"jobs\""),
        bad(
            "preference: degree\n      covariates: [age, degree]",
            "preference: degree\n      covariates: [age, wage_2019]",
            "study.policy-missing",
            "\"wage_2019\""),
        bad("depth: 1", "depth: 4", "yaml.not-an-integer", "3"),
        bad("smallest-leaf: 20", "smallest-leaf: 2", "yaml.not-an-integer", "10"),
        bad("room: {coach", "room: {none", "yaml.unknown-key", "none"),
        bad("coach: 0.3", "coach: 1.3", "yaml.not-a-decimal", "1"),
        bad("misclassified: [arm", "misclassified: [army", "study.misclassified", "\"army\""),
        bad("protected: [degree]", "protected: [jobs]", "study.group", "\"jobs\""),
        bad("share: 0.80", "share: 1.80", "yaml.not-a-decimal", "1"),
        bad(
            "policy-tree, policy: support",
            "policy-tree, policy: other",
            "study.policy",
            "support"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrong(Bad bad) throws IOException {
    BadStudiesTest.check(folder, study(), bad);
  }

  @Test
  void aProxyIsNotAskedAndTheReferenceIsAlwaysAnArm() throws IOException {
    String proxy = study().replace("protected: [degree]", "protected: [degree]\n  proxies: [age]");
    assertThat(codes(proxy)).containsExactly("protocols.study.policy-protected");
    String alone = study().replace("depth: 1", "arms: [coach]\n      depth: 1");
    assertThat(codes(alone)).contains("protocols.study.policy-reference");
  }

  private List<String> codes(String study) throws IOException {
    return BadStudiesTest.readRefused(folder, study).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    FurtherPlan plan = read(study()).analysis().further();
    PolicyPlan support = plan.policies().firstEntry().getValue();
    assertThat(support.arms()).containsExactly("none", "coach");
    assertThat(support.outcome()).isEqualTo("wage_2022");
    assertThat(plan.reliability().keySet()).containsExactlyInAnyOrder("age", "jobs");
    assertThat(plan.isProtected("degree")).isTrue();
    assertThat(plan.isProtected("age")).isFalse();
  }

  @Test
  void aStudyThatAsksNothingFurtherKeepsItsDigest() throws IOException {
    String canonical =
        CanonicalJson.write(ProtocolDigest.canonical(read(BadStudiesTest.rightStudy())));
    assertThat(canonical)
        .doesNotContain("policies", "protected", "reliability", "misclassified", "rater");
  }

  @Test
  void everyValueIsSigned() throws IOException {
    Map<String, String> changes =
        Map.ofEntries(
            Map.entry("protected: [degree]", "protected: [degree]\n  proxies: [jobs]"),
            Map.entry("  municipality: degree\n", ""),
            Map.entry("  rater: degree\n", ""),
            Map.entry("share: 0.80", "share: 0.81"),
            Map.entry("a retest", "a guess"),
            Map.entry("jobs: unknown", "jobs: 0.5"),
            Map.entry("[arm, degree]", "[arm]"),
            Map.entry("depth: 1", "depth: 2"),
            Map.entry("smallest-leaf: 20", "smallest-leaf: 21"),
            Map.entry("coach: 1.50", "coach: 1.51"),
            Map.entry("coach: 0.3", "coach: 0.31"),
            Map.entry("      preference: degree\n", ""),
            Map.entry("asks: [age]", "asks: [age, jobs]\n      covariates: [age, degree, jobs]\n#"),
            Map.entry("kind: policy-tree", "kind: policy-value"));
    Set<String> digests = new LinkedHashSet<>(List.of(ProtocolDigest.of(read(study()))));
    for (Map.Entry<String, String> change : changes.entrySet()) {
      assertThat(study()).contains(change.getKey());
      String changed = study().replace(change.getKey(), change.getValue());
      if (change.getKey().startsWith("asks")) {
        changed =
            changed.replaceFirst(
                "      preference: degree\n      covariates: \\[age, degree\\]\n",
                "      preference: degree\n");
      }
      digests.add(ProtocolDigest.of(read(changed)));
    }
    assertThat(digests).hasSize(changes.size() + 1);
    String sameMeaning = study().replace("0.80", "0.8").replace("1.50", "1.5");
    assertThat(ProtocolDigest.of(read(sameMeaning))).isEqualTo(digests.iterator().next());
  }

  private Protocol read(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    return ProtocolFile.read(folder);
  }
}
