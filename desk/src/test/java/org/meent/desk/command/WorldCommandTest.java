// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code world} as a user calls it. */
class WorldCommandTest {
  @TempDir Path folder;

  @Test
  void aWorldIsWrittenAndComparedWithWhatWasPublished() {
    Path out = folder.resolve("meentland");
    Spoken said = Spoken.by("world", "--persons", 50, "--out", out, "--formats", "csv", "--report");
    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("truth/effects.csv", "stock March 2024: women: published 0.5700");
    assertThat(out.resolve("truth/world.json")).exists();
    assertThat(folder.resolve("meentland.partial")).doesNotExist();
  }

  @Test
  void whatCannotBeAWorldIsRefusedAndNothingIsWritten() throws IOException {
    Path out = folder.resolve("never");
    assertThat(Spoken.by("world", "--persons", 0, "--out", out).exit()).isEqualTo(2);
    assertThat(Spoken.by("world", "--persons", "many", "--out", out).exit()).isEqualTo(2);
    Spoken format = Spoken.by("world", "--persons", 5, "--out", out, "--formats", "saw");
    assertThat(format.exit()).isEqualTo(2);
    assertThat(format.err()).contains("nearest is sav");
    assertThat(out).doesNotExist();
    Files.createDirectory(out);
    Files.writeString(out.resolve("thesis.txt"), "mine");
    Spoken full = Spoken.by("world", "--persons", 5, "--out", out);
    assertThat(full.exit()).isEqualTo(2);
    assertThat(out.resolve("thesis.txt")).hasContent("mine");
  }
}
