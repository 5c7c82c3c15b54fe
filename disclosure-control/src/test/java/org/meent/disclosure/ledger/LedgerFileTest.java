// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.refusal.RefusalException;

class LedgerFileTest {
  @TempDir private Path home;

  private static ReleaseLedger.Entry entry(String release, long count) {
    ReleasedCount men = new ReleasedCount(new TreeMap<>(Map.of("sex", "m \"quoted\"")), count);
    List<ReleasedAmount> amounts =
        List.of(
            new ReleasedAmount("pay", men.codes(), OptionalLong.of(count)),
            new ReleasedAmount("hours", men.codes(), OptionalLong.empty()));
    return new ReleaseLedger.Entry(release, "people", "all", 100, "country", List.of(men), amounts);
  }

  private Path file() {
    return home.resolve("ledger").resolve("releases.jsonl");
  }

  @Test
  void whatIsAddedIsReadAgainInOrder() {
    LedgerFile.append(home, List.of(entry("r1", 40), entry("r1", 41)));
    LedgerFile.append(home, List.of(entry("r2", 42)));
    assertThat(ReleaseLedger.open(home).entries())
        .containsExactly(entry("r1", 40), entry("r1", 41), entry("r2", 42));
    assertThat(entry("r1", 40).toString() + entry("r1", 40).counts()).doesNotContain("40");
  }

  @Test
  void aLineThatWasChangedLostOrMovedIsTold() throws IOException {
    LedgerFile.append(home, List.of(entry("r1", 40), entry("r2", 41), entry("r3", 42)));
    List<String> lines = Files.readAllLines(file());
    List<List<String>> others =
        List.of(
            List.of(lines.get(0).replace(":40", ":39"), lines.get(1), lines.get(2)),
            List.of(lines.get(0), lines.get(2)),
            List.of(lines.get(1), lines.get(0), lines.get(2)));
    for (List<String> other : others) {
      Files.write(file(), other);
      assertThatThrownBy(() -> ReleaseLedger.open(home))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining("digest");
      assertThatThrownBy(() -> LedgerFile.append(home, List.of(entry("r4", 43))))
          .isInstanceOf(RefusalException.class);
    }
  }

  @Test
  void aTornLastLineIsToldAndNothingIsAddedToIt() throws IOException {
    LedgerFile.append(home, List.of(entry("r1", 40), entry("r2", 41)));
    String whole = Files.readString(file());
    Files.writeString(file(), whole.substring(0, whole.length() - 5));
    assertThatThrownBy(() -> LedgerFile.append(home, List.of(entry("r3", 42))))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("releases.jsonl, line 2")
        .hasMessageContaining("not written whole");
  }
}
