// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.register.JsonSchema;
import org.meent.linkage.register.RegisterDictionary;
import org.meent.linkage.source.NswProtocol;
import org.meent.protocols.refusal.RefusalException;

class StudyLockTest {
  private static final String SALT = "000102030405060708090a0b0c0d0e0f";
  private static final RegisterDictionary REGISTERS = RegisterDictionary.shipped();

  @TempDir Path study;

  @BeforeEach
  void copyExample() throws IOException {
    Path example = NswProtocol.example("nsw");
    Files.createDirectories(study.resolve("data"));
    for (String file : List.of("persons.csv", "earnings.csv", "participation.csv")) {
      Files.copy(example.resolve("data").resolve(file), study.resolve("data").resolve(file));
    }
  }

  @Test
  void locksTheExample() {
    StudyLock lock = lock(SALT);
    // examples/nsw/make/MakeData.java: 722 + 1, 722 + 722 + 445 + 2, 297 + 1.
    assertThat(lock.sources())
        .extracting(one -> one.profile().rows())
        .containsExactly(723L, 1891L, 298L);
    assertThat(lock.sources())
        .allSatisfy(
            source ->
                assertThat(source.sha256())
                    .isEqualTo(NswProtocol.sha256(study.resolve(source.path()))));
    assertThat(lock.source("persons").orElseThrow().profile().columns())
        .extracting(ColumnProfile::name)
        .startsWith("RINPERSOONS", "RINPERSOON");
  }

  @Test
  void theFileReadsBackAsItWasWritten() {
    StudyLock lock = lock(SALT);
    String text = StudyLockFile.write(lock);
    assertThat(StudyLockFile.read("study.lock.json", text)).isEqualTo(lock);
    assertThat(Pattern.compile("\\b[0-9]{9}\\b").matcher(text).find()).isFalse();
    assertThat(text).contains("Inside only");
    assertThat(JsonSchema.faults("meent-study-lock-1.json", text)).isEmpty();
  }

  @Test
  void twoLocksTellWhatChanged() throws IOException {
    StudyLock old = lock(SALT);
    Path persons = study.resolve("data/persons.csv");
    List<String> lines = Files.readAllLines(persons);
    Files.write(persons, lines.subList(0, 700));
    StudyLock now = lock(SALT);
    DriftReport report = Drift.withDefaults().locks("old", old, "new", now);
    assertThat(report.parts().getFirst().changes())
        .extracting(Change::kind)
        .contains(Change.Kind.ROWS, Change.Kind.CONTENT);
    assertThat(report.parts().get(1).changes())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.SAME);
  }

  /** Under another salt contents cannot be compared, and it is said. */
  @Test
  void anotherSaltSaysThatItCannotTell() throws IOException {
    StudyLock old = lock(SALT);
    Path persons = study.resolve("data/persons.csv");
    List<String> lines = Files.readAllLines(persons);
    Files.writeString(persons, String.join("\r\n", lines) + "\r\n");
    StudyLock now = lock(new StringBuilder(SALT).reverse().toString());
    assertThat(now.sources().getFirst().profile().columns().getFirst().content())
        .isNotEqualTo(old.sources().getFirst().profile().columns().getFirst().content());
    assertThat(
            DriftTest.sentences(Drift.withDefaults().locks("old", old, "new", now), Locale.ENGLISH))
        .first()
        .isEqualTo(
            "The file has other bytes. Whether its values differ cannot be said: the two locks were"
                + " made under different salts.");
    assertThat(
            Drift.withDefaults().locks("old", old, "new", lock(SALT)).parts().getFirst().changes())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.SAME);
  }

  @Test
  void sourcesComeAndGo() {
    StudyLock all = lock(SALT);
    StudyLock fewer = new StudyLock(SALT, all.sources().subList(0, 1));
    assertThat(
            DriftTest.sentences(Drift.withDefaults().locks("a", all, "b", fewer), Locale.of("nl")))
        .contains("De bron earnings is weg.");
    assertThat(
            DriftTest.sentences(Drift.withDefaults().locks("b", fewer, "a", all), Locale.of("nl")))
        .contains("De bron participation is nieuw.");
  }

  @Test
  void aSourceThatIsNotThereIsRefused() throws IOException {
    Files.delete(study.resolve("data/persons.csv"));
    assertThatThrownBy(() -> lock(SALT)).isInstanceOf(RefusalException.class);
  }

  @Test
  void aLinkOutOfTheStudyIsRefused(@TempDir Path elsewhere) throws IOException {
    Path persons = study.resolve("data/persons.csv");
    Path outside = elsewhere.resolve("persons.csv");
    Files.move(persons, outside);
    Files.createSymbolicLink(persons, outside);
    assertThatThrownBy(() -> lock(SALT)).isInstanceOf(RefusalException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1]",
        "{\"schema\": \"meent-study-lock/2\"}",
        "{\"schema\": \"meent-study-lock/1\", \"salt\": \"00\"}",
        "{\"schema\": \"meent-study-lock/1\", \"salt\": \"" + SALT + "\", \"sources\": 1}",
        "{\"schema\": \"meent-study-lock/1\", \"salt\": \"" + SALT + "\", \"sources\": [{}]}"
      })
  void aFileThatIsNoLockIsRefused(String text) throws IOException {
    Path file = Files.writeString(study.resolve("study.lock.json"), text);
    assertThatThrownBy(() -> StudyLockFile.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("study.lock.json");
  }

  private StudyLock lock(String salt) {
    return StudyLock.of(study, NswProtocol.sources(study), REGISTERS, salt);
  }
}
