// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.run.RandomStream;

/** Oracle: the share of many draws that hold a pair is its probability. */
class MatchingSamplerTest {
  private static final int DRAWS = 4000;

  @TempDir Path folder;

  @Test
  void pairsAreDrawnAsOftenAsTheirProbabilitySays() {
    // trees: left i with right i and i + 1, in paths of four pairs; exact
    int[] left = {0, 0, 1, 1, 2, 3, 3, 4};
    int[] right = {0, 1, 1, 2, 3, 4, 5, 5};
    double[] probability = {0.5, 0.3, 0.6, 0.2, 0.9, 0.45, 0.5, 0.35};
    frequencies(left, right, probability, 0.03);
  }

  @Test
  void aLargeComponentIsDrawnByAChain() {
    int n = 20;
    int[] left = new int[2 * n];
    int[] right = new int[2 * n];
    double[] probability = new double[2 * n];
    for (int i = 0; i < n; i++) {
      RandomStream random = RandomStream.of(5, "chain", i);
      left[2 * i] = i;
      right[2 * i] = i;
      left[2 * i + 1] = i;
      right[2 * i + 1] = i + 1;
      probability[2 * i] = 0.2 + 0.3 * random.nextDouble();
      probability[2 * i + 1] = 0.1 + 0.2 * random.nextDouble();
    }
    frequencies(left, right, probability, 0.04);
  }

  private static void frequencies(int[] left, int[] right, double[] probability, double tolerance) {
    int n = left.length;
    MatchingSampler sampler =
        new MatchingSampler(
            new ScoredPairs(left, right, new int[n], new long[1], new double[n], probability));
    int[] counts = new int[n];
    for (int draw = 1; draw <= DRAWS; draw++) {
      int[] drawn = sampler.draw(draw);
      Arrays.stream(drawn).forEach(e -> counts[e]++);
      assertThat(Arrays.stream(drawn).map(e -> left[e]).toArray()).doesNotHaveDuplicates();
      assertThat(Arrays.stream(drawn).map(e -> right[e]).toArray()).doesNotHaveDuplicates();
    }
    for (int e = 0; e < n; e++) {
      // four standard errors of a share of 4,000 draws are at most 0.032
      assertThat(counts[e] / (double) DRAWS)
          .as("pair %d", e)
          .isCloseTo(probability[e], within(tolerance));
    }
  }

  @Test
  void drawsAreFilesOfTheirOwnAndTheSameForAnyNumberOfThreads() throws IOException {
    Path left = folder.resolve("l.csv");
    Path right = folder.resolve("r.csv");
    Files.write(left, People.left(300, 9));
    Files.write(right, People.right(300, 9));
    LinkageJob job = LinkageJob.withDefaults().withLeft(left).withRight(right).withDraws(2);
    LinkageFiles.write(job.withThreads(1).run(), folder.resolve("one"));
    LinkageFiles.write(job.withThreads(2).run(), folder.resolve("two"));
    for (String name : List.of("links-1.csv", "links-2.csv")) {
      assertThat(folder.resolve("two").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
      assertThat(Files.readAllLines(folder.resolve("one").resolve(name)).size())
          .isBetween(170, 195);
    }
    assertThat(folder.resolve("one/links-3.csv")).doesNotExist();
  }
}
