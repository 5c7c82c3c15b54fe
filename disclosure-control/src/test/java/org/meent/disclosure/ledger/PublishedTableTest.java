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

class PublishedTableTest {
  private static final PublishedTable STATLINE =
      PublishedTable.of("statline", "83", "all").withCounts("Persons_1");

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static ReleasedCount count(long value, Map<String, String> codes) {
    return new ReleasedCount(new TreeMap<>(codes), value);
  }

  @Test
  void aTableWithTotalsIsTakenIn() throws IOException {
    Path csv =
        file("t.csv", "region,sex,persons\nTotal,Total,250\nA,Total,80\nA,m,.\nTotal,m,121\n");
    ReleaseLedger.Entry entry = PublishedTable.of("statline", "83", "all").read(csv);
    assertThat(entry.units()).isEqualTo(250);
    assertThat(entry.counts())
        .containsExactly(count(80, Map.of("region", "A")), count(121, Map.of("sex", "m")));
    ReleaseLedger.Entry request =
        new ReleaseLedger.Entry(
            "", "t", "young", 180, "all", List.of(count(77, Map.of("region", "A"))));
    assertThat(Differencing.of(new ReleaseLedger(List.of(entry)), List.of(request), 10)).hasSize(1);
  }

  /** The typed data set of StatLine: semicolons, codes with spaces behind, T001038 for all. */
  @Test
  void theCsvOfStatLineIsTakenIn() throws IOException {
    Path csv =
        file(
            "s.csv",
            "\"ID\";\"Sex\";\"Regions\";\"Periods\";\"Persons_1\";\"Income_2\"\n"
                + "0;\"T001038\";\"NL01  \";\"2024JJ00\";250;31.4\n"
                + "1;\"3000   \";\"NL01  \";\"2024JJ00\";121;30.2\n"
                + "2;\"3000   \";\"GM0014\";\"2024JJ00\";12;\n"
                + "3;\"3000   \";\"NL01  \";\"2023JJ00\";119;29.9\n");
    ReleaseLedger.Entry entry =
        STATLINE
            .withAmounts(Map.of("Income_2", "income"))
            .withOnly(Map.of("Periods", "2024JJ00"))
            .withTotal(Map.of("Regions", "NL01"))
            .read(csv);
    assertThat(entry.units()).isEqualTo(250);
    assertThat(entry.counts())
        .containsExactly(
            count(121, Map.of("Sex", "3000")),
            count(12, Map.of("Sex", "3000", "Regions", "GM0014")));
    assertThat(entry.amounts())
        .containsExactly(
            new ReleasedAmount("income", new TreeMap<>(), OptionalLong.of(250)),
            new ReleasedAmount(
                "income", new TreeMap<>(Map.of("Sex", "3000")), OptionalLong.of(121)));
  }

  @Test
  void theJsonOfAnODataServiceIsTakenIn() throws IOException {
    Path json =
        file(
            "s.json",
            "{\"odata.metadata\": \"x\", \"value\": [{\"ID\": 0, \"Sex\": \"T001038\", \"Regions\":"
                + " \"NL01  \", \"Persons_1\": 250},{\"ID\": 1, \"Sex\": \"3000   \", \"Regions\":"
                + " \"NL01  \", \"Persons_1\": null},{\"ID\": 2, \"Sex\": \"4000   \", \"Regions\":"
                + " \"NL01  \", \"Persons_1\": 129}]}");
    ReleaseLedger.Entry entry = STATLINE.withTotal(Map.of("Regions", "NL01")).read(json);
    assertThat(entry.units()).isEqualTo(250);
    assertThat(entry.counts()).containsExactly(count(129, Map.of("Sex", "4000")));
  }

  @Test
  void whatIsNoTableOfCountsIsRefused() throws IOException {
    PublishedTable table = PublishedTable.of("statline", "83", "all");
    Map<Path, String> faults =
        Map.of(
            file("a.csv", "region,persons\nTotal,250\nA,8.5\n"), "a.csv, line 3",
            file("b.csv", "region,persons\nA,80\n"), "a row with Total",
            file("c.json", "{\"value\": []}"), "OData",
            file("d.json", "[1"), "OData",
            folder.resolve("e.csv"), "no such file");
    faults.forEach(
        (path, words) ->
            assertThatThrownBy(() -> table.read(path))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(words));
    Path csv = file("f.csv", "region,persons\nTotal,250\n");
    assertThatThrownBy(() -> table.withCounts("people").read(csv))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("people");
  }

  @Test
  void aTableThatIsNotThereHasASentenceOfItsOwn() {
    for (String name : List.of("none.csv", "none.json")) {
      assertThatThrownBy(() -> STATLINE.read(folder.resolve(name)))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining("a table that was published");
    }
  }
}
