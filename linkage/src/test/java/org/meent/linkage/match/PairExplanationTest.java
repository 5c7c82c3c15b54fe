// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairExplanationTest {
  @TempDir Path folder;

  @Test
  void theStepsOfAPairAddUpToItsProbability() throws IOException {
    LinkageResult result = link(20);
    assertThat(result.explanations()).hasSize(20);
    for (PairExplanation pair : result.explanations()) {
      double sum = pair.steps().stream().mapToDouble(PairExplanation.Step::weight).sum();
      double odds = pair.probability() / (1 - pair.probability());
      assertThat(sum).isCloseTo(StrictMath.log(odds) / StrictMath.log(2), within(1e-6));
      assertThat(pair.steps().getFirst().name()).isEqualTo("prior");
    }
  }

  @Test
  void aFileOfThemHoldsNoValue() throws IOException {
    LinkageFiles.write(link(5), folder.resolve("out"));
    String text = Files.readString(folder.resolve("out/explained.csv"));
    assertThat(text)
        .startsWith("left_id,right_id,probability,step,level,weight\n")
        .contains(",dob,");
    String born = People.left(400, 7).get(1).split(",", -1)[3];
    assertThat(text).doesNotContain(born);
    LinkageFiles.write(link(0), folder.resolve("none"));
    assertThat(folder.resolve("none/explained.csv")).doesNotExist();
  }

  private LinkageResult link(int explained) throws IOException {
    Path left = Files.write(folder.resolve("left.csv"), People.left(400, 7));
    Path right = Files.write(folder.resolve("right.csv"), People.right(400, 7));
    return LinkageJob.withDefaults().withLeft(left).withRight(right).withExplained(explained).run();
  }
}
