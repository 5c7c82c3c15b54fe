// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.protocols.refusal.RefusalException;

class FrameTest {
  @TempDir Path folder;

  private static FrameBuilder forty() {
    return Frame.builder()
        .covariate("x", IntStream.range(0, 40).mapToDouble(i -> i % 7).toArray())
        .treatment(IntStream.range(0, 40).map(i -> i % 2).toArray(), List.of("a", "b"))
        .outcome("y", IntStream.range(0, 40).mapToDouble(i -> i).toArray());
  }

  @Test
  void rowsStandInTheOrderOfTheirIds() {
    List<String> ids =
        IntStream.range(0, 40).mapToObj(i -> "p%02d".formatted((i * 7) % 40)).toList();
    Frame frame = forty().ids(ids).build();
    assertThat(frame.ids()).isSorted();
    assertThat(frame.outcome()[3]).isEqualTo(frame.inputRow(3));
  }

  @Test
  void constantCovariateIsLeftOutWithANote() {
    double[] ones = new double[40];
    Arrays.fill(ones, 1);
    Frame frame = forty().covariate("one", ones).build();
    assertThat(frame.names()).containsExactly("x");
    assertThat(frame.notes()).singleElement().asString().contains("one");
  }

  @Test
  void refusals() {
    double[] y = new double[40];
    y[3] = Double.NaN;
    refused("models.frame.outcome-not-finite", () -> forty().outcome("y", y).build());
    double[] x = new double[40];
    x[2] = Double.POSITIVE_INFINITY;
    refused("models.frame.infinite", () -> forty().covariate("z", x).build());
    refused("models.frame.weights-zero", () -> forty().weights(new double[40]).build());
    refused(
        "models.frame.duplicate-id",
        () -> forty().ids(IntStream.range(0, 40).mapToObj(i -> "p" + i / 2).toList()).build());
  }

  @Test
  void infeasibleFramesAreRefused() {
    refused(
        "models.fit.one-arm",
        () -> Feasibility.demand(forty().treatment(new int[40], List.of("a", "b")).build()));
    refused(
        "models.fit.one-cluster",
        () ->
            Feasibility.demand(
                forty().clusters(IntStream.range(0, 40).mapToObj(i -> "m").toList()).build()));
    refused(
        "models.fit.perfect-prediction",
        () ->
            Feasibility.demand(
                forty()
                    .covariate("told", IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray())
                    .build()));
    Frame ten =
        Frame.builder()
            .covariate("x", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
            .treatment(new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1}, List.of("a", "b"))
            .outcome("y", new double[10])
            .build();
    refused("models.fit.too-few", () -> Feasibility.demand(ten));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'a,b|1,2|3';models.csv.ragged",
        "'a,a|1,2';models.csv.duplicate-column",
        "'a,b|1,NaN';models.csv.not-a-number",
        "'a,b|1,-Inf';models.csv.not-a-number",
        "'a,b|1,1e999';models.frame.infinite",
        "'a,b|1,\"x';protocols.csv.open-quote",
        "'a,b';models.csv.empty"
      })
  void badFiles(String text, String code) throws IOException {
    Path file = Files.writeString(folder.resolve("data.csv"), text.replace('|', '\n'));
    refused(code, () -> NumericCsv.read(file, Set.of()));
  }

  @Test
  void readsNumbersTextAndMissing() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("data.csv"), "id,\"x,1\",arm,note\n\"a \"\"1\"\"\",1.5e1,s,hm\nb,,t,\n");
    NumericCsv csv = NumericCsv.read(file, Set.of("id", "arm"));
    assertThat(csv.numericColumns()).containsExactly("x,1");
    assertThat(csv.asideColumns()).containsExactly("note");
    assertThat(csv.numeric("x,1")).containsExactly(15, Double.NaN);
    assertThat(csv.text("id")).containsExactly("a \"1\"", "b");
    assertThatThrownBy(() -> csv.numeric("arn"))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("nearest: arm");
  }

  @Test
  void contrastKeepsReferenceAndArm() {
    Frame frame =
        forty()
            .treatment(
                IntStream.range(0, 40).map(i -> i % 4).toArray(), List.of("a", "b", "c", "d"))
            .build();
    Frame pair = frame.contrast(3);
    assertThat(pair.rows()).isEqualTo(20);
    assertThat(pair.arms()).containsExactly("a", "d");
    assertThat(pair.outcome()[1]).isEqualTo(3);
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo(code);
              assertThat(e.refusals().getFirst().sentence(Locale.of("nl"))).isNotBlank();
            });
  }
}
