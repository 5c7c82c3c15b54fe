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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/** Hours of support: each adds 1 where x2 is above zero and nothing elsewhere; x1 confounds. */
final class DoseFitTest {
  @TempDir Path folder;

  private Path file(double noise, boolean turned) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      RandomStream random = RandomStream.of(31, "dose", i);
      double x1 = random.nextGaussian();
      double x2 = random.nextGaussian();
      double hours = 5 + x1 + noise * random.nextGaussian();
      double y = 2 * x1 + (x2 > 0 ? hours : 0) + 0.5 * random.nextGaussian();
      lines.add(
          String.format(
              Locale.ROOT,
              "p%04d,%.6f,%.6f,%.6f,%.6f,%s",
              i,
              hours,
              y,
              x1,
              x2,
              x2 > 0 ? "high" : "low"));
    }
    List<String> rows = turned ? lines.reversed() : lines;
    try {
      return Files.writeString(
          folder.resolve("dose.csv"), "id,hours,y,x1,x2,part\n" + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FitJob job(Path data) {
    FitJob job = FitJob.withDefaults(data, "hours", "y").withTrees(200).withSplits(1);
    return job.withColumns(job.columns().withId("id").withCovariates(List.of("x1", "x2")));
  }

  @Test
  void effectsPerUnitAreFound() {
    FitJob job = job(file(1, false));
    FitInput input = job.withColumns(job.columns().withGroups(List.of("part"))).read();
    assertThat(input.dose()).isPresent();
    DoseResult found = job.runDose(input);
    assertThat(found.estimates())
        .extracting(EffectEstimate::estimand)
        .containsExactly(Estimand.ATE, Estimand.OVERLAP);
    for (EffectEstimate estimate : found.estimates()) {
      assertThat(estimate.value()).isCloseTo(0.5, within(0.12));
      assertThat(estimate.lower()).isLessThan(0.5);
      assertThat(estimate.upper()).isGreaterThan(0.5);
    }
    assertThat(found.family().members().get(1).estimate().value()).isCloseTo(1, within(0.2));
    assertThat(found.family().members().get(2).estimate().value()).isCloseTo(0, within(0.2));
    assertThat(found.family().members().get(1).stamp()).isEqualTo("exploratory");
  }

  @Test
  void sameBitsForThreadsAndRowOrder() throws IOException {
    FitJob one = job(file(1, false)).withTrees(40);
    DoseResult found = one.runDose(one.read());
    FitWriter.write(found, folder.resolve("out"));
    assertThat(Files.readAllLines(folder.resolve("out/effects.csv")).get(1))
        .startsWith("1,p0000,hours,hours + 1 - hours,");
    FitJob two = job(file(1, true)).withTrees(40).withThreads(2);
    assertThat(two.runDose(two.read()).hash()).isEqualTo(found.hash());
  }

  /** Half of the people have the same hours, the others have varied ones. */
  @Test
  void whereHalfHaveAFixedAmountThereIsNoAverageOverEverybody() throws IOException {
    List<String> lines = Files.readAllLines(file(1, false));
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      if (cells[5].equals("low")) {
        cells[1] = "5";
        lines.set(i, String.join(",", cells));
      }
    }
    FitJob job = job(Files.write(folder.resolve("fixed.csv"), lines)).withTrees(40);
    assertThat(job.runDose(job.read()).estimates())
        .extracting(EffectEstimate::estimand)
        .containsExactly(Estimand.OVERLAP);
    FitJob everybody = job.withEstimand(Estimand.ATE);
    FitInput input = everybody.read();
    assertThatThrownBy(() -> everybody.runDose(input)).hasMessageContaining("dose-fixed-share");
  }

  /** Hours follow from x1 but for a hair: nobody like another had other hours. */
  @Test
  void anAmountThatFollowsFromCovariatesIsRefused() {
    FitJob job = job(file(0.05, false)).withTrees(40);
    FitInput input = job.read();
    assertThatThrownBy(() -> job.runDose(input))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("dose-unexplained-share");
    FitJob treated = job(file(1, false)).withTrees(40).withEstimand(Estimand.ATT);
    FitInput again = treated.read();
    assertThatThrownBy(() -> treated.runDose(again)).hasMessageContaining("att");
  }
}
