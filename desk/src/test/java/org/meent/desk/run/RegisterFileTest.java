// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.models.study.AnalysisRegister;
import org.meent.models.study.AnalysisRegister.Line;
import org.meent.models.study.PlannedAnalysis;
import org.meent.models.study.PlannedOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register is written as its schema says, and a later start does not undo it. */
final class RegisterFileTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final PlannedAnalysis AVERAGE =
      new PlannedAnalysis.Average("main", "doubly-robust", "ate", "sex");

  @TempDir private Path run;

  private static AnalysisRegister everyKind() {
    return new AnalysisRegister(
        List.of(
            new Line(AVERAGE, "1", new PlannedOutcome.Estimated()),
            new Line(AVERAGE, "2", new PlannedOutcome.Refused("overlap-outside-share")),
            new Line(AVERAGE, "", new PlannedOutcome.NotRun()),
            new Line(
                new PlannedAnalysis.Heterogeneity("main"), "", new PlannedOutcome.PatternFound()),
            new Line(
                new PlannedAnalysis.Heterogeneity("main"), "", new PlannedOutcome.NoPatternFound()),
            new Line(new PlannedAnalysis.Curves("leaving"), "", new PlannedOutcome.Estimated()),
            new Line(new PlannedAnalysis.Rule("who"), "", new PlannedOutcome.NoPatternFound()),
            new Line(new PlannedAnalysis.Mechanism("why"), "", new PlannedOutcome.Estimated())));
  }

  /** Each kind and outcome that can be written is one that the schema names, and the other way. */
  @Test
  void theSchemaNamesEverythingThatIsWritten() throws IOException {
    RegisterFile.write(everyKind(), run);
    JsonNode written = JSON.readTree(Files.readAllBytes(run.resolve("register.json")));
    JsonNode item = schema().path("properties").path("analyses").path("items").path("properties");
    for (String field : List.of("kind", "outcome")) {
      assertThat(values(written.path("analyses"), field))
          .containsAll(texts(item.path(field).path("enum")));
      assertThat(texts(item.path(field).path("enum")))
          .containsAll(values(written.path("analyses"), field));
    }
    for (JsonNode analysis : written.path("analyses")) {
      analysis.propertyNames().forEach(name -> assertThat(item.has(name)).as(name).isTrue());
    }
    assertThat(Files.exists(run.resolve("register.json.partial"))).isFalse();
  }

  @Test
  void aSecondStartLeavesWhatIsThere() throws IOException {
    RegisterFile.write(everyKind(), run);
    byte[] before = Files.readAllBytes(run.resolve("register.json"));
    RegisterFile.begin(new AnalysisRegister(List.of()), run);
    assertThat(Files.readAllBytes(run.resolve("register.json"))).isEqualTo(before);
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RegisterFile.class
                .getClassLoader()
                .getResourceAsStream("META-INF/meent/schemas/register-1.json"))) {
      return JSON.readTree(in.readAllBytes());
    }
  }

  private static List<String> values(JsonNode list, String field) {
    List<String> values = new ArrayList<>();
    list.forEach(node -> values.add(node.path(field).asString()));
    return values;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asString()));
    return texts;
  }
}
