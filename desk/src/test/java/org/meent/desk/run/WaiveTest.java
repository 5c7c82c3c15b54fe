// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.desk.run.StudyCopy.Said;

/** A soft finding that two checkers set aside, and everything less than that. */
class WaiveTest {
  private static final String OUTPUT = "origin";

  @TempDir Path home;
  private StudyCopy study;

  /** All 76 Hispanic men of the experiment are in one cell: a soft finding of group disclosure. */
  @BeforeEach
  void runAStudyWithASoftFinding() throws IOException {
    study =
        StudyCopy.of("nsw", home)
            .edit(
                "study.yaml",
                text ->
                    text.substring(0, text.indexOf("\nanalysis:"))
                        + """

                        analysis:
                          seed: 1
                          effects:
                            all:
                              contrast: {arm: supported-work, reference: none}
                              estimands: [ate]
                              methods: [difference-in-means]
                              covariates: []
                          possible-harm:
                            leaving-without-income: {not-measured: "a test"}
                            return-within-12-months: {not-measured: "a test"}
                        outputs:
                          flow: {kind: flow}
                          origin: {kind: frequency-table, rows: hispanic, columns: black, unit: persons}
                        """
                        + text.substring(text.indexOf("\ndisclosure-control:")))
            .sign();
    assertThat(study.meent("run").exit()).isZero();
  }

  private Said waive(String checker, String rule, String reason) throws IOException {
    Path passPhrase = home.resolve("pass.txt");
    Files.writeString(passPhrase, "meent-demonstration\n");
    return study.meent(
        "waive",
        "--output",
        OUTPUT,
        "--rule",
        rule,
        "--reason",
        reason,
        "--explanation",
        "Nobody was asked for two origins.",
        "--key",
        StudyCopy.EXAMPLES.resolve("keys/" + checker + ".p12").toString(),
        "--pass-phrase-file",
        passPhrase.toString());
  }

  private Path request() throws IOException {
    try (Stream<Path> requests = Files.list(study.folder().resolve("requests"))) {
      return requests.findFirst().orElseThrow();
    }
  }

  private String read(String file) throws IOException {
    return Files.readString(request().resolve(file), StandardCharsets.UTF_8);
  }

  private boolean isAskedOut() throws IOException {
    assertThat(study.meent("run").exit()).isZero();
    return Files.exists(request().resolve("outputs/origin.csv"));
  }

  @Test
  void twoCheckersSetItAside() throws IOException {
    assertThat(isAskedOut()).isFalse();
    assertThat(read("findings.json")).contains("\"waivable\" : true", "\"content\" : \"");
    assertThat(waive("output-checker-1", "group-disclosure-share", "structural").exit()).isZero();
    assertThat(isAskedOut()).as("one checker is not enough").isFalse();
    assertThat(Files.exists(request().resolve("waivers"))).isFalse();
    assertThat(waive("output-checker-2", "group-disclosure-share", "structural").exit()).isZero();
    assertThat(isAskedOut()).isTrue();
    assertThat(read("request.json"))
        .contains("structural", "O. de Controleur", "T. de Toetser", "Nobody was asked");
    assertThat(read("explanation-nl.html")).contains("Opzij gezet door O. de Controleur");
    try (Stream<Path> kept = Files.list(request().resolve("waivers"))) {
      assertThat(kept).hasSize(4);
    }
    assertThat(study.meent("log", "show").out()).contains("waiver.signed");
  }

  @Test
  void lessThanThatIsNotEnough() throws IOException {
    assertThat(waive("output-checker-1", "group-disclosure-share", "structural").exit()).isZero();
    assertThat(waive("output-checker-1", "group-disclosure-share", "structural").exit()).isZero();
    assertThat(isAskedOut()).as("the same checker twice").isFalse();
    assertThat(waive("output-checker-2", "group-disclosure-share", "public").exit()).isZero();
    assertThat(isAskedOut()).as("another reason").isFalse();
    Said researcher = waive("researcher", "group-disclosure-share", "structural");
    assertThat(researcher.exit()).isEqualTo(3);
    assertThat(waive("output-checker-2", "minimum-units", "structural").exit()).isEqualTo(3);
    assertThat(waive("output-checker-2", "group-disclosure-share", "because").exit()).isEqualTo(2);
  }

  /** A statement that somebody changed, or one on another table, lets nothing out. */
  @Test
  void aChangedStatementStopsTheRun() throws IOException {
    for (String checker : List.of("output-checker-1", "output-checker-2")) {
      assertThat(waive(checker, "group-disclosure-share", "structural").exit()).isZero();
    }
    Path statement;
    try (Stream<Path> all = Files.walk(study.folder().resolve("waivers"))) {
      statement =
          all.filter(f -> f.toString().endsWith(".json")).sorted().findFirst().orElseThrow();
    }
    String said = Files.readString(statement);
    Files.writeString(statement, said.replace("two origins", "two names"));
    Said run = study.meent("run");
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("waivers/");
  }
}
