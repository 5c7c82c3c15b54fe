// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.refusal.RefusalException;

final class CriteriaTest {
  private static final String HEAD =
      "{\"schema\": \"meent-models-criteria/1\", \"id\": \"own\", \"version\": 1, ";
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("own.json"), text);
  }

  @Test
  void everyShippedNumberIsThere() {
    Criteria shipped = Criteria.shipped();
    for (Criterion criterion : Criterion.values()) {
      assertThat(shipped.of(criterion)).as(criterion.id()).isNotNaN();
    }
    assertThat(shipped.breaks())
        .extracting(Criteria.Break::id)
        .containsExactly("corona", "tozo", "srg-2023");
    assertThat(shipped.declaredGroups()).isEmpty();
  }

  @Test
  void aFileOfOnesOwnSetsSomeOfThem() throws IOException {
    Criteria own =
        Criteria.read(
            file(
                HEAD
                    + "\"declaredGroups\": [\"town\"], \"criteria\": [{\"id\": \"clusters\","
                    + " \"value\": 50, \"source\": \"the protocol\"}]}"));
    assertThat(own.of(Criterion.CLUSTERS)).isEqualTo(50);
    assertThat(own.of(Criterion.E_VALUE_OF_LIMIT)).isEqualTo(1.25);
    assertThat(own.declaredGroups()).containsExactly("town");
    assertThat(own.breaks()).isEqualTo(Criteria.shipped().breaks());
    assertThat(own.sha256()).hasSize(64).isNotEqualTo(Criteria.shipped().sha256());
  }

  @Test
  void whatIsNotAsItShouldBeIsRefused() throws IOException {
    refused("models.criteria.unknown", "\"criteria\": [{\"id\": \"cluster\", \"value\": 1}]}");
    refused("models.criteria.unknown", "\"numbers\": []}");
    refused("models.criteria.value", "\"criteria\": [{\"id\": \"clusters\", \"value\": 1}]}");
    refused(
        "models.criteria.value",
        "\"criteria\": [{\"id\": \"clusters\", \"value\": -1, \"source\": \"s\"}]}");
    refused(
        "models.criteria.value",
        "\"breaks\": [{\"id\": \"b\", \"from\": \"2020\", \"to\": \"2021\", \"source\": \"s\"}]}");
    refused("models.criteria.json", "\"id\": \"again\"}");
    assertThatThrownBy(() -> Criteria.read(folder.resolve("none.json")))
        .isInstanceOf(RefusalException.class);
  }

  private void refused(String code, String rest) throws IOException {
    Path own = file(HEAD + rest);
    assertThatThrownBy(() -> Criteria.read(own))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo(code));
  }
}
