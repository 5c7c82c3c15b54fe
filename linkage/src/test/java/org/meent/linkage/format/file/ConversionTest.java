// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.linkage.format.Loss;
import org.meent.protocols.refusal.RefusalException;

/** What a conversion keeps, says and never does. */
class ConversionTest {
  @TempDir Path folder;

  @Test
  void aFailedConversionLeavesTheOldFileAndNothingElse() throws IOException {
    byte[] whole = Files.readAllBytes(Golden.corpus("spssreader_weighted.sav"));
    Path cut = Files.write(folder.resolve("cut.sav"), Arrays.copyOf(whole, whole.length * 9 / 10));
    Path old = Files.writeString(folder.resolve("out.csv"), "what was there\n");
    assertThatThrownBy(() -> Conversion.convert(cut, old, List.of()))
        .isInstanceOf(RefusalException.class);
    assertThat(old).hasContent("what was there\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(cut, old);
    }
  }

  @Test
  void whatTheTargetCannotHoldIsSaidInBothLanguages() {
    Conversion made =
        Conversion.convert(
            Golden.corpus("pyreadstat_sample_missing.sav"), folder.resolve("a.dta"), List.of());
    assertThat(made.losses())
        .extracting(Loss::kind)
        .containsExactly(Loss.Kind.MISSING_CODES, Loss.Kind.TIMES, Loss.Kind.MEASURE);
    assertThat(made.losses().getFirst().sentence(Locale.ENGLISH))
        .isEqualTo(
            "Stata .dta has no place for declared missing codes, the codes stay as ordinary values;"
                + " declare them again for: mynum, mylabl, myord.");
    for (Loss.Kind kind : Loss.Kind.values()) {
      for (String language : List.of("en", "nl")) {
        String sentence =
            new Loss(kind, List.of("a", "b", "c", "d", "e", "f"), "X")
                .sentence(Locale.of(language));
        assertThat(sentence).endsWith(".").doesNotContain("{");
      }
    }
  }

  @Test
  void namesAreBentAndSaid() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("a.csv"),
            "geen naam,GEEN"
                + " NAAM,if,een_naam_van_meer_dan_tweeendertig_tekens_1,een_naam_van_meer_dan_tweeendertig_tekens_2\n"
                + "1,2,3,4,5\n");
    Path dta = folder.resolve("a.dta");
    Conversion made = Conversion.convert(csv, dta, List.of());
    assertThat(made.losses()).extracting(Loss::kind).containsExactly(Loss.Kind.RENAMED);
    assertThat(DataFile.open(dta).schema().columns())
        .extracting(org.meent.linkage.format.Column::name)
        .containsExactly(
            "geen_naam",
            "GEEN_NAAM",
            "if_",
            "een_naam_van_meer_dan_tweeendert",
            "een_naam_van_meer_dan_tweeende_2");
    Path sav = folder.resolve("a.sav");
    Conversion.convert(csv, sav, List.of());
    assertThat(DataFile.open(sav).schema().columns().get(1).name()).isEqualTo("GEEN_NAAM_2");
  }

  @Test
  void taggedMissingsLoseTheirLettersOutsideStata() {
    Path source = Golden.corpus("haven_tagged-na-double.dta");
    Conversion kept = Conversion.convert(source, folder.resolve("a.dta"), List.of());
    assertThat(kept.losses()).isEmpty();
    assertThat(Golden.lines(DataFile.open(folder.resolve("a.dta"))))
        .isEqualTo(Golden.lines(DataFile.open(source)));
    Conversion lost = Conversion.convert(source, folder.resolve("a.sav"), List.of());
    assertThat(lost.losses())
        .extracting(Loss::kind)
        .containsExactly(Loss.Kind.VALUE_LABELS_OF_KIND, Loss.Kind.TAGGED_MISSING);
  }

  @Test
  void stataStaysStataWithLongTexts() {
    for (String file : List.of("made_118.dta", "made_119.dta", "made_115.dta", "haven_types.dta")) {
      Path out = folder.resolve("out.dta");
      Conversion.convert(Golden.corpus(file), out, List.of());
      assertThat(Golden.lines(DataFile.open(out)))
          .isEqualTo(Golden.lines(DataFile.open(Golden.corpus(file))));
      assertThat(folder.resolve("out.dta.partial.strl")).doesNotExist();
    }
  }

  @Test
  void someColumnsInTheOrderAsked() {
    Path out = folder.resolve("a.csv");
    Conversion made =
        Conversion.convert(
            Golden.corpus("pyreadstat_sample.sav"), out, List.of("mydate", "mychar"));
    assertThat(made.rows()).isEqualTo(5);
    assertThat(made.columns()).isEqualTo(2);
    assertThat(CsvFilesTest.rows(DataFile.open(out)).getFirst()).hasSize(2);
    for (List<String> wrong : List.of(List.of("nobody"), List.of("mydate", "mydate"))) {
      assertThatThrownBy(
              () -> Conversion.convert(Golden.corpus("pyreadstat_sample.sav"), out, wrong))
          .isInstanceOf(RefusalException.class);
    }
  }

  @Test
  void sourceAndTargetDiffer() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    assertThatThrownBy(() -> Conversion.convert(csv, csv, List.of()))
        .hasMessageContaining("the source itself");
    assertThatThrownBy(() -> Conversion.convert(csv, folder.resolve("a.xlsx"), List.of()))
        .hasMessageContaining(".xlsx");
    assertThatThrownBy(() -> Conversion.convert(csv, folder.resolve("no/a.sav"), List.of()))
        .isInstanceOf(RefusalException.class);
  }
}
