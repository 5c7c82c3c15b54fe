// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lock}, {@code drift} and what {@code show} says of a register, as a user runs them. */
class RegisterVerbsTest {
  private static final String OLD =
      "RINPERSOONS,RINPERSOON,GBAGESLACHT,GBAGENERATI\nR,000000011,1,0\nR,000000012,2,0\n";
  private static final String NEW =
      "RINPERSOONS,RINPERSOON,GBAGESLACHT,GBAGENERATI\nR,000000011,-,0\nR,000000013,2,0\n";

  @TempDir Path folder;

  @Test
  void driftSaysWhatChangedAndWritesIt() throws IOException {
    Path old = Files.writeString(folder.resolve("GBAPERSOON2018TABV9.csv"), OLD);
    Path now = Files.writeString(folder.resolve("GBAPERSOON2018TABV10.csv"), NEW);
    Path out = folder.resolve("out/drift.json");
    Spoken said = Spoken.by("drift", old.toString(), now.toString(), "--out", out.toString());
    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .startsWith(
            """
            From GBAPERSOON2018TABV9.csv (GBAPERSOONTAB 2018 V9, 2 rows) to \
            GBAPERSOON2018TABV10.csv (GBAPERSOONTAB 2018 V10, 2 rows). Inside only.
            * Units by RINPERSOONS + RINPERSOON: 1 gone and 1 new; 1 are in both.
            * GBAGESLACHT no longer has: 1 = Mannen (1 row).
            * GBAGESLACHT has new codes: - = onbekend (1 row).
            * GBAGESLACHT has no value in 50.0 % of the rows, and 0.0 % before.
            * GBAGESLACHT differs for 1 of the 1 units in both (100.0 %).
            """);
    assertThat(Files.readString(out)).contains("\"meent-drift/1\"");
    assertThat(Spoken.by("drift", old.toString(), now.toString(), "--lang", "nl").out())
        .contains("* Eenheden naar RINPERSOONS + RINPERSOON: 1 weg en 1 nieuw; 1 staan in beide.");
    assertThat(Spoken.by("drift", old.toString(), out.toString()).exit()).isEqualTo(2);
    assertThat(Spoken.by("drift", old.toString(), "absent.csv").exit()).isEqualTo(4);
  }

  @Test
  void showNamesTheRegisterAndANewerVersion() throws IOException {
    Path old = Files.writeString(folder.resolve("GBAPERSOON2018TABV9.csv"), OLD);
    Files.writeString(folder.resolve("GBAPERSOON2018TABV10.csv"), NEW);
    String said = Spoken.by("show", old.toString()).out().replaceAll("\\s+", " ");
    assertThat(said)
        .contains("By its name this is GBAPERSOONTAB")
        .contains("knows 3 of its 4 columns")
        .contains("GBAGENERATI (nearest: GBAGENERATIE)")
        .contains("A newer version lies beside it: GBAPERSOON2018TABV10.csv");
  }

  @Test
  void showKnowsTheUsersOwnRegisters() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        own.resolve("a.json"),
        """
        {"schema": "meent-register/1", "name": "EIGENTAB", "title": {"en": "Own", "nl": "Eigen"},
         "theme": "own", "kind": "survey", "rows": {"kind": "not-known"}, "columns": [],
         "verified": false, "by": "us"}
        """);
    Path file = Files.writeString(folder.resolve("EIGEN2020TABV1.csv"), OLD);
    String said =
        Spoken.by("show", file.toString(), "--registers", own.toString(), "--lang", "nl").out();
    assertThat(said).contains("EIGENTAB: Eigen").contains("niet geverifieerd: us");
  }

  @Test
  void lockWritesAndTellsWhatChangedSince() throws IOException {
    Path study = copy("nsw");
    Spoken first = Spoken.by("lock", study.toString());
    assertThat(first.exit()).isZero();
    assertThat(first.out()).contains("as in the protocol").doesNotContain("Since");
    String before = Files.readString(study.resolve("study.lock.json"));
    Spoken second = Spoken.by("lock", study.toString());
    assertThat(second.out()).contains("Since the lock that stood here:\npersons\n- All values");
    assertThat(study.resolve("study.lock.json")).hasContent(before);
    Path persons = study.resolve("data/persons.csv");
    List<String> lines = Files.readAllLines(persons);
    Files.write(persons, lines.subList(0, lines.size() - 9));
    assertThat(Spoken.by("lock", study.toString()).out())
        .contains("the protocol says otherwise")
        .contains("* Rows: 714, and 723 before.");
    Files.writeString(study.resolve("study.lock.json"), "{}");
    assertThat(Spoken.by("lock", study.toString()).exit()).isEqualTo(4);
    assertThat(study.resolve("study.lock.json")).hasContent("{}");
  }

  private Path copy(String example) throws IOException {
    Path from = Path.of(System.getProperty("meent.root"), "examples", example);
    Path study = folder.resolve(example);
    try (Stream<Path> files = Files.walk(from.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = study.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Files.copy(from.resolve("study.yaml"), study.resolve("study.yaml"));
    return study;
  }
}
