// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad studies, each with one fault: one clear sentence, the right exit code, no stack trace, no
 * value of a person, nothing half-written.
 */
final class BadStudiesTest {
  private static final String YAML = "study.yaml";
  private static final String PERSONS = "data/persons.csv";
  private static final String EARNINGS = "data/earnings.csv";

  /** A pseudonym looks like this; no sentence may hold one. */
  private static final Pattern PSEUDONYM = Pattern.compile("\\b[0-9]{9}\\b");

  @TempDir private Path home;

  /** What is done to a study before it is run. */
  interface Harm {
    void to(StudyCopy study) throws IOException;
  }

  record Bad(String name, int exit, String says, Harm harm) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bad> protocols() {
    return Stream.of(
        yaml("unknown key", 4, "purpos", "purpose: improve-support", "purpos: improve-support"),
        yaml(
            "duplicate key",
            4,
            "purpose",
            "purpose: improve-support",
            "purpose: improve-support\npurpose: improve-support"),
        yaml("missing part", 4, "relevance", "relevance:", "irrelevance:"),
        yaml("second document", 4, "document", "retention: {", "---\nretention: {"),
        yaml("anchor", 4, "anchor", "purpose: improve-support", "purpose: &p improve-support"),
        yaml("tag", 4, "tag", "purpose: improve-support", "purpose: !!str improve-support"),
        yaml(
            "purpose of control",
            4,
            "improve-support",
            "purpose: improve-support",
            "purpose: detect-fraud"),
        yaml("undeclared variable used", 4, "shoe", "select: value(age)", "select: value(shoe)"),
        yaml(
            "undeclared source used",
            4,
            "wages",
            "{from: persons, select: value(age)}",
            "{from: wages, select: value(age)}"),
        yaml("path climbs out", 4, "path", "path: data/persons.csv", "path: ../persons.csv"),
        yaml("absolute path", 4, "path", "path: data/persons.csv", "path: /etc/passwd"),
        yaml("one checker", 3, "checker", ", \"T. de Toetser\"", ""),
        yaml("person in two roles", 3, "role", "\"P. de Functionaris\"", "\"R. de Onderzoeker\""),
        new Bad(
            "unknown rule set",
            4,
            "cbs-ra",
            study -> {
              study.replace(YAML, "rules: cbs-ra", "rules: cbs-rb");
              study.sign();
            }),
        yaml("lock of another length", 4, "lock", "lock: \"sha256:", "lock: \"sha256:00"),
        yaml("group that is no code", 4, "age", "groups: [nodegree, married]", "groups: [age]"),
        yaml("effect that is not planned", 4, "all-723", "effect: all-722", "effect: all-723"),
        yaml("number too large", 4, "2^53", "seed: 19780101", "seed: 90071992547409930"),
        yaml("outcome of control", 3, "sanction", "name: earnings_1978,", "name: sanction_1978,"),
        new Bad("not UTF-8", 4, "UTF-8", study -> bytes(study, YAML, 0xE9)));
  }

  static Stream<Bad> approvals() {
    return Stream.of(
        yaml("signature over another version", 3, "version", "version: 1", "version: 2"),
        yaml(
            "signature over another text",
            3,
            "another text",
            "assignment: randomised",
            "assignment: observational"),
        new Bad(
            "approval missing",
            3,
            "privacy-officer",
            study -> remove(study, "approvals/v1/privacy-officer.json")),
        new Bad(
            "signature missing",
            3,
            "privacy-officer",
            study -> remove(study, "approvals/v1/privacy-officer.json.p7s")),
        new Bad(
            "approval edited",
            5,
            "ethics-committee",
            study ->
                study.replace("approvals/v1/ethics-committee.json", "\"approve\"", "\"reject\"")),
        new Bad(
            "approval expired",
            3,
            "2026-11-01",
            study -> resign(study.on("2026-10-01"), "--valid-until", "2026-11-01")),
        new Bad(
            "committee says no",
            3,
            "ethics-committee",
            study -> resign(study, "--decision", "reject")),
        new Bad(
            "retention past",
            3,
            "retention",
            study -> {
              study.replace(
                  YAML, "derived-data-until: 2036-12-31", "derived-data-until: 2026-01-01");
              study.on("2025-12-01").sign();
            }));
  }

  static Stream<Bad> files() {
    return Stream.of(
        new Bad(
            "changed file behind a lock",
            4,
            "persons.csv",
            study -> study.replace(PERSONS, ",1\n", ",0\n")),
        new Bad("file missing", 4, "persons.csv", study -> remove(study, PERSONS)),
        data("declared column missing", "nodegree", PERSONS, "nodegree", "nodiploma"),
        data("ragged row", "row", PERSONS, "R,047736117,19,11", "R,047736117,19"),
        data(
            "decimal comma where a point was declared",
            "earnings",
            EARNINGS,
            "1395.39",
            "\"1395,39\""),
        data(
            "text where a number was declared",
            "age",
            PERSONS,
            "R,047736117,19,",
            "R,047736117,old,"),
        data("a column twice", "column name once", PERSONS, "age,education", "education,education"),
        data("quote that never ends", "quote", PERSONS, "R,047736117,19,", "R,047736117,\"19,"),
        data(
            "differing rows of one person",
            "persons",
            PERSONS,
            "R,047736117,19,11,1,0,0,1\n",
            "R,047736117,19,11,1,0,0,1\nR,047736117,20,11,1,0,0,1\n"),
        new Bad(
            "wrong charset",
            4,
            "utf-8",
            study -> {
              bytes(study, PERSONS, 0xE9);
              study.relockAndSign();
            }),
        new Bad(
            "empty file",
            4,
            "persons.csv",
            study -> {
              study.edit(PERSONS, text -> "");
              study.relockAndSign();
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"protocols", "approvals", "files"})
  void isRefusedInOneClearSentence(Bad bad) throws IOException {
    StudyCopy study = StudyCopy.of("nsw", home);
    bad.harm().to(study);
    StudyCopy.Said said = study.meent("run", "--threads", "1");

    assertThat(said.exit()).as(said.err()).isEqualTo(bad.exit());
    assertThat(said.err())
        .containsIgnoringCase(bad.says())
        .contains("Expected ")
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContainPattern(PSEUDONYM);
    assertThat(study.folder().resolve("requests")).doesNotExist();
    assertThat(study.folder().resolve("runs"))
        .satisfiesAnyOf(
            runs -> assertThat(runs).doesNotExist(), runs -> assertThat(finished(runs)).isEmpty());
  }

  /** A run whose stages are whole still speaks for the files and the words it was given. */
  @Test
  void aFinishedRunIsRefusedAllTheSame() throws IOException {
    StudyCopy study = StudyCopy.of("nsw", home);
    assertThat(study.meent("run").exit()).isZero();
    StudyCopy.Said unknown = study.meent("run", "--engine", "spork");
    assertThat(unknown.exit()).isEqualTo(6);
    assertThat(unknown.err()).contains("spork").contains("duckdb, java");
    study.replace(PERSONS, ",1\n", ",0\n");
    StudyCopy.Said changed = study.meent("run");
    assertThat(changed.exit()).isEqualTo(4);
    assertThat(changed.err()).contains("persons.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("protocols")
  void dutchSaysItToo(Bad bad) throws IOException {
    StudyCopy study = StudyCopy.of("nsw", home);
    bad.harm().to(study);
    StudyCopy.Said said = study.meent("validate", "--lang", "nl");
    if (!bad.name().equals("unknown rule set")) {
      assertThat(said.exit()).as(said.err()).isEqualTo(bad.exit());
      assertThat(said.err()).contains("Verwacht: ").contains("; gevonden: ");
    }
  }

  private static List<Path> finished(Path runs) {
    try (Stream<Path> walk = Files.walk(runs)) {
      return walk.filter(path -> path.endsWith("manifest.json")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Bad yaml(String name, int exit, String says, String from, String to) {
    return new Bad(name, exit, says, study -> study.replace(YAML, from, to));
  }

  private static Bad data(String name, String says, String file, String from, String to) {
    return new Bad(
        name,
        4,
        says,
        study -> {
          study.replace(file, from, to);
          study.relockAndSign();
        });
  }

  private static void resign(StudyCopy study, String... more) throws IOException {
    Path passPhrase = study.folder().resolve("pass.txt");
    Files.writeString(passPhrase, "meent-demonstration");
    List<String> words =
        new java.util.ArrayList<>(
            List.of(
                "approve",
                "--role",
                "ethics-committee",
                "--key",
                StudyCopy.EXAMPLES.resolve("keys/ethics-committee.p12").toString(),
                "--pass-phrase-file",
                passPhrase.toString()));
    words.addAll(List.of(more));
    StudyCopy.Said said = study.meent(words.toArray(String[]::new));
    assertThat(said.exit()).as(said.err()).isZero();
  }

  private static void remove(StudyCopy study, String file) throws IOException {
    Files.delete(study.folder().resolve(file));
  }

  private static void bytes(StudyCopy study, String file, int value) throws IOException {
    Path path = study.folder().resolve(file);
    byte[] before = Files.readAllBytes(path);
    byte[] after = java.util.Arrays.copyOf(before, before.length + 1);
    after[before.length] = (byte) value;
    Files.write(path, after);
  }
}
