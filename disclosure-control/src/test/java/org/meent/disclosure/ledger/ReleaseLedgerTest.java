// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.refusal.RefusalException;

class ReleaseLedgerTest {
  private static final String GOOD =
      "{\"schema\":\"meent-release/1\",\"release\":\"r1\",\"output\":\"people\","
          + "\"population\":\"nsw\",\"units\":722}";

  @TempDir private Path home;

  @Test
  void noFileMeansThatNoReleaseIsKnown() {
    assertThat(ReleaseLedger.open(home)).isEqualTo(ReleaseLedger.empty());
    assertThat(ReleaseLedger.open(home).releases()).isZero();
  }

  @Test
  void readsEntriesInOrderAndCountsReleasesOnce() throws IOException {
    write(GOOD + "\n" + GOOD.replace("people", "homes") + "\n");
    ReleaseLedger ledger = ReleaseLedger.open(home);
    assertThat(ledger.releases()).isEqualTo(1);
    assertThat(ledger.entries().getLast())
        .isEqualTo(new ReleaseLedger.Entry("r1", "homes", "nsw", 722));
    assertThat(ledger.entries().getFirst().toString()).doesNotContain("722");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"schema\":\"meent-release/1\"}",
        "{\"schema\":\"meent-release/2\",\"release\":\"r\",\"output\":\"o\",\"population\":\"p\",\"units\":1}",
        "{\"schema\":\"meent-release/1\",\"release\":\"r\",\"output\":\"o\",\"population\":\"p\",\"units\":-1}",
        "{\"schema\":\"meent-release/1\",\"release\":\"r\",\"output\":\"o\",\"population\":\"p\",\"units\":1.5}",
        "{\"schema\":\"meent-release/1\",\"release\":\"\",\"output\":\"o\",\"population\":\"p\",\"units\":1}",
        "{\"schema\":\"meent-release/1\",\"release\":\"r\",\"output\":\"o\",\"population\":\"p\",\"units\":1,\"x\":0}",
        "{\"schema\":\"meent-release/1\",\"release\":\"r\",\"release\":\"s\",\"output\":\"o\",\"population\":\"p\",\"units\":1}"
      })
  void saysWhichLineIsNoEntry(String line) throws IOException {
    write(GOOD + "\n" + line + "\n" + GOOD + "\n");
    assertThatThrownBy(() -> ReleaseLedger.open(home))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("ledger/releases.jsonl, line 2");
  }

  private void write(String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve("ledger"));
    Files.writeString(folder.resolve("releases.jsonl"), text);
  }
}
