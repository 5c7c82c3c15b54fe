// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.protocols.BadStudiesTest.Bad;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;

/** Forests, families, effects over time and what gates need: signed when written, else absent. */
class AnalysisFieldsTest {
  private static final String SEED = "  seed: 1\n";
  private static final String FAMILY = SEED + "  family: simultaneous\n";
  private static final String GROUPS = "      groups: [degree]\n";

  @TempDir Path folder;

  static List<Bad> faults() {
    return List.of(
        bad(SEED, SEED + "  trees: 3\n", "yaml.not-an-integer", "50"),
        bad(SEED, SEED + "  family: bonferroni\n", "yaml.not-in-list", "false-discovery"),
        bad(
            SEED,
            SEED + "  family: {kind: simultaneous, effects: [mein]}\n",
            "study.effect",
            "mein"),
        bad(
            SEED,
            SEED + "  family: {kind: simultaneous, methods: [causal-forest]}\n",
            "study.family-method",
            "none of them uses"),
        bad(
            SEED,
            SEED + "  horizons: {later: {unit: year, effects: {main: 1}}}\n",
            "study.horizons",
            "two or more"),
        bad(
            SEED,
            SEED + "  horizons: {later: {unit: year, effects: {main: 1, known-wage: 1}}}\n",
            "study.horizons",
            "a moment twice"),
        bad(GROUPS, GROUPS + "      negative-control: age\n", "study.negative-control", "age"),
        bad(GROUPS, GROUPS + "      negative-control: degree\n", "study.negative-control", "jobs"),
        bad(
            GROUPS,
            GROUPS + "      negative-control: wage_2019\n",
            "study.may-be-missing",
            "wage_2019"),
        bad(GROUPS, GROUPS + "      within: [age]\n", "study.group", "degree"),
        bad(GROUPS, GROUPS + "      recorded-by: age\n", "study.group", "degree"),
        bad(
            GROUPS,
            GROUPS + "      anticipation: wage_2022\n",
            "study.anticipation",
            "within a month"));
  }

  private static Bad bad(String from, String to, String code, String words) {
    return BadStudiesTest.bad(from, to, code, words);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrong(Bad bad) throws IOException {
    BadStudiesTest.check(folder, BadStudiesTest.rightStudy(), bad);
  }

  /** What is compared within itself is adjusted for too. */
  @Test
  void strataAreCovariates() throws IOException {
    String right =
        BadStudiesTest.rightStudy().replace("covariates: [age, degree]", "covariates: [age]");
    BadStudiesTest.check(
        folder,
        right,
        bad(GROUPS, GROUPS + "      within: [degree]\n", "study.within", "adjusts for"));
  }

  @Test
  void everyFieldIsSigned() throws IOException {
    List<String> studies =
        List.of(
            BadStudiesTest.rightStudy(),
            with(SEED, SEED + "  trees: 500\n"),
            with(SEED, SEED + "  trees: 501\n"),
            with(SEED, FAMILY),
            with(SEED, SEED + "  family: false-discovery\n"),
            with(SEED, SEED + "  family: {kind: simultaneous, effects: [main]}\n"),
            with(SEED, SEED + "  family: {kind: simultaneous, methods: [doubly-robust]}\n"),
            with(
                SEED,
                SEED + "  horizons: {later: {unit: year, effects: {main: 1, known-wage: 2}}}\n"),
            with(
                SEED,
                SEED + "  horizons: {later: {unit: year, effects: {main: 1, known-wage: 3}}}\n"),
            with(
                SEED,
                SEED + "  horizons: {later: {unit: month, effects: {main: 1, known-wage: 3}}}\n"),
            with(GROUPS, GROUPS + "      negative-control: jobs\n"),
            with(GROUPS, GROUPS + "      within: [degree]\n"),
            with(GROUPS, GROUPS + "      recorded-by: degree\n"),
            with("difference-in-means, doubly-robust", "doubly-robust, causal-forest"));
    Set<String> digests = new LinkedHashSet<>();
    for (String study : studies) {
      digests.add(ProtocolDigest.of(read(study)));
    }
    assertThat(digests).hasSize(studies.size());
  }

  /** Protocols that were signed before these fields existed keep their digest. */
  @Test
  void whatIsNotWrittenIsNotSigned() throws IOException {
    String canonical =
        CanonicalJson.write(ProtocolDigest.canonical(read(BadStudiesTest.rightStudy())));
    assertThat(canonical)
        .contains("\"analysis\":{\"effects\":{")
        .doesNotContain("\"trees\"", "\"family\"", "\"horizons\"", "\"negative-control\"")
        .doesNotContain("\"within\"", "\"anticipation\"", "\"recorded-by\"");
  }

  @Test
  void oneWordStandsForEverythingPlanned() throws IOException {
    String spelled =
        SEED
            + "  family: {kind: simultaneous, effects: [main, known-wage],"
            + " methods: [difference-in-means, doubly-robust]}\n";
    assertThat(ProtocolDigest.of(read(with(SEED, spelled))))
        .isEqualTo(ProtocolDigest.of(read(with(SEED, FAMILY))));
  }

  private static String with(String from, String to) throws IOException {
    String right = BadStudiesTest.rightStudy();
    assertThat(right).contains(from);
    return right.replace(from, to);
  }

  private Protocol read(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    return ProtocolFile.read(folder);
  }
}
