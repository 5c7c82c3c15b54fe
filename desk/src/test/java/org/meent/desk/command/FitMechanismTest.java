// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.protocols.run.RandomStream;

/** A coach works through contacts and through nothing else; letters do nothing. */
class FitMechanismTest {
  @TempDir Path folder;

  @BeforeEach
  void people() throws IOException {
    StringBuilder lines =
        new StringBuilder(
            "id,coach,months_worked,age,education,score,contacts,contacts_day,letters,start,early,"
                + "late,gaps,same,only\n");
    LocalDate start = LocalDate.of(2021, 3, 1);
    for (int i = 0; i < 500; i++) {
      RandomStream random = RandomStream.of(8, "fit-mechanism", i);
      int coach = random.nextInt(2);
      double score = random.nextGaussian();
      double contacts = coach + score + random.nextGaussian();
      double letters = coach + random.nextGaussian();
      double months = 3 * contacts + score + random.nextGaussian();
      lines.append(
          "%d,%d,%.4f,%d,%d,%.4f,%.4f,%s,%.4f,%s,%s,%s,%s,4,%.3f\n"
              .formatted(
                  i,
                  coach,
                  months,
                  20 + random.nextInt(40),
                  random.nextInt(3),
                  score,
                  contacts,
                  start.plusMonths(3),
                  letters,
                  start,
                  i == 77 ? start : start.plusDays(1),
                  i == 77 ? start.plusMonths(24) : start.plusDays(1),
                  i == 77 ? "" : "1",
                  10 * coach + random.nextDouble()));
    }
    Files.writeString(folder.resolve("people.csv"), lines);
  }

  private Spoken fit(String... more) {
    List<Object> words = new ArrayList<>(List.of("fit", folder.resolve("people.csv")));
    words.addAll(List.of("--treatment", "coach", "--outcome", "months_worked", "--id", "id"));
    words.addAll(List.of("--covariates", "age,education,score", "--trees", "60"));
    words.addAll(
        List.of("--start-date", "start", "--follow-up", "24", "--out", folder.resolve("out")));
    words.addAll(List.of((Object[]) more));
    return Spoken.by(words.toArray());
  }

  /** The second example of the manual, with two more mechanisms. */
  @Test
  void anEffectIsSplitByTheMechanismThatCarriesIt() throws IOException {
    String command =
        Files.readString(Path.of(System.getProperty("meent.root"), "docs/further.md"))
            .lines()
            .filter(line -> line.startsWith("$ meent ") && line.contains("--mechanism"))
            .findFirst()
            .orElseThrow()
            .substring("$ meent ".length());
    List<Object> words = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      boolean file = word.equals("people.csv") || word.equals("fitted");
      words.add(
          file
              ? folder.resolve(word)
              : word.startsWith("contacts@") ? word + ",letters,only" : word);
    }
    Spoken said = Spoken.by(words.toArray());
    assertThat(said.exit()).as(said.err()).isZero();
    String json = Files.readString(folder.resolve("fitted/further.json"));
    String contacts = json.substring(json.indexOf("\"mechanism\": \"contacts\""));
    String letters = json.substring(json.indexOf("\"mechanism\": \"letters\""));
    String only = json.substring(json.indexOf("\"mechanism\": \"only\""));
    // the coach adds a contact, a contact 3 months: 3 in all, through contacts, and no rest
    assertThat(number(contacts, "through", "lower")).isBetween(1.5, 3.0);
    assertThat(number(contacts, "through", "upper")).isBetween(3.0, 4.5);
    assertThat(number(contacts, "direct", "lower")).isNegative();
    assertThat(number(contacts, "direct", "upper")).isPositive();
    assertThat(number(letters, "through", "lower")).isNegative();
    assertThat(number(letters, "through", "upper")).isPositive();
    assertThat(only).contains("\"carried\": false").contains("mechanism-outside-share");
    assertThat(Files.readString(folder.resolve("fitted/further.html")))
        .contains("Through contacts, 1 raises the outcome, if the assumptions beside it hold")
        .contains("Not known whether 1 works through letters")
        .contains("No column says when letters was measured")
        .doesNotContain("No column says when contacts was measured")
        .contains("The data cannot carry this answer")
        .contains("nothing unmeasured moves both mechanism and outcome");
  }

  private static double number(String json, String part, String name) {
    int at = json.indexOf('"' + name + '"', json.indexOf('"' + part + '"'));
    int from = json.indexOf(':', at) + 1;
    int to = from;
    while (",}\n".indexOf(json.charAt(to)) < 0) {
      to++;
    }
    return Double.parseDouble(json.substring(from, to).strip());
  }

  @ParameterizedTest
  @CsvSource({
    "contacts@early, 3, after the start",
    "contacts@late, 3, before the outcome",
    "gaps, 4, a value in every row",
    "same, 4, a mechanism that varies",
    "score, 4, nothing else in this fit",
    "months_worked, 4, nothing else in this fit",
    "coach, 4, nothing else in this fit",
    "nothing, 4, no such column",
    "contacts@same, 4, a day such as",
    "@early, 4, hours@day"
  })
  void whatIsNoMechanismIsRefusedBeforeAnythingIsFitted(String asked, int exit, String why) {
    Spoken said = fit("--mechanism", asked);
    assertThat(said.exit()).as(said.err()).isEqualTo(exit);
    assertThat(said.err()).contains(why);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theDayOfAMechanismNeedsTheDayOfTheStart() {
    Spoken said =
        Spoken.by(
            "fit",
            folder.resolve("people.csv"),
            "--treatment",
            "coach",
            "--outcome",
            "months_worked",
            "--covariates",
            "age,score",
            "--mechanism",
            "contacts@contacts_day",
            "--out",
            folder.resolve("out"));
    assertThat(said.exit()).isEqualTo(4);
    assertThat(said.err()).contains("--start-date");
    assertThat(fit("--mechanism", "contacts,contacts").exit()).isEqualTo(4);
  }
}
