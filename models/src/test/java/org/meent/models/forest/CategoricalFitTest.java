// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.models.effect.EffectEstimate;
import org.meent.protocols.run.RandomStream;

/** Support that helps by 2 in half of twenty trades, in no order, and in the others not at all. */
class CategoricalFitTest {
  private static final int ROWS = 3000;
  private static final int TRADES = 20;

  @TempDir Path folder;
  private final int[] trade = new int[ROWS];
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,trade,code,x,w,y"));
    for (int i = 0; i < ROWS; i++) {
      RandomStream random = RandomStream.of(5, "trade", i);
      trade[i] = random.nextInt(TRADES);
      boolean missing = random.nextInt(50) == 0;
      double x = random.nextDouble();
      int w = random.nextInt(2);
      double y = x + helps(trade[i]) * w + random.nextGaussian();
      String word = missing ? "" : word(trade[i]);
      String code = missing ? "" : Integer.toString(100 + trade[i]);
      lines.add("p%04d,%s,%s,%s,%d,%s".formatted(i, word, code, x, w, y));
    }
    file = folder.resolve("trades.csv");
    Files.write(file, lines);
  }

  private static double helps(int trade) {
    return trade * 7 % TRADES < TRADES / 2 ? 2 : 0;
  }

  private static String word(int trade) {
    return "trade-" + (char) ('a' + trade);
  }

  private FitJob job(String... covariates) {
    FitJob job = FitJob.withDefaults(file, "w", "y").withTrees(200).withSplits(1);
    return job.withColumns(job.columns().withId("id").withCovariates(List.of(covariates)));
  }

  private double error(FitResult result) {
    double[] effect = result.arms().getFirst().fit().effects().effect();
    return StrictMath.sqrt(
        IntStream.range(0, ROWS)
            .mapToDouble(i -> StrictMath.pow(effect[i] - helps(trade[i]), 2))
            .average()
            .orElseThrow());
  }

  @Test
  void wordsAreCategories() {
    FitResult words = job("trade", "x").run();
    EffectEstimate ate = words.arms().getFirst().estimates().getFirst();
    assertThat(ate.value()).isCloseTo(1, within(3 * ate.se()));
    // The same as numbers, which only thresholds can divide: a forest needs many more splits.
    FitJob numbers = job("code", "x");
    assertThat(error(words)).isLessThan(0.45).isLessThan(0.7 * error(numbers.run()));
    FitJob codes = numbers.withColumns(numbers.columns().withCategories(List.of("code")));
    assertThat(error(codes.run())).isEqualTo(error(words));
  }

  @Test
  void newRowsMayHoldAWordThatNobodyHad() throws IOException {
    Path fresh = folder.resolve("new.csv");
    Files.write(fresh, List.of("id,trade,x", "a," + word(0) + ",0.5", "b,?,0.5", "c,,0.5"));
    double[] effect =
        job("trade", "x").withPredict(fresh).run().arms().getFirst().fit().effects().freshEffect();
    assertThat(effect[0]).isGreaterThan(1);
    assertThat(effect[1]).isEqualTo(effect[2]);
    assertThat(Arrays.stream(effect)).allMatch(Double::isFinite);
  }
}
