// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code protect risk} on a file of one's own. */
class RiskCommandTest {
  @TempDir Path folder;

  @Test
  void saysHowEasilyPersonsAreFound() throws IOException {
    Path file = folder.resolve("sample.csv");
    Files.writeString(
        file,
        """
        age,sex,town,weight,household
        40,m,a,10,h1
        40,m,a,10,h2
        52,v,b,10,h2
        61,v,,10,
        """);
    Path out = folder.resolve("out");
    Spoken said =
        Spoken.by(
            "protect",
            "risk",
            file,
            "--keys",
            "age,sex,town",
            "--weight",
            "weight",
            "--household",
            "household",
            "--out",
            out);
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).contains("4 records looked at, 2 of them the only one");
    String report = Files.readString(out.resolve("risk.html"));
    assertThat(report).contains("Inside only", "A missing value counts as a value");
    assertThat(Spoken.by("protect", "risk", file, "--keys", "agee", "--out", out).exit())
        .isEqualTo(4);
    assertThat(Spoken.by("protect", "risk", file, "--keys", "age,age", "--out", out).exit())
        .isEqualTo(2);
    Spoken light =
        Spoken.by("protect", "risk", file, "--keys", "sex", "--weight", "town", "--out", out);
    assertThat(light.exit()).isEqualTo(4);
    assertThat(light.err()).contains("a weight from 1").contains("record 1");
  }
}
