// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.run.RandomStream;

/** {@code protect} and its verbs on a file of one's own. */
class ProtectCommandTest {
  @TempDir Path folder;
  private Path spec;

  @BeforeEach
  void writeRecords() throws IOException {
    RandomStream random = RandomStream.of(5, "records");
    StringBuilder text = new StringBuilder("province,town,sector,key,turnover\n");
    for (int i = 0; i < 120; i++) {
      int town = random.nextInt(6);
      text.append("P%d,T%d,S%d,".formatted(town / 3, town, random.nextInt(4)));
      text.append("0.%08d,%d\n".formatted(1 + random.nextInt(99_999_998), random.nextInt(900)));
    }
    Files.writeString(folder.resolve("people.csv"), text);
    spec = folder.resolve("people.yaml");
    Files.writeString(
        spec,
        """
        input: people.csv
        dimensions: {region: [province, town], sector: [sector]}
        rules: {threshold: 5}
        standard: interval
        """);
  }

  @Test
  void protectsAndProves() throws IOException {
    Path out = folder.resolve("out");
    assertThat(Spoken.by("protect", spec, "--out", out).exit()).isZero();
    assertThat(out.resolve("report.html")).exists();
    assertThat(Spoken.by("protect", "verify", out).exit()).isZero();
    assertThat(Spoken.by("protect", "audit", out.resolve("cells.csv"), spec).exit()).isZero();
    assertThat(Files.readString(out.resolve("released.csv"))).doesNotContain("primary");

    Path certificate = out.resolve("certificate.json");
    String honest = Files.readString(certificate);
    int move = honest.indexOf("\"moves\": [[") + "\"moves\": [[".length();
    int comma = honest.indexOf(", ", move);
    int end = honest.indexOf(']', comma);
    long moved = Long.parseLong(honest.substring(comma + 2, end)) + 1;
    Files.writeString(certificate, honest.substring(0, comma + 2) + moved + honest.substring(end));
    Spoken verified = Spoken.by("protect", "verify", out);
    assertThat(verified.exit()).isEqualTo(5);
    assertThat(verified.err()).contains("Expected ").doesNotContain("Exception");
  }

  @Test
  void auditsAPatternWithoutItsSecondaries() throws IOException {
    Path out = folder.resolve("out");
    assertThat(Spoken.by("protect", spec, "--out", out).exit()).isZero();
    Path cells = out.resolve("cells.csv");
    String sound = Files.readString(cells);
    assertThat(sound).contains(",secondary");
    Files.writeString(cells, sound.replace(",secondary", ",published"));
    Spoken audited = Spoken.by("protect", "audit", cells, spec);
    assertThat(audited.exit()).isEqualTo(5);
    assertThat(audited.out()).containsPattern("disclosed: [1-9]").contains("  published: 0");
    assertThat(audited.err()).contains("Expected ").doesNotContain("Exception");
  }

  @Test
  void showsAlternatives() throws IOException {
    Path out = folder.resolve("compared");
    Spoken said = Spoken.by("protect", "alternatives", spec, "--record-key", "key", "--out", out);
    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isZero();
    assertThat(Files.readAllLines(out.resolve("alternatives.csv")))
        .hasSize(1 + 9 * 5)
        .first()
        .isEqualTo(
            "region,sector,value,conventional-rounding,random-rounding,controlled-rounding,"
                + "small-count-rounding,cell-key");
    assertThat(Files.readString(out.resolve("alternatives.html")))
        .contains("controlled rounding", "Inside only");
  }

  @Test
  void showsAlternativesForAmounts() throws IOException {
    Files.writeString(spec, Files.readString(spec) + "measure: turnover\n");
    Path out = folder.resolve("compared");
    Spoken none = Spoken.by("protect", "alternatives", spec, "--out", out);
    assertThat(none.exit()).as("which codes to take together needs no record key").isZero();
    assertThat(Files.readString(out.resolve("alternatives.csv")))
        .startsWith("region,sector,value\n");
    assertThat(
            Spoken.by("protect", "alternatives", spec, "--record-key", "key", "--out", out).exit())
        .isZero();
    assertThat(Files.readString(out.resolve("alternatives.csv")))
        .startsWith("region,sector,value,cell-key\n");
    assertThat(
            Spoken.by("protect", "alternatives", spec, "--record-key", "turnover", "--out", out)
                .err())
        .contains("record keys above 0 up to 1");
    assertThat(Spoken.by("protect", "alternatives", spec, "--base", "1", "--out", out).exit())
        .isEqualTo(2);
  }
}
