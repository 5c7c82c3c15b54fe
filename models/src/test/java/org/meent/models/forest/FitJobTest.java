// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.learner.Stack;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

class FitJobTest {
  private static final String HEADER = "person,arm,earned,x1,x2,x3,town";
  @TempDir Path folder;
  private List<String> lines = new ArrayList<>();
  private List<Double> truth = new ArrayList<>();

  /**
   * 600 rows, three arms by the draw of a coin; arm b adds 2 x1, arm c adds 1; x3 partly missing.
   */
  @BeforeEach
  void generate() {
    lines = new ArrayList<>();
    truth = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      RandomStream random = RandomStream.of(11, "fit", i);
      double x1 = random.nextDouble();
      double x2 = random.nextGaussian();
      String x3 = random.nextDouble() < 0.2 ? "" : String.valueOf(random.nextInt(5));
      int arm = random.nextInt(3);
      double gain = arm == 0 ? 0 : arm == 1 ? 2 * x1 : 1;
      double earned = x2 + gain + 0.5 * random.nextGaussian();
      truth.add(2 * x1);
      lines.add(
          String.format(
              Locale.ROOT,
              "p%04d,%s,%.6f,%.6f,%.6f,%s,t%d",
              i,
              "abc".charAt(arm),
              earned,
              x1,
              x2,
              x3,
              i % 30));
    }
  }

  private Path file(List<String> rows) {
    try {
      return Files.writeString(
          folder.resolve("data.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private FitJob job(Path data) {
    FitJob job = FitJob.withDefaults(data, "arm", "earned").withTrees(200).withSplits(1);
    return job.withColumns(job.columns().withId("person"));
  }

  @Test
  void findsTheEffectsOfBothArms() {
    FitResult result = job(file(lines)).run();
    assertThat(result.arms()).extracting(ArmResult::arm).containsExactly("b", "c");
    for (ArmResult arm : result.arms()) {
      EffectEstimate ate = arm.estimates().getFirst();
      assertThat(ate.estimand()).isEqualTo(Estimand.ATE);
      assertThat(ate.value()).isCloseTo(1, within(0.2));
      assertThat(ate.se()).isBetween(0.03, 0.1);
    }
    double[][] b = result.arms().getFirst().everybody(600);
    double square = 0;
    for (int i = 0; i < 600; i++) {
      square += (b[0][i] - truth.get(i)) * (b[0][i] - truth.get(i));
      assertThat(b[1][i]).isPositive();
    }
    assertThat(Math.sqrt(square / 600)).isLessThan(0.4);
    assertThat(result.arms().getFirst().checks().calibration().p()).isLessThan(0.01);
    assertThat(result.notes()).anyMatch(note -> note.contains("town"));
  }

  @Test
  void sameBytesForThreadsAndRowOrder() throws IOException {
    FitResult one = job(file(lines)).withTrees(60).run();
    FitWriter.write(one, folder.resolve("one"));
    FitWriter.write(job(file(lines)).withTrees(60).withThreads(2).run(), folder.resolve("two"));
    for (String name : List.of("effects.csv", "summary.json")) {
      assertThat(folder.resolve("two").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
    }
    FitResult turned = job(file(lines.reversed())).withTrees(60).run();
    assertThat(turned.hash()).isEqualTo(one.hash());
    FitWriter.write(turned, folder.resolve("turned"));
    List<String> written = Files.readAllLines(folder.resolve("turned/effects.csv"));
    assertThat(written).hasSize(1 + 2 * 600);
    assertThat(written.get(0)).isEqualTo("row,id,arm,contrast,effect,se,lower,upper");
    assertThat(written.get(1)).startsWith("1,p0599,b,b - a,");
  }

  @Test
  void predictsNewRows() throws IOException {
    Path fresh = Files.writeString(folder.resolve("new.csv"), "x3,x2,x1\n,0,0.05\n2,0,0.95\n");
    FitResult result = job(file(lines)).withPredict(fresh).run();
    FitWriter.write(result, folder.resolve("out"));
    List<String> written = Files.readAllLines(folder.resolve("out/predicted.csv"));
    assertThat(written).hasSize(5);
    assertThat(written.get(0)).isEqualTo("row,arm,contrast,effect,se,lower,upper");
    double low = Double.parseDouble(written.get(1).split(",")[3]);
    double high = Double.parseDouble(written.get(3).split(",")[3]);
    assertThat(low).isLessThan(0.8);
    assertThat(high).isGreaterThan(1.2);
  }

  @Test
  void clustersAreOneUnit() {
    FitJob job = job(file(lines)).withTrees(60);
    FitResult result = job.withColumns(job.columns().withClusters(List.of("town"))).run();
    assertThat(result.arms().getFirst().estimates().getFirst().degreesOfFreedom())
        .isBetween(27.0, 29.001);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void aDoubledWeightCountsTwice(long heavy) {
    List<String> weighted = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      boolean high = Double.parseDouble(cells[3]) > 0.5;
      weighted.add(lines.get(i).replaceAll("t\\d+$", heavy == (high ? 1 : 0) ? "50" : "1"));
    }
    FitJob job = job(file(weighted)).withTrees(60);
    FitResult result = job.withColumns(job.columns().withWeights("town")).run();
    double ate = result.arms().getFirst().estimates().getFirst().value();
    assertThat(ate).isCloseTo(heavy == 1 ? 1.5 : 0.5, within(0.3));
  }

  /** Treatment follows x1 so closely that hardly anybody could have been in either arm. */
  @Test
  void anEstimandWithoutOverlapIsRefused() {
    List<String> sorted = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      boolean arm = Double.parseDouble(cells[3]) + (i % 3 == 0 ? 0.3 : 0) > 0.6;
      cells[1] = arm ? "b" : "a";
      sorted.add(String.join(",", cells));
    }
    FitJob job = job(file(sorted)).withTrees(100).withEstimand(Estimand.ATE);
    assertThatThrownBy(job::run)
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.exit()).isEqualTo(ExitCode.REFUSED);
              assertThat(e).hasMessageContaining("overlap-outside-share");
            });
  }

  @Test
  void badInputsAreRefused() throws IOException {
    refused(
        "models.fit.one-arm",
        file(lines.stream().map(l -> l.replaceAll(",[abc],", ",a,")).toList()));
    refused("models.fit.too-few", file(lines.subList(0, 10)));
    List<String> twice = new ArrayList<>(lines);
    twice.add(lines.getFirst());
    refused("models.frame.duplicate-id", file(twice));
    assertThatThrownBy(() -> FitJob.withDefaults(file(lines), "arn", "earned").run())
        .hasMessageContaining("arm");
    FitJob clustered = job(file(lines.stream().map(l -> l.replaceAll("t\\d+$", "t")).toList()));
    assertThatThrownBy(
            () -> clustered.withColumns(clustered.columns().withClusters(List.of("town"))).run())
        .hasMessageContaining("cluster");
  }

  @Test
  void valuesThatNoEstimatorMaySeeAreRefused() throws IOException {
    refused("models.csv.not-a-number", file(changed(3, "NaN")));
    refused("models.csv.not-a-number", file(changed(3, "-Inf")));
    refused("models.frame.infinite", file(changed(3, "1e999")));
    refused("models.frame.outcome-not-finite", file(changed(2, "")));
    Path all = file(lines);
    FitJob job = job(all);
    refusedJob(
        "models.fit.perfect-prediction",
        job(
            file(
                lines.stream()
                    .map(l -> l.replaceAll("(,)([abc])(,.*),t\\d+$", "$1$2$3,$2"))
                    .map(l -> l.replaceAll("a$", "1").replaceAll("[bc]$", "2"))
                    .toList())));
    Path zero = file(lines.stream().map(l -> l.replaceAll("t\\d+$", "0")).toList());
    FitJob weighted = job(zero);
    refusedJob(
        "models.frame.weights-zero", weighted.withColumns(weighted.columns().withWeights("town")));
    refusedJob(
        "models.fit.no-covariates",
        weighted.withColumns(weighted.columns().withCovariates(List.of("town"))));
    Path plain = file(lines);
    refusedJob("models.fit.continuous-treatment", FitJob.withDefaults(plain, "person", "earned"));
    refusedJob("models.fit.no-reference", job.withColumns(job.columns().withReference("z")));
    assertThatThrownBy(() -> job.columns().withClusters(List.of("town", "arm", "person")))
        .hasMessageContaining("at most two");
    assertThatThrownBy(() -> Stack.named(List.of("magic"), true)).hasMessageContaining("magic");
  }

  private List<String> changed(int cell, String value) {
    List<String> rows = new ArrayList<>(lines);
    String[] cells = rows.get(7).split(",");
    cells[cell] = value;
    rows.set(7, String.join(",", cells));
    return rows;
  }

  @Test
  void effectsByGroupAndAnotherReference() {
    List<String> grouped =
        lines.stream()
            .map(l -> l.replaceAll("t\\d*[02468]$", "even").replaceAll("t\\d+$", "odd"))
            .toList();
    FitJob job = job(file(grouped)).withTrees(60);
    FitResult result =
        job.withColumns(job.columns().withGroups(List.of("town")).withReference("c")).run();
    assertThat(result.frame().names()).contains("town=odd");
    ArmResult first = result.arms().getFirst();
    assertThat(first.arm()).isEqualTo("a");
    assertThat(first.groups().estimates())
        .extracting(EffectEstimate::group)
        .containsExactly("town=even", "town=odd");
    assertThat(first.groups().estimates()).allMatch(e -> Math.abs(e.value() + 1) < 0.3);
  }

  /**
   * Arm b is taken by those with a high x1, arm c by the others, and only b helps, by 2 x1: among
   * those in a or b its mean effect is larger than among everybody, where it is 1.
   */
  @Test
  void everybodyMeansEverybodyInAllArms() {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < 2400; i++) {
      RandomStream random = RandomStream.of(12, "several", i);
      double x1 = random.nextDouble();
      double u = random.nextDouble();
      char arm = u < 0.3 ? 'a' : random.nextDouble() < 0.15 + 0.7 * x1 ? 'b' : 'c';
      double earned = x1 + (arm == 'b' ? 2 * x1 : 0) + 0.5 * random.nextGaussian();
      chosen.add(
          String.format(
              Locale.ROOT, "p%04d,%s,%.6f,%.6f,%.6f,1,t%d", i, arm, earned, x1, u, i % 30));
    }
    FitJob job = job(file(chosen)).withTrees(40);
    FitResult result = job.withColumns(job.columns().withCovariates(List.of("x1"))).run();
    List<EffectEstimate> b = result.arms().getFirst().estimates();
    assertThat(b.getFirst().method()).isEqualTo("aipw-several-arms");
    assertThat(b.getFirst().value()).isCloseTo(1, within(0.09));
    // The mean of 2 x1 where x1 has density (0.15 + 0.7 x)/0.5: 1.2333.
    assertThat(b.get(Estimand.ATT.ordinal()).value()).isCloseTo(1.2333, within(0.09));
  }

  /** Errors by person or by town, whichever is larger, at least. */
  @Test
  void twoClusteringsCross() {
    FitJob job = job(file(lines)).withTrees(60);
    FitColumns columns = job.columns();
    double one = se(job.withColumns(columns.withClusters(List.of("town"))));
    double both = se(job.withColumns(columns.withClusters(List.of("person", "town"))));
    assertThat(both).isGreaterThan(0.7 * one).isLessThan(1.5 * one);
  }

  private static double se(FitJob job) {
    return job.run().arms().getFirst().estimates().getFirst().se();
  }

  private void refusedJob(String code, FitJob job) {
    assertThatThrownBy(job::run)
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo(code));
  }

  private void refused(String code, Path data) {
    assertThatThrownBy(() -> job(data).run())
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo(code));
  }
}
