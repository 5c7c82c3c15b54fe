// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** One right study, spoilt in one place at a time: one sentence, the right line and exit code. */
class BadStudiesTest {
  private static final Locale DUTCH = Locale.of("nl");

  @TempDir Path folder;

  /**
   * One bad study.
   *
   * @param from text of the right study, found once
   * @param to what stands there instead
   * @param exit exit code
   * @param code the refusal
   * @param words a part of the English sentence
   */
  record Bad(String from, String to, int exit, String code, String words) {
    @Override
    public String toString() {
      return code + ": " + to.replace('\n', ' ');
    }
  }

  static Bad bad(String from, String to, String code, String words) {
    return new Bad(from, to, 4, "protocols." + code, words);
  }

  static Bad forbidden(String from, String to, String code, String words) {
    return new Bad(from, to, 3, "protocols." + code, words);
  }

  static List<Bad> form() {
    return List.of(
        bad(
            "purpose: imp",
            "purpos: x\npurpose: imp",
            "yaml.unknown-key-near",
            "Did you mean \"purpose\""),
        bad("relevance:", "budget: 3\nrelevance:", "yaml.unknown-key", "unknown key \"budget\""),
        bad("seed: 1\n", "seed: 1\n  sead: 2\n", "yaml.unknown-key-near", "Did you mean \"seed\""),
        bad(
            "feasibility: {cost: \"little\", ",
            "feasibility: {",
            "yaml.missing-key",
            "the key \"cost\""),
        bad("purpose: improve-support\n", "", "yaml.missing-key", "the key \"purpose\""),
        bad(
            "purpose: improve-support",
            "purpose: improve-support\npurpose: improve-support",
            "yaml.duplicate-key",
            "first written on line 3"),
        bad(
            "degree: {type: code,",
            "degree: {type: code, type: integer,",
            "yaml.duplicate-key",
            "\"type\" again"),
        bad("2030-12-31}\n", "2030-12-31}\n---\na: 1\n", "yaml.second-document", "one document"),
        bad("{id: small-study", "&a {id: small-study", "yaml.anchor", "&a"),
        bad("seed: 1\n", "seed: *a\n", "yaml.alias", "*a"),
        bad("version: 3", "version: !!int 3", "yaml.tag", "tag:yaml.org,2002:int"),
        bad("title: Does", "title: ! Does", "yaml.tag", "values without tags"),
        bad("relevance: {", "relevance: {<<: {}, ", "yaml.merge-key", "merge key"),
        bad("# A small", "%YAML 1.1\n---\n# A small", "yaml.directive", "%"),
        bad("  base: persons", "\tbase: persons", "yaml.tab", "spaces"),
        bad("\"little\"", "\"lit\u200Btle\"", "yaml.hidden-character", "U+200B"),
        bad("\"little\"", "\"lit\\u202Etle\"", "yaml.hidden-character", "U+202E"),
        bad("C. Cliënt", "C. Clie\u0308nt", "yaml.not-nfc", "NFC"),
        bad("seed: 1\n", "seed: 9007199254740993\n", "yaml.integer-too-large", "2^53"),
        bad("seed: 1\n", "seed: .nan\n", "yaml.not-finite", "finite"),
        bad("seed: 1\n", "seed: 1e400\n", "yaml.not-finite", "finite"),
        bad("seed: 1\n", "seed: 1.5\n", "yaml.not-an-integer", "whole number"),
        bad("seed: 1\n", "seed: \"1\"\n", "yaml.not-an-integer", "whole number"),
        bad("version: 3", "version: 0", "yaml.not-an-integer", "from 1 to 9999"),
        bad("cost: \"little\"", "cost: \"\"", "yaml.empty-text", "obligatory"),
        bad("cost: \"little\"", "cost: ", "yaml.empty-text", "obligatory"),
        bad("cost: \"little\"", "cost: true", "yaml.not-a-text", "quotes"),
        bad("identify: [R]", "identify: R", "yaml.not-a-list", "a list"),
        bad("identify: [R]", "identify: [R, R]", "yaml.twice-in-list", "\"R\" twice"),
        bad("{rules: cbs-ra}", "cbs-ra", "yaml.not-a-mapping", "keys with values"),
        bad(
            "assignment: observational",
            "assignment: observed",
            "yaml.not-in-list",
            "randomised, observational"),
        bad("2030-12-31", "2030-02-29", "yaml.not-a-date", "a day that exists"),
        bad("2030-12-31", "9999-12-31", "yaml.not-a-date", "between 1900 and 2100"),
        bad(
            "      age: {type",
            "      \u0430ge: {type: code, why: x, validity: x}\n      age: {type",
            "yaml.not-a-name",
            "look alike"),
        bad(
            "      age: {type",
            "      AGE: {type: code, why: x, validity: x}\n      age: {type",
            "yaml.differs-in-case",
            "capitals"),
        bad("  dialogues:\n", "  dialogues: ]\n", "yaml.syntax", "correct YAML"));
  }

  static List<Bad> meaning() {
    return List.of(
        bad(
            "purpose: improve-support",
            "purpose: fraud-detection",
            "study.purpose",
            "cannot be written down"),
        bad(
            "purpose: improve-support",
            "purpose: improve-supports",
            "study.purpose",
            "improve-support, evaluate-programme"),
        forbidden("    known-wage:", "    fraud-cases:", "study.control", "word of enforcement"),
        forbidden(
            "label: \"wage in 2022\"",
            "label: \"boete in 2022\"",
            "study.control",
            "cannot be studied"),
        forbidden("  flow: {kind", "  sanctions: {kind", "study.control", "\"sanct\""),
        bad("small-study", "Small Study", "study.id", "lower case"),
        bad("Does it help?", "\"Does it\\nhelp?\"", "study.title", "one line"),
        bad("persons.csv", "../persons.csv", "path.climbs", "climbs out"),
        bad("data/persons.csv", "/etc/persons.csv", "path.absolute", "absolute"),
        bad("data/persons.csv", "\"C:/persons.csv\"", "path.absolute", "drive"),
        bad("data/persons.csv", "'\\\\server\\persons.csv'", "path.backslash", "backslash"),
        bad("data/persons.csv", "data/con.csv", "path.not-portable", "Windows"),
        bad("data/persons.csv", "\"data/%2e%2e/persons.csv\"", "path.not-portable", "Windows"),
        bad("data/persons.csv", "data//persons.csv", "path.not-portable", "empty"),
        bad("data/persons.csv", "p".repeat(300), "path.too-long", "240"),
        bad(
            "persons.csv, lock: \"sha256:00112233445566778899",
            "persons.csv, lock: \"sha256:",
            "study.lock",
            "64 hexadecimal"),
        bad("delimiter: \";\"", "delimiter: \";;\"", "study.delimiter", "exactly one"),
        bad("delimiter: \";\"", "delimiter: \",\"", "study.delimiter-is-decimal", "comma for both"),
        bad("windows-1252", "windows-1253", "study.charset", "windows-1252"),
        bad(
            "charset: windows-1252}\n    key: [",
            "charset: windows-1252}\n    key: [X, ",
            "study.key",
            "3 columns"),
        bad("      start:", "      RINPERSOON:", "study.key-as-variable", "pseudonym"),
        forbidden(
            "    exemption: {reason: \"nothing else tells it\", quality-check: \"two coders, sample"
                + " of 100\"}\n",
            "",
            "study.service-note",
            "written to serve"),
        bad(
            "for: support\n",
            "for: support\n    exemption: {reason: x, quality-check: y}\n",
            "study.exemption-not-needed",
            "only for service notes"),
        bad(
            "{type: integer, why: \"age",
            "{type: integer, scale: 2, why: \"age",
            "study.scale",
            "type decimal"),
        bad("  base: persons", "  base: person", "study.source", "persons, notes, work"),
        bad(
            "    notes: {rel",
            "    nots: {relation: one-to-one}\n    notes: {rel",
            "study.source",
            "\"nots\""),
        bad(
            "    notes: {rel",
            "    persons: {relation: one-to-one}\n    notes: {rel",
            "study.base-joined",
            "the base"),
        bad("age: {from: persons, ", "age: {from: person, ", "study.source", "\"person\""),
        bad("select: value(age)", "select: value(Age)", "study.variable", "age, degree, start"),
        bad("select: value(age)", "select: value(*)", "study.select", "count()"),
        bad("select: value(age)", "select: mean(age)", "study.select", "count()"),
        bad("select: value(degree)", "select: max(degree)", "study.select-type", "\"degree\""),
        bad(
            "select: sum(wage), where: {year: 2022}",
            "select: sum(wage), where: {month: 2022}",
            "study.variable",
            "\"month\""),
        bad("where: {year: 2022}", "where: {year: last}", "study.where-value", "\"year\""),
        bad(
            "absent: zero, label",
            "absent: missing, label",
            "study.outcome-missing",
            "absent: refuse"),
        bad("    jobs: {from", "    arm: {from", "study.name-taken", "\"arm\""),
        bad("variable: instrument", "variable: instruments", "study.variable", "\"instruments\""),
        bad("reference: none\n", "reference: nobody\n", "study.arm", "none, coach"),
        bad("coach: \"07\"", "coach: absent", "study.arms-equal", "different codes"),
        bad(
            "contrast: {arm: coach, reference: none}\n      estimands: [ate",
            "contrast: {arm: none, reference: none}\n      estimands: [ate",
            "study.contrast",
            "same arm twice"),
        bad(
            "estimands: [ate, att]",
            "estimands: [ate, late]",
            "yaml.not-in-list",
            "ate, att, atc, overlap"),
        bad(
            "covariates: [age, degree]",
            "covariates: [age, degre]",
            "study.covariate",
            "\"degre\""),
        bad("covariates: [age, degree]", "covariates: []", "study.no-covariates", "none"),
        bad(
            "covariates: [age, degree]",
            "covariates: [age, wage_2019]",
            "study.may-be-missing",
            "\"wage_2019\""),
        bad("groups: [degree]", "groups: [age]", "study.group", "type code"),
        bad("effect: main", "effect: mean", "study.effect", "main, known-wage"),
        bad("rows: degree", "rows: age", "study.axis", "arm, degree"),
        bad(
            "rows: degree, columns: arm",
            "rows: arm, columns: arm",
            "study.axes-equal",
            "rows and columns"),
        bad("measure: wage_2022", "measure: degree", "study.measure", "wage_2022, age"),
        bad("rules: cbs-ra", "rules: CBS/../ra", "study.rules", "cbs-ra"),
        bad(
            "\n"
                + "    - {date: 2019-05-06, city: Example, participants: 9, statement: \"Is anyone"
                + " worse off?\", answer: \"groups are shown\"}",
            " []",
            "yaml.too-few",
            "at least 1"),
        forbidden(
            "[\"K. Een\", \"K. Twee\"]",
            "[\"K. Een\"]",
            "study.two-checkers",
            "two output checkers"),
        forbidden(
            "[\"K. Een\", \"K. Twee\"]",
            "[\"K. Een\", \"a. auteur\"]",
            "study.two-roles",
            "researchers"),
        forbidden("[\"E. Ethiek\"]", "[\"P.  Privacy\"]", "study.two-roles", "privacy-officer"));
  }

  @ParameterizedTest
  @MethodSource({"form", "meaning"})
  void saysWhatIsWrong(Bad bad) throws IOException {
    check(folder, rightStudy(), bad);
  }

  /** Said where the base is named, since a key of one column may be meant. */
  @Test
  void aSourceWhoseKeyNamesRecordsIsNoBase() throws IOException {
    String spoilt =
        rightStudy()
            .replace(
                "charset: windows-1252}\n    key: [RINPERSOONS, ",
                "charset: windows-1252}\n    key: [");
    RefusalException refused = readRefused(folder, spoilt);
    assertThat(refused.refusals())
        .extracting(Refusal::code)
        .containsExactly("protocols.linkage.records-by-key");
    Refusal refusal = refused.refusals().getFirst();
    assertThat(refusal.sentence(Locale.ENGLISH)).contains("names records and nobody");
    assertThat(spoilt.lines().toList().get((int) refusal.where().line() - 1))
        .contains("base: persons");
  }

  /** Spoils a right study in one place: one refusal, with its words, near that line. */
  static void check(Path folder, String right, Bad bad) throws IOException {
    assertThat(right.split(java.util.regex.Pattern.quote(bad.from()), -1))
        .as("the text to spoil stands once in the study")
        .hasSize(2);
    RefusalException refused = readRefused(folder, right.replace(bad.from(), bad.to()));
    assertThat(refused.refusals()).extracting(Refusal::code).containsOnly(bad.code());
    assertThat(refused.refusals()).hasSize(1);
    assertThat(refused.exit().code()).isEqualTo(bad.exit());
    Refusal refusal = refused.refusals().getFirst();
    assertThat(refusal.sentence(Locale.ENGLISH)).contains(bad.words()).contains("study.yaml");
    assertThat(refusal.sentence(DUTCH)).startsWith("Verwacht: ").doesNotContain("{");
    long spoilt = line(right, right.indexOf(bad.from()));
    long lines = 1 + bad.from().lines().count() + bad.to().lines().count();
    if (!bad.code().equals("protocols.yaml.missing-key")) {
      assertThat(refusal.where().line()).isBetween(spoilt - 1, spoilt + lines);
    }
  }

  @Test
  void tellsEverythingAtOnceInTheOrderOfTheLines() throws IOException {
    RefusalException refused =
        readRefused(
            folder,
            rightStudy()
                .replace("derived-data-until", "derived-data-til")
                .replace("purpose: improve-support", "purpose: rank-persons")
                .replace("seed: 1\n", "seed: many\n"));
    assertThat(refused.refusals())
        .extracting(Refusal::code)
        .containsExactly(
            "protocols.study.purpose",
            "protocols.yaml.not-an-integer",
            "protocols.yaml.missing-key",
            "protocols.yaml.unknown-key-near");
    assertThat(refused.refusals())
        .extracting(refusal -> refusal.where().line())
        .isSorted()
        .first()
        .isEqualTo(3L);
    assertThat(refused.refusals().get(1).where().field()).isEqualTo("analysis.seed");
  }

  @Test
  void noOutcomeIsEnforcement() throws IOException {
    RefusalException refused =
        readRefused(folder, rightStudy().replace("wage_2022", "fraude_2022"));
    assertThat(refused.refusals())
        .extracting(Refusal::code)
        .containsOnly("protocols.study.control");
    assertThat(refused.exit().code()).isEqualTo(3);
  }

  @Test
  void refusesWhatIsNoUtf8() throws IOException {
    byte[] bytes = rightStudy().getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("study.yaml"), bytes);
    assertThat(refusal().code()).isEqualTo("protocols.yaml.not-utf-8");
    assertThat(refusal().where().line()).isEqualTo(line(rightStudy(), rightStudy().indexOf('ë')));
    Files.write(folder.resolve("study.yaml"), rightStudy().getBytes(StandardCharsets.UTF_16));
    assertThat(refusal().code()).isEqualTo("protocols.yaml.byte-order-mark");
    Files.writeString(folder.resolve("study.yaml"), "\uFEFF" + rightStudy());
    assertThat(refusal().code()).isEqualTo("protocols.yaml.byte-order-mark");
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    assertThat(refusal().code()).isEqualTo("protocols.yaml.no-file");
    Files.createDirectory(folder.resolve("study.yaml"));
    assertThat(refusal().code()).isEqualTo("protocols.yaml.no-file");
    Files.delete(folder.resolve("study.yaml"));
    Files.writeString(folder.resolve("study.yaml"), "# nothing\n");
    assertThat(refusal().code()).isEqualTo("protocols.yaml.empty");
    Files.writeString(folder.resolve("study.yaml"), "#".repeat(1 << 21));
    assertThat(refusal().code()).isEqualTo("protocols.yaml.too-large");
    Files.writeString(folder.resolve("study.yaml"), "a: " + "[".repeat(5000) + "]".repeat(5000));
    assertThat(refusal().code()).isEqualTo("protocols.yaml.too-deep");
    Files.writeString(folder.resolve("study.yaml"), "- a\n- b\n");
    assertThat(refusal().code()).isEqualTo("protocols.yaml.not-a-mapping");
  }

  @Test
  void refusesALinkThatLeadsOut(@TempDir Path elsewhere) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), rightStudy());
    Files.createSymbolicLink(folder.resolve("data"), elsewhere);
    assertThat(refusal().code()).isEqualTo("protocols.path.link-out");
    Files.delete(folder.resolve("data"));
    Files.createDirectory(folder.resolve("data"));
    Files.createSymbolicLink(folder.resolve("data/persons.csv"), elsewhere.resolve("none"));
    assertThat(refusal().code()).isEqualTo("protocols.path.link-out");
  }

  private Refusal refusal() {
    RefusalException refused =
        catchThrowableOfType(RefusalException.class, () -> ProtocolFile.read(folder));
    return refused.refusals().getFirst();
  }

  static RefusalException readRefused(Path folder, String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    RefusalException refused =
        catchThrowableOfType(RefusalException.class, () -> ProtocolFile.read(folder));
    assertThat(refused).as("the study must be refused").isNotNull();
    return refused;
  }

  static String rightStudy() throws IOException {
    return study("study.yaml");
  }

  static String study(String name) throws IOException {
    try (InputStream in = BadStudiesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long line(String text, int at) {
    return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
