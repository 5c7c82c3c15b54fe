// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.models.study.FindingLine;
import org.meent.models.study.FindingLine.Kind;
import org.meent.models.study.FurtherFindings;
import org.meent.models.study.PolicyFinding;

/**
 * The experiment of 722 men with a planned rule, protected covariates and errors of measurement,
 * through a whole run. Nobody has found a rule in it that beats support for everybody.
 */
class PolicyStudyRunTest {
  /** The analysis that docs/further.md shows. */
  private static final String PLAN = plan();

  @TempDir static Path home;

  private static StudyCopy study;
  private static Path run;

  @BeforeAll
  static void run() throws IOException {
    study =
        StudyCopy.of("nsw", home)
            .edit(
                "study.yaml",
                text ->
                    text.replaceAll("(?s)analysis:\n.*?\n\n", PLAN + "\n")
                        .replaceAll("  effects-445.*\n", "")
                        .replace(
                            "outputs:\n",
                            "outputs:\n  card: {kind: model-card}\n  rule: {kind: policy-tree, policy: support}\n"
                                + "  rule-value: {kind: policy-value, policy: support}\n"))
            .sign();
    StudyCopy.Said said = study.meent("run", "--home", home.resolve("home").toString());
    assertThat(said.exit()).as(said.err()).isZero();
    try (Stream<Path> runs = Files.list(study.folder().resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
  }

  private static String plan() {
    try {
      String document =
          Files.readString(Path.of(System.getProperty("meent.root"), "docs/further.md"));
      return document.split("```yaml\n")[1].split("```")[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String output(String id) throws IOException {
    return file(id + ".csv");
  }

  private static String file(String name) throws IOException {
    try (Stream<Path> files = Files.walk(study.folder().resolve("requests"))) {
      Path file = files.filter(f -> f.endsWith(name)).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }

  @Test
  void whereNoRuleBeatsOneArmForEverybodyNoneIsClaimed() throws IOException {
    FurtherFindings found = FurtherFile.read(run.resolve("effects"));
    PolicyFinding support = Objects.requireNonNull(found.policies().get("support"));
    assertThat(support.claim()).isEqualTo(PolicyFinding.Claim.NO_PATTERN);
    assertThat(support.persons()).isEqualTo(722);
    assertThat(support.leaves().stream().mapToLong(PolicyFinding.Leaf::persons).sum())
        .isEqualTo(722);
    assertThat(output("rule")).contains("everybody: no pattern found,722").doesNotContain("→");
    assertThat(output("rule-value"))
        .contains(
            "gain-over-today,", "gain-over-all-none,", "gain-over-all-supported-work,", "black");
  }

  @Test
  void everyGroupIsTested() throws IOException {
    FurtherFindings found = FurtherFile.read(run.resolve("effects"));
    List<FindingLine> tests = Objects.requireNonNull(found.policies().get("support")).tests();
    assertThat(tests)
        .extracting(FindingLine::kind)
        .contains(
            Kind.PROXY, Kind.GAP, Kind.CALIBRATION, Kind.PRESENT, Kind.WITHOUT, Kind.POLICY_ERROR);
    double present =
        tests.stream()
            .filter(line -> line.kind() == Kind.PRESENT && line.subject().startsWith("black"))
            .mapToDouble(line -> line.figures().getLast())
            .sum();
    assertThat(present).isEqualTo(722);
    assertThat(found.errors().get("all-722"))
        .extracting(FindingLine::kind)
        .contains(Kind.SCORE_ERROR, Kind.RECORD_ERROR);
  }

  @Test
  void theReportSaysWhatARuleIsNot() throws IOException {
    Path report = run.resolve("report");
    assertThat(Files.readString(report.resolve("report-en.html")))
        .contains("never an instruction for a person", "No pattern found", "supported-work");
    assertThat(Files.readString(report.resolve("report-nl.html")))
        .contains("nooit een voorschrift voor een mens", "Geen patroon gevonden");
  }

  /** What errors of measurement would change is stamped on the card as it is on the table. */
  @Test
  void theCardSaysWhatIsFragileAndWhatWasNotFound() throws IOException {
    String card = file("card-en.md");
    assertThat(card)
        .contains("support: a rule of which support for whom | no pattern found")
        .contains("rule-value |", "no pattern found; units are those");
    assertThat(FurtherFile.read(run.resolve("effects")).fragile("all-722")).isTrue();
    assertThat(card).contains("Fragile: errors of measurement that are often met");
    assertThat(file("request.json")).contains("[fragile: errors of measurement would change it]");
  }

  @Test
  void aRuleMayNotAskWhatIsProtected() throws IOException {
    StudyCopy bad =
        StudyCopy.of("nsw", home.resolve("bad"))
            .edit(
                "study.yaml",
                text ->
                    text.replaceAll(
                        "(?s)analysis:\n.*?\n\n",
                        PLAN.replace("asks: [age, education]", "asks: [age, black]") + "\n"));
    StudyCopy.Said said = bad.meent("validate");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("asks", "\"black\"", "protected");
  }
}
