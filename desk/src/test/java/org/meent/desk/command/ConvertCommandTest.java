// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code show} and {@code convert} as a user calls them. */
class ConvertCommandTest {
  @TempDir Path folder;
  private Path csv;

  @BeforeEach
  void writeCsv() throws IOException {
    csv = folder.resolve("old.csv");
    String text = "GEMEENTE|CODE|BEDRAG\nS\u00fbdwest-Frysl\u00e2n|1900|12,5\nUtrecht|344|7\n";
    Files.write(csv, text.getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void whatACsvFileDoesNotSayIsSaid() throws IOException {
    Path out = folder.resolve("new.csv");
    Spoken plain = Spoken.by("convert", csv, out);
    assertThat(plain.exit()).isEqualTo(4);
    Object[] words = {"convert", csv, out, "--charset", "windows-1252", "--separator", "|"};
    assertThat(Spoken.by(words).exit()).isZero();
    assertThat(Files.readString(out))
        .startsWith("GEMEENTE,CODE,BEDRAG\nS\u00fbdwest-Frysl\u00e2n,1900,12.5\n");
    Spoken shown =
        Spoken.by("show", csv, "--charset", "cp1252", "--separator", "|", "--text", "CODE");
    assertThat(shown.exit()).isZero();
    assertThat(shown.out()).contains("CODE");
  }

  @Test
  void aColumnThatIsNotThereIsRefusedWithTheNearest() throws IOException {
    Path good = Files.writeString(folder.resolve("a.csv"), "GEMEENTE,CODE\nx,1\n");
    Path out = folder.resolve("b.csv");
    Spoken said = Spoken.by("convert", good, out, "--columns", "GEMENTE");
    assertThat(said.exit()).isEqualTo(4);
    assertThat(said.err()).contains("one called GEMEENTE");
    assertThat(Spoken.by("show", good, "--text", "CODEE").err()).contains("one called CODE");
    assertThat(out).doesNotExist();
  }

  @Test
  void wordsForCsvAreRefusedWhereTheyMeanNothing() throws IOException {
    assertThat(Spoken.by("show", csv, "--charset", "klingon").exit()).isEqualTo(2);
    assertThat(Spoken.by("show", csv, "--separator", "||").exit()).isEqualTo(2);
    Path sav = folder.resolve("a.sav");
    Path good = Files.writeString(folder.resolve("a.csv"), "GEMEENTE;CODE\nx;1\n");
    assertThat(Spoken.by("convert", good, sav).exit()).isZero();
    Spoken said = Spoken.by("show", sav, "--charset", "windows-1252");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--charset");
  }

  @Test
  void parquetAndBack() throws IOException {
    Path good = Files.writeString(folder.resolve("a.csv"), "GEMEENTE,CODE\nx,1\n,2.5\n");
    Path parquet = folder.resolve("a.parquet");
    Path back = folder.resolve("back.csv");
    assertThat(Spoken.by("convert", good, parquet).exit()).isZero();
    assertThat(Spoken.by("show", parquet).out()).contains("GEMEENTE", "CODE");
    assertThat(Spoken.by("convert", parquet, back).exit()).isZero();
    assertThat(back).hasSameBinaryContentAs(good);
  }
}
