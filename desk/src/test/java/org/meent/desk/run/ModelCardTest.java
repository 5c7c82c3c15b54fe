// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model card of two examples: one that answers, and one whose data cannot carry an answer. */
class ModelCardTest {
  @TempDir static Path home;

  private static StudyCopy answered;
  private static StudyCopy refused;

  @BeforeAll
  static void run() throws IOException {
    answered = withCard("nsw");
    refused = withCard("nsw-psid");
  }

  private static StudyCopy withCard(String example) throws IOException {
    StudyCopy study =
        StudyCopy.of(example, home)
            .replace("study.yaml", "\noutputs:\n", "\noutputs:\n  card: {kind: model-card}\n")
            .sign();
    StudyCopy.Said said = study.meent("run", "--home", home.resolve("home-" + example).toString());
    assertThat(said.exit()).as(said.err()).isZero();
    return study;
  }

  private static Path request(StudyCopy study) throws IOException {
    try (Stream<Path> requests = Files.list(study.folder().resolve("requests"))) {
      return requests.findFirst().orElseThrow();
    }
  }

  private static String card(StudyCopy study, String file) throws IOException {
    return Files.readString(request(study).resolve("outputs").resolve(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"card.csv", "card-nl.md", "card-en.md"})
  void noNumberOnItStandsNowhereElse(String file) throws IOException {
    for (StudyCopy study : List.of(answered, refused)) {
      String text = card(study, file);
      assertThat(CardRecovery.numbers(text)).hasSizeGreaterThan(5);
      assertThat(CardRecovery.unaccounted(text, request(study), study.folder())).isEmpty();
      assertThat(CardRecovery.unaccounted(text + " 31.7", request(study), study.folder()))
          .containsExactly("31.7");
    }
  }

  @Test
  void inPlainWordsItSaysWhatWasFoundAndWhatItIsNotFor() throws IOException {
    assertThat(card(answered, "card-en.md"))
        .contains("We do not know whether supported-work does better or worse than none")
        .contains("They must not be used to decide about a person.")
        .contains("They must not be used to rank, select or triage people.")
        .contains("Not to be used after 1979-01-01.")
        .contains("People in the National Supported Work experiment, men (N = 722)")
        .contains("| all-722: doubly-robust, ate, nodegree | estimated |")
        .contains("a forest and, for support, a logistic regression")
        .contains("identical duplicate row | Left out to protect people. |");
    assertThat(card(answered, "card-nl.html"))
        .contains("Ze mogen niet gebruikt worden om over een persoon te beslissen.")
        .contains("Wie er ontbreekt", "Nog niet gelezen door cliënten", "DEMONSTRATIE");
    try (XWPFDocument word =
            new XWPFDocument(
                Files.newInputStream(request(answered).resolve("outputs/card-nl.docx")));
        XWPFWordExtractor text = new XWPFWordExtractor(word)) {
      assertThat(text.getText()).contains("Voorwaarden voor gebruik", "-108.70", "1813.86");
    }
  }

  @Test
  void whatTheDataCannotCarryIsSaidAndNotShown() throws IOException {
    assertThat(card(refused, "card-en.md"))
        .contains("| psid, ate | Not known for these people: refused by overlap-")
        .contains("and not about anybody else: the others were too different to compare")
        .contains("psid: doubly-robust, ate, everybody | refused by overlap-")
        .contains("Nobody and nothing was lost on the way to the study.");
    assertThat(Files.readString(request(refused).resolve("findings.json")))
        .contains("Every other digit stands in the protocol.");
  }

  /** Who reads the request reads the card as one more table, and asks nothing of it. */
  @Test
  void aDescriptionIsStillReadFromTheRequest() throws IOException {
    StudyCopy.Said said =
        StudyCopy.anywhere(
            "described",
            request(answered).toString(),
            "--with",
            "nodegree=1",
            "--study",
            answered.folder().toString(),
            "--out",
            home.resolve("page.html").toString());
    assertThat(said.exit()).as(said.err()).isZero();
  }

  @Test
  void itStandsInTheRequestInEachFormAndLanguage() throws IOException {
    assertThat(answered.request().keySet())
        .filteredOn(name -> name.contains("card"))
        .containsExactlyInAnyOrder(
            "outputs/card.csv",
            "outputs/card-en.docx",
            "outputs/card-en.html",
            "outputs/card-en.md",
            "outputs/card-nl.docx",
            "outputs/card-nl.html",
            "outputs/card-nl.md");
  }
}
