// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.linkage.format.file.FileReport.Counts;

/** What is shown of a file. */
class FileReportTest {
  @Test
  void countsValidDeclaredAndAbsent() {
    // made_pspp.sav: code 1.5, -9 (in lowest thru -1), 99 (declared), system-missing;
    // naam jansen, onbekend (declared), empty, de vries; keus ja, nee, --- (declared), empty.
    FileReport report = FileReport.show(Golden.corpus("made_pspp.sav"));
    assertThat(report.schema().rows()).isEqualTo(4);
    assertThat(report.counts())
        .containsExactly(new Counts(1, 2, 1), new Counts(2, 1, 1), new Counts(2, 1, 1));
  }

  /** One line per file of the corpus, compared with the committed table. */
  @Test
  void theTableOfVerdictsIsTheCommittedOne() throws IOException {
    List<String> table = new ArrayList<>();
    table.add("# Files of the corpus and how they read");
    table.add("");
    table.add("Verdict by comparison with the golden file of haven 2.5.1; made by FileReportTest.");
    table.add("");
    table.add("| file | format | rows | columns | value labels | missing codes | reads as haven |");
    table.add("|---|---|---|---|---|---|---|");
    for (String file : HavenGoldenTest.files().toList()) {
      FileReport report = FileReport.show(Golden.corpus(file));
      long labels = report.schema().columns().stream().mapToLong(c -> c.labels().size()).sum();
      long missing = report.schema().columns().stream().filter(c -> !c.missing().isEmpty()).count();
      table.add(
          "| %s | %s | %d | %d | %d | %d | %s |"
              .formatted(
                  file,
                  report.schema().format(),
                  report.schema().rows(),
                  report.counts().size(),
                  labels,
                  missing,
                  HavenGoldenTest.agrees(file) ? "yes" : "NO"));
    }
    String text = String.join("\n", table) + "\n";
    assertThat(text)
        .isEqualTo(Files.readString(Golden.resource("VERDICTS.md"), StandardCharsets.UTF_8));
  }
}
