// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code meent encode} with the key store that the plan names, and without any. */
class EncodeCommandTest {
  private static final String PLAN =
      """
      method: pseudonym
      id: id
      bits: 1024
      limit: 0.5
      fields:
        - {column: name, kind: surname, grams: 2, hashes: 10}
      """;

  @TempDir Path folder;

  @Test
  void thePlanNamesTheKeyStoreAndThePassPhraseFile() throws IOException {
    Files.writeString(folder.resolve("phrase.txt"), "correct horse battery staple\n");
    Files.writeString(
        folder.resolve("plan.yaml"),
        PLAN + "key-store: linkage.p12\npass-phrase-file: phrase.txt\n");
    Files.writeString(folder.resolve("persons.csv"), "id,name\n1,de Wit\n2,Visser\n");
    Spoken key =
        Spoken.by("encode", "key", at("linkage.p12"), "--pass-phrase-file", at("phrase.txt"));
    assertThat(key.exit()).isZero();
    Spoken encoded =
        Spoken.by(
            "encode", at("persons.csv"), "--plan", at("plan.yaml"), "--out", at("encoded.csv"));
    assertThat(encoded.exit()).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("encoded.csv"));
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).isEqualTo("id,pseudonym");
  }

  @Test
  void withoutAnyKeyStoreItSaysWhereToNameOne() throws IOException {
    Files.writeString(folder.resolve("plan.yaml"), PLAN);
    Files.writeString(folder.resolve("persons.csv"), "id,name\n1,de Wit\n");
    Spoken refused =
        Spoken.by(
            "encode", at("persons.csv"), "--plan", at("plan.yaml"), "--out", at("encoded.csv"));
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.err()).contains("key-store");
    assertThat(folder.resolve("encoded.csv")).doesNotExist();
  }

  private Path at(String name) {
    return folder.resolve(name);
  }
}
