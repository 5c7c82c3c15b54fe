// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.register.JsonSchema;
import org.meent.protocols.refusal.RefusalException;

class DriftTest {
  private static final Locale DUTCH = Locale.of("nl");

  /**
   * The figures follow from how {@link SpolisVersions} makes the two files: persons 0-399 and
   * 20-429, every tenth with a higher wage, every third on contract B or b, every fiftieth without
   * hours. Mean and deviation: sum and sum of squares of those wages, by hand with Python 3.11's
   * statistics.stdev.
   */
  private static final String[] ENGLISH_SENTENCES = {
    "Column SSECT is gone.",
    "Column RINPERSOONS is now written RINPersoonS.",
    "Column SBASISUREN is gone, and UREN holds the same values for 98.2 % of the shared units or"
        + " rows.",
    "SCONTRACTSOORT now writes these codes in other capitals: B.",
    "Units by RINPERSOONS + RINPERSOON: 20 gone and 30 new; 380 are in both.",
    "Units with more than one row: 410, and 400 before.",
    "Rows: 820, and 800 before.",
    "SSRTIV has new codes: 17 (60 rows).",
    "The codes of SSRTIV are divided differently; 15 most of all: 46.3 % of the values, and 50.0 %"
        + " before.",
    "SBASISUREN has no value in 2.0 % of the rows, and 0.0 % before.",
    "SBASISLOON has mean 1563.82 (deviation 324.243), and 1504 (deviation 287.356) before.",
    "SBASISLOON differs for 38 of the 380 units in both (10.0 %).",
    "SCONTRACTSOORT differs for 127 of the 380 units in both (33.4 %).",
    "SBASISUREN differs for 7 of the 380 units in both (1.8 %).",
    "Column SINDZW is new.",
  };

  private static final String[] DUTCH_SENTENCES = {
    "Kolom SSECT is weg.",
    "Kolom RINPERSOONS wordt nu geschreven als RINPersoonS.",
    "Kolom SBASISUREN is weg, en UREN heeft dezelfde waarden voor 98,2 % van de gedeelde eenheden"
        + " of rijen.",
    "SCONTRACTSOORT schrijft deze codes nu met andere hoofdletters: B.",
    "Eenheden naar RINPERSOONS + RINPERSOON: 20 weg en 30 nieuw; 380 staan in beide.",
    "Eenheden met meer dan één rij: 410, eerst 400.",
    "Rijen: 820, eerst 800.",
    "SSRTIV heeft nieuwe codes: 17 (60 rijen).",
    "De codes van SSRTIV zijn anders verdeeld; het meest 15: 46,3 % van de waarden, eerst 50,0 %.",
    "SBASISUREN heeft geen waarde in 2,0 % van de rijen, eerst 0,0 %.",
    "SBASISLOON heeft gemiddelde 1563,82 (spreiding 324,243), eerst 1504 (spreiding 287,356).",
    "SBASISLOON verschilt voor 38 van de 380 eenheden in beide (10,0 %).",
    "SCONTRACTSOORT verschilt voor 127 van de 380 eenheden in beide (33,4 %).",
    "SBASISUREN verschilt voor 7 van de 380 eenheden in beide (1,8 %).",
    "Kolom SINDZW is nieuw.",
  };

  @TempDir Path folder;

  @Test
  void saysWhatChangedTheImportantFirst() throws IOException {
    DriftReport report =
        Drift.withDefaults().files(SpolisVersions.old(folder), SpolisVersions.now(folder));
    assertThat(sentences(report, Locale.ENGLISH)).containsExactly(ENGLISH_SENTENCES);
    assertThat(sentences(report, DUTCH)).containsExactly(DUTCH_SENTENCES);
    assertThat(report.old())
        .isEqualTo(new DriftReport.Version("SPOLISBUS2022V9.csv", "SPOLISBUS", "2022 V9", 800));
  }

  @Test
  void theOrderOfRowsCannotBeSeen() throws IOException {
    Path old = SpolisVersions.old(folder);
    Path now = SpolisVersions.now(folder);
    List<String> first = sentences(Drift.withDefaults().files(old, now), Locale.ENGLISH);
    for (long seed = 1; seed <= 3; seed++) {
      Path other = SpolisVersions.shuffled(now, seed);
      assertThat(sentences(Drift.withDefaults().files(old, other), Locale.ENGLISH))
          .isEqualTo(first);
      assertThat(sentences(Drift.withDefaults().files(now, other), Locale.ENGLISH))
          .containsExactly(
              "All values are the same; only the order of rows, labels or the bytes of the file can"
                  + " differ.");
    }
  }

  @Test
  void aSampleSaysAbout() throws IOException {
    DriftReport report =
        Drift.withDefaults()
            .withSample(800)
            .files(SpolisVersions.old(folder), SpolisVersions.now(folder));
    Change units =
        report.parts().getFirst().changes().stream()
            .filter(change -> change.kind() == Change.Kind.UNITS)
            .findFirst()
            .orElseThrow();
    assertThat(ChangeSentence.in(Locale.ENGLISH).of(units)).contains("about ");
    assertThat(DriftJson.write(report)).contains("\"sharedEstimated\" : true");
  }

  /** Pseudonyms, and codes in fewer than ten rows, are in no sentence and no file. */
  @Test
  void namesNoPerson() throws IOException {
    DriftReport report =
        Drift.withDefaults().files(SpolisVersions.old(folder), SpolisVersions.now(folder));
    String all = DriftJson.write(report);
    assertThat(Pattern.compile("\\b[0-9]{9}\\b").matcher(all).find()).isFalse();
    assertThat(all).doesNotContain("\"Q\"");
    assertThat(JsonSchema.faults("meent-drift-1.json", all)).isEmpty();
  }

  @Test
  void leadingZerosThatWereLostAreTheFirstThingSaid() throws IOException {
    Path old = file("old.csv", "RINPERSOONS,RINPERSOON,x\nR,000000012,1\nR,000000345,2\n");
    Path now = file("new.csv", "RINPERSOONS,RINPERSOON,x\nR,12,1\nR,345,2\n");
    assertThat(sentences(Drift.withDefaults().files(old, now), Locale.ENGLISH))
        .first()
        .isEqualTo(
            "RINPERSOON, part of the key, was text and is number: keys of the two versions do not"
                + " match, and numbers lose their leading zeros.");
  }

  /** Test data of pyreadstat (Apache-2.0, see the corpus): one table twice. */
  @ParameterizedTest
  @CsvSource({
    "pyreadstat_sample.sav, pyreadstat_sample.zsav",
    "pyreadstat_sample.zsav, pyreadstat_sample.sav"
  })
  void filesOfOtherFormatsCompare(String old, String now) throws URISyntaxException {
    assertThat(kinds(Drift.withDefaults().files(corpus(old), corpus(now))))
        .containsExactly(Change.Kind.FORMAT);
  }

  private static Path corpus(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(
                DriftTest.class.getResource("/org/meent/linkage/format/corpus/" + name))
            .toURI());
  }

  @Test
  void aKeyThatIsNotThereIsRefused() throws IOException {
    Path old = file("old.csv", "a,b\n1,2\n");
    assertThatThrownBy(() -> Drift.withDefaults().withKey(List.of("c")).files(old, old))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("c");
    assertThat(kinds(Drift.withDefaults().withKey(List.of("A")).files(old, old)))
        .containsExactly(Change.Kind.SAME);
  }

  @Test
  void otherPopulationsShareNobody() throws IOException {
    Path old = file("old.csv", "id,x\n1,2\n2,2\n");
    Path now = file("new.csv", "id,x\n3,2\n4,2\n");
    assertThat(kinds(Drift.withDefaults().withKey(List.of("id")).files(old, now)))
        .containsExactly(Change.Kind.NO_SHARED_UNIT);
  }

  @Test
  void aCodeThatMeansSomethingElseIsSaid() {
    assertThat(
            ColumnChanges.between(
                column(new CodeList.Shown("1", "yes", 5)),
                column(new CodeList.Shown("1", "no", 5)),
                false))
        .extracting(ChangeSentence.in(Locale.ENGLISH)::of)
        .containsExactly("Code 1 of c meant \"yes\" and means \"no\".");
  }

  /** A code that is not shown any more may be rare; it is not said to be gone. */
  @Test
  void whatMayBeRareIsNotSaidToBeGone() {
    ColumnProfile many = column(0, new CodeList.Shown("1", "", 12));
    ColumnProfile few = column(3);
    assertThat(ColumnChanges.between(many, few, false))
        .extracting(Change::kind)
        .containsExactly(Change.Kind.CODES_RARE);
    assertThat(ColumnChanges.between(few, many, false))
        .extracting(Change::kind)
        .containsExactly(Change.Kind.CODES_GROWN);
    assertThat(ColumnChanges.between(many, column(0), false))
        .extracting(Change::kind)
        .containsExactly(Change.Kind.CODES_GONE);
  }

  private static ColumnProfile column(CodeList.Shown... codes) {
    return column(0, codes);
  }

  private static ColumnProfile column(int rare, CodeList.Shown... codes) {
    return new ColumnProfile(
        "c",
        ValueType.TEXT,
        100,
        0,
        0,
        2,
        "",
        Optional.of(new CodeList(List.of(codes), rare, rare)),
        Optional.empty());
  }

  static List<String> sentences(DriftReport report, Locale locale) {
    List<String> sentences = new ArrayList<>();
    report
        .parts()
        .forEach(
            part ->
                part.changes()
                    .forEach(change -> sentences.add(ChangeSentence.in(locale).of(change))));
    return sentences;
  }

  private static List<Change.Kind> kinds(DriftReport report) {
    return report.parts().getFirst().changes().stream().map(Change::kind).toList();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
