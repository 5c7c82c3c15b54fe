// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meent.protocols.BadStudiesTest.bad;
import static org.meent.protocols.BadStudiesTest.forbidden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.protocols.BadStudiesTest.Bad;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;

/**
 * A right study with files of several formats, spells, windows and trials, spoilt place by place.
 */
class BadDesignsTest {
  @TempDir Path folder;

  static List<Bad> sources() {
    return List.of(
        bad(
            "G/JOBS2020BUSV2.csv",
            "G/JOBS2019BUSV1.csv",
            "study.file-twice",
            "\"G/JOBS2019BUSV1.csv\""),
        bad(
            "files: {path: municipal/support.dta, lock: \"sha256:",
            "files: {path: municipal/support.dta, lock: \"",
            "study.lock",
            "64 hexadecimal"),
        bad("BENEFITBUSV1.sav", "BENEFITBUSV1.csv", "yaml.missing-key", "\"format\""),
        bad(
            "    collected-for: benefit",
            "    format: {delimiter: \",\", decimal: point, charset: utf-8}\n"
                + "    collected-for: benefit",
            "study.format-not-needed",
            "text files"),
        bad(
            "    collected-for: benefit",
            "    second-person: [RINPERSOONS2]\n    collected-for: benefit",
            "yaml.too-few",
            "at least 2"),
        bad(
            "    collected-for: benefit",
            "    second-person: [S2, N2, X2]\n    collected-for: benefit",
            "study.second-person",
            "3 columns"),
        bad(
            "    collected-for: benefit",
            "    second-person: [S2, S2]\n    collected-for: benefit",
            "yaml.twice-in-list",
            "S2"),
        bad(
            "    collected-for: benefit",
            "    second-person: [S2, RINPERSOON]\n    collected-for: benefit",
            "study.second-person-is-first",
            "\"RINPERSOON\""),
        bad(
            "end-is: inclusive}",
            "end-is: inclusive}\n    second-person: [S2, FROM]",
            "study.key-as-variable",
            "\"FROM\""),
        bad("{start: FROM,", "{start: FRM,", "study.day", "FROM, UNTIL"),
        bad("{start: FROM,", "{start: UNTIL,", "study.spell-ends", "\"UNTIL\""),
        bad("start: JOB_FROM,", "start: WAGE,", "study.day-type", "\"WAGE\""),
        bad(
            "end-is: exclusive}",
            "end-is: exclusive}\n    day: JOB_FROM",
            "study.spell-and-day",
            "not both"),
        bad("end-is: exclusive", "end-is: included", "yaml.not-in-list", "inclusive, exclusive"),
        bad("missing: [\"-\"]", "missing: []", "yaml.too-few", "at least 1"),
        bad("subgroups: [SEX]", "subgroups: [SEX, BORN]", "study.subgroup", "AREA"),
        bad("subgroup: SEX", "subgroup: BORN", "study.flow-subgroup", "SEX"),
        bad("base: persons", "base: persons\n  subgroup: [SEX]", "yaml.unknown-key-near", "subg"));
  }

  static List<Bad> designs() {
    return List.of(
        forbidden(
            "window: -12..0 months",
            "window: -12..1 months",
            "study.covariate-after-index",
            "\"earned\""),
        forbidden(
            "window: 6..30 months",
            "window: -6..30 months",
            "study.outcome-before-index",
            "outcome"),
        forbidden(
            "window: 6..30 months", "window: 0..24 months", "study.outcome-in-grace", "1 month"),
        bad("window: 6..30 months", "window: 6-30 months", "study.window", "-12..0 months"),
        bad("window: 6..30 months", "window: 30..6 months", "study.window", "-12..0 months"),
        bad("window: 6..30 months", "window: 180..900 days", "study.window-shape", "months"),
        bad("window: 0..0 months", "window: -1..0 months", "study.window-shape", "moment"),
        bad("window: ..0 months", "window: 0..0 months", "study.window-shape", "moment"),
        bad(
            "select: sum(WAGE), window: -12..0 months",
            "select: sum(WAGE)",
            "study.window-needed",
            "\"jobs\""),
        bad(
            "select: value(SEX),",
            "select: value(SEX), window: -12..0 months,",
            "study.window-undated",
            "\"persons\""),
        bad("select: value(SEX)", "select: latest(SEX)", "study.select-dated", "\"persons\""),
        bad(
            "select: count(), window",
            "select: state-at(), window",
            "study.select-spells",
            "\"support\""),
        bad("select: state-at()", "select: state-at(FROM)", "study.select", "state-at()"),
        bad("every: month", "every: week", "yaml.not-in-list", "month"),
        bad("to: 2020-12-01", "to: 2019-12-01", "study.period", "2"),
        bad("to: 2020-12-01", "to: 2060-12-01", "study.trials-many", "240"),
        bad("from: 2020-01-01", "from: 2020-01-31", "study.trial-day", "28"),
        bad(
            "    variable: KIND\n    start: STARTED\n",
            "    variable: KIND\n",
            "study.treatment-start",
            "start"),
        bad(
            "start: STARTED\n",
            "start: STARTED\n    window: 0..1 months\n",
            "study.trial-window",
            "grace"),
        bad("start: STARTED\n    arms", "start: KIND\n    arms", "study.treatment-day", "\"KIND\""),
        bad("on_benefit: 1,", "on_benefits: 1,", "study.covariate", "on_benefit"),
        bad("on_benefit: 1,", "on_benefit: yes it is,", "study.eligible", "\"on_benefit\""),
        bad("{coach: {earned", "{coachs: {earned", "yaml.unknown-key-near", "coach"));
  }

  @ParameterizedTest
  @MethodSource({"sources", "designs"})
  void saysWhatIsWrong(Bad bad) throws IOException {
    BadStudiesTest.check(folder, BadStudiesTest.study("trials.yaml"), bad);
  }

  /** One landmark in place of the trials, so that each fault of a landmark has its row. */
  static List<Bad> landmarks() {
    return List.of(
        bad(
            "    start: STARTED\n    window: -6..0 months\n",
            "    start: STARTED\n",
            "study.treatment-window",
            "window"),
        forbidden("window: -6..0 months", "window: 0..6 months", "study.immortal-time", "landmark"),
        bad(
            "first-start-of: benefit",
            "first-start-of: support",
            "study.first-start",
            "\"support\""),
        bad("first-start-of: benefit", "first-start-of: benefits", "study.source", "benefit"),
        bad("after-months: 6", "after-months: -6", "yaml.not-an-integer", "from 0"));
  }

  @ParameterizedTest
  @MethodSource("landmarks")
  void saysWhatIsWrongWithALandmark(Bad bad) throws IOException {
    BadStudiesTest.check(folder, landmark(), bad);
  }

  @Test
  void readsWhatIsRight() throws IOException {
    Protocol trials = read(BadStudiesTest.study("trials.yaml"));
    SourcePlan jobs = trials.sources().sequencedValues().stream().skip(2).findFirst().orElseThrow();
    assertThat(jobs.files()).hasSize(2);
    assertThat(jobs.timing())
        .isEqualTo(new Timing.Spell("JOB_FROM", "JOB_UNTIL", List.of(), Timing.EndIs.EXCLUSIVE));
    assertThat(trials.sources().firstEntry().getValue().format())
        .isEqualTo(SourcePlan.TextFormat.NONE);
    assertThat(trials.cohort().design())
        .isEqualTo(
            new StudyDesign(
                StudyDesign.Kind.SEQUENTIAL_TRIALS,
                new IndexDates.Monthly(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 1)),
                1));
    assertThat(trials.cohort().treatment().window().map(Window::toString)).contains("0..1 months");
    assertThat(trials.cohort().treatment().openWhile()).isEqualTo("on_benefit");
    assertThat(trials.cohort().outcome().window().map(Window::toString)).contains("6..30 months");
    assertThat(read(landmark()).cohort().design())
        .isEqualTo(
            StudyDesign.landmark(
                new IndexDates.FirstStart(
                    "benefit", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), 6)));
  }

  /** What was written stands in the canonical form; other windows and conditions, other digests. */
  @Test
  void isSigned() throws IOException {
    String right = BadStudiesTest.study("trials.yaml");
    String canonical = CanonicalJson.write(ProtocolDigest.canonical(read(right)));
    assertThat(canonical)
        .contains("JOBS2020BUSV2.csv", "6..30 months", "88888888", "..100000", "1 | 2", "SEX");
    List<String[]> changes =
        List.of(
            new String[] {"6..30 months", "6..29 months"},
            new String[] {
              "    collected-for: benefit",
              "    second-person: [S2, N2]\n    collected-for: benefit"
            },
            new String[] {"window: ..0 months", "window: ..-1 months"},
            new String[] {"on_benefit: 1,", "on_benefit: 1..2,"},
            new String[] {"..100000", "..100001"},
            new String[] {"1 | 2", "1"},
            new String[] {"[blank, ", "["},
            new String[] {"end-is: exclusive", "end-is: inclusive"},
            new String[] {"2020-12-01", "2020-11-01"},
            new String[] {"missing: [\"-\"], ", ""},
            new String[] {"subgroups: [SEX]", "subgroups: [SEX, AREA]"});
    for (String[] change : changes) {
      assertThat(right).contains(change[0]);
      assertThat(ProtocolDigest.of(read(right.replaceFirst("\\Q" + change[0] + "\\E", change[1]))))
          .as(change[1])
          .isNotEqualTo(ProtocolDigest.of(read(right)));
    }
  }

  /** A protocol without second persons keeps the digest that was signed before there were any. */
  @Test
  void readsTheSecondPerson() throws IOException {
    String right = BadStudiesTest.study("trials.yaml");
    assertThat(CanonicalJson.write(ProtocolDigest.canonical(read(right))))
        .doesNotContain("second-person");
    Protocol shared =
        read(
            right.replace(
                "    collected-for: benefit",
                "    second-person: [S2, N2]\n    collected-for: benefit"));
    SourcePlan benefit =
        shared.sources().sequencedValues().stream().skip(1).findFirst().orElseThrow();
    assertThat(benefit.secondPerson()).containsExactly("S2", "N2");
    assertThat(benefit.keyColumns()).containsExactly("RINPERSOONS", "RINPERSOON", "S2", "N2");
    assertThat(CanonicalJson.write(ProtocolDigest.canonical(shared)))
        .contains("\"second-person\":[\"S2\",\"N2\"]");
  }

  private static String landmark() throws IOException {
    return BadStudiesTest.study("trials.yaml")
        .replace("design: sequential-trials", "design: landmark")
        .replace(
            "trials: {from: 2020-01-01, to: 2020-12-01, every: month}",
            "index-date: {first-start-of: benefit, from: 2020-01-01, to: 2020-12-31, after-months:"
                + " 6}")
        .replace("    start: STARTED\n", "    start: STARTED\n    window: -6..0 months\n")
        .replace("    open-while: on_benefit\n", "");
  }

  private Protocol read(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    return ProtocolFile.read(folder);
  }
}
