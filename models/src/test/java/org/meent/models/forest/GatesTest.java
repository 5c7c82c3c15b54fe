// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.models.check.GateResult;
import org.meent.models.check.GateResult.Verdict;
import org.meent.models.learner.Stack;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/** Each gate is tripped by data made to trip it, and lets good data pass. */
@Tag("slow")
class GatesTest {
  @TempDir Path folder;

  /** What differs between the data sets. */
  private record Dials(
      int rows, double effect, double slope, double level, double noise, int towns, double leak) {

    static Dials good() {
      return new Dials(1200, 0.6, 1.2, 1, 0.5, 60, 0);
    }
  }

  private Path data(Dials d, double giant) {
    StringBuilder text = new StringBuilder("id,w,y,x1,x2,town,before\n");
    for (int i = 0; i < d.rows; i++) {
      RandomStream random = RandomStream.of(21, "gates", i);
      double x1 = random.nextGaussian();
      double x2 = random.nextGaussian();
      int w = random.nextDouble() < 1 / (1 + Math.exp(-0.8 * x1)) ? 1 : 0;
      double y = d.level * x1 + w * (d.effect + d.slope * x2) + d.noise * random.nextGaussian();
      y += i == 0 ? giant : 0;
      double before = x1 + d.leak * w + random.nextGaussian();
      text.append(
          String.format(
              Locale.ROOT,
              "%05d,%d,%.8f,%.6f,%.6f,t%d,%.6f%n",
              i,
              w,
              y,
              x1,
              x2,
              i % d.towns,
              before));
    }
    try {
      return Files.writeString(
          folder.resolve("data.csv"), text.toString().replace(System.lineSeparator(), "\n"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FitColumns columns(FitColumns columns) {
    return columns.withId("id").withCovariates(List.of("x1", "x2")).withNegativeControl("before");
  }

  private static FitJob job(Path data, UnaryOperator<FitColumns> more) {
    FitJob job = FitJob.withDefaults(data, "w", "y").withTrees(100).withSplits(1);
    return job.withColumns(more.apply(columns(job.columns())));
  }

  private static ArmChecks checks(Path data, UnaryOperator<FitColumns> more) {
    return job(data, more).run().arms().getFirst().checks();
  }

  private static Verdict verdict(ArmChecks checks, String gate) {
    Optional<GateResult> found =
        checks.gates().stream().filter(g -> g.gate().equals(gate)).findFirst();
    return found.orElseThrow().verdict();
  }

  @Test
  void goodDataPassEveryGate() {
    ArmChecks checks = checks(data(Dials.good(), 0), c -> c.withClusters(List.of("town")));
    assertThat(checks.gates()).noneMatch(g -> g.verdict() == Verdict.WARNED);
    assertThat(checks.gates().stream().filter(g -> g.verdict() == Verdict.PASSED)).hasSize(8);
    assertThat(checks.patternFound()).isTrue();
  }

  @Test
  void tooFewPeopleTripPower() {
    Dials few = new Dials(70, 0.6, 1.2, 1, 0.5, 35, 0);
    FitInput input = job(data(few, 0), c -> c).read();
    assertThat(input.power().getFirst().standardised()).isGreaterThan(0.5);
    assertThat(verdict(checks(data(few, 0), c -> c), "power")).isEqualTo(Verdict.WARNED);
  }

  @Test
  void aPropensityThatLearnsNothingTripsBalance() {
    FitJob job = job(data(Dials.good(), 0), c -> c);
    List<String> mean = List.of("mean");
    FitJob blind =
        job.withModel(job.model().withLearners(Stack.named(mean, false), Stack.named(mean, true)));
    ArmChecks checks = blind.run().arms().getFirst().checks();
    assertThat(verdict(checks, "balance")).isEqualTo(Verdict.WARNED);
  }

  @Test
  void oneGiantRowTripsThePlacebo() {
    ArmChecks checks = checks(data(Dials.good(), 1e6), c -> c);
    assertThat(verdict(checks, "placebo-treatment")).isEqualTo(Verdict.WARNED);
  }

  @Test
  void aDifferenceBeforeTheStartTripsTheNegativeControl() {
    Dials leaky = new Dials(1200, 0.6, 1.2, 1, 0.5, 60, 0.5);
    assertThat(verdict(checks(data(leaky, 0), c -> c), "negative-control"))
        .isEqualTo(Verdict.WARNED);
  }

  /** A small effect beside a covariate that nearly is the outcome, and one effect for everybody. */
  @Test
  void aSmallEffectTripsSensitivityAndDifferences() {
    Dials small = new Dials(2000, 0.05, 0, 3, 0.2, 60, 0);
    ArmChecks checks = checks(data(small, 0), c -> c);
    assertThat(verdict(checks, "omitted-variable")).isEqualTo(Verdict.WARNED);
    assertThat(verdict(checks, "e-value")).isEqualTo(Verdict.WARNED);
    assertThat(verdict(checks, "heterogeneity")).isEqualTo(Verdict.WARNED);
    assertThat(checks.patternFound()).isFalse();
  }

  @Test
  void fewClustersAreMarkedAndFewerRefused() {
    Dials some = new Dials(1200, 0.6, 1.2, 1, 0.5, 20, 0);
    UnaryOperator<FitColumns> town = c -> c.withClusters(List.of("town"));
    assertThat(verdict(checks(data(some, 0), town), "clusters")).isEqualTo(Verdict.WARNED);
    Dials few = new Dials(1200, 0.6, 1.2, 1, 0.5, 6, 0);
    refused("models.fit.few-clusters", job(data(few, 0), town));
  }

  @Test
  void whatDidNotRunIsNotPassed() {
    FitJob job = FitJob.withDefaults(data(Dials.good(), 0), "w", "y").withTrees(50).withSplits(1);
    FitColumns plain = job.columns().withId("id").withCovariates(List.of("x1", "x2"));
    ArmChecks checks = job.withColumns(plain).run().arms().getFirst().checks();
    assertThat(verdict(checks, "negative-control")).isEqualTo(Verdict.NOT_RUN);
    assertThat(verdict(checks, "clusters")).isEqualTo(Verdict.NOT_RUN);
  }

  /** Neither x1 nor x2 alone tells the arm, their sum does. */
  @Test
  void coveredTogetherTheArmsCannotBeCompared() throws IOException {
    StringBuilder text = new StringBuilder("w,y,x1,x2\n");
    for (int i = 0; i < 1000; i++) {
      RandomStream random = RandomStream.of(22, "separated", i);
      double x1 = random.nextGaussian();
      double x2 = random.nextGaussian();
      int w = x1 + x2 > 0 ? 1 : 0;
      text.append(w + "," + random.nextGaussian() + "," + x1 + "," + x2 + "\n");
    }
    Path file = Files.writeString(folder.resolve("separated.csv"), text);
    assertThatThrownBy(() -> FitJob.withDefaults(file, "w", "y").withTrees(20).withSplits(1).run())
        .isInstanceOfSatisfying(
            RefusalException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.REFUSED));
  }

  private static void refused(String code, FitJob job) {
    assertThatThrownBy(job::run)
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.exit()).isEqualTo(ExitCode.REFUSED);
              assertThat(e.refusals().getFirst().code()).isEqualTo(code);
            });
  }
}
