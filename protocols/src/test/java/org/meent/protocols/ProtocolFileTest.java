// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Select;

/** A right study is read as it was meant. */
class ProtocolFileTest {
  @TempDir Path folder;

  @Test
  void readsEveryPart() throws IOException {
    Files.writeString(folder.resolve("study.yaml"), BadStudiesTest.rightStudy());
    Protocol protocol = ProtocolFile.read(folder);
    assertThat(protocol.identity())
        .isEqualTo(
            new Protocol.Identity("small-study", 3, "Does it help?", "Wij kijken of hulp helpt."));
    assertThat(protocol.sources().sequencedKeySet()).containsExactly("persons", "notes", "work");
    SourcePlan persons = at(protocol.sources(), "persons");
    assertThat(persons.format()).isEqualTo(new SourcePlan.TextFormat(';', ',', "windows-1252"));
    assertThat(persons.files().getFirst().lock()).hasSize(64).startsWith("00112233");
    assertThat(at(protocol.sources(), "notes").exemption().reason()).startsWith("nothing");
    assertThat(at(at(protocol.sources(), "work").variables(), "wage").scale()).isEqualTo(2);
    CohortPlan cohort = protocol.cohort();
    assertThat(cohort.treatment().arms().get("coach")).as("leading zeros stay").isEqualTo("07");
    assertThat(cohort.outcome().select()).isEqualTo(Select.SUM);
    assertThat(cohort.outcome().where().get("year")).isEqualTo("2022");
    assertThat(cohort.outcome().absent()).isEqualTo(Absent.ZERO);
    assertThat(at(cohort.covariates(), "age").absent()).isEqualTo(Absent.REFUSE);
    assertThat(at(cohort.covariates(), "age").label()).isEqualTo("age");
    assertThat(at(cohort.covariates(), "jobs").variable()).isEmpty();
    assertThat(at(protocol.analysis().effects(), "known-wage").knownOnly())
        .containsExactly("wage_2019");
    assertThat(protocol.outputs().get("wages"))
        .isEqualTo(new OutputPlan.MagnitudeTable("arm", "degree", "wage_2022"));
    assertThat(protocol.clientView().replyToCouncil()).isEqualTo("We do what was asked.");
    assertThat(protocol.retention().derivedDataUntil()).isEqualTo(LocalDate.of(2030, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nsw", "nsw-psid"})
  void readsTheExamplesAndTheirLocksFit(String name) throws Exception {
    Path study = Path.of(System.getProperty("meent.root")).resolve("examples").resolve(name);
    Protocol protocol = ProtocolFile.read(study);
    for (SourcePlan source : protocol.sources().values()) {
      byte[] digest =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(Files.readAllBytes(study.resolve(source.files().getFirst().path())));
      assertThat(java.util.HexFormat.of().formatHex(digest))
          .isEqualTo(source.files().getFirst().lock());
    }
  }

  private static <V> V at(Map<String, V> map, String key) {
    return Objects.requireNonNull(map.get(key));
  }
}
