// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/leaving.md shows stands in an example that is run. */
final class LeavingTest {
  private static final Path ROOT = Path.of(System.getProperty("meent.root"));

  @Test
  void everyLineStandsInTheExample() throws IOException {
    List<String> example = Files.readAllLines(ROOT.resolve("examples/world-exits/study.yaml"));
    String[] blocks = Files.readString(ROOT.resolve("docs/leaving.md")).split("```\n", -1);
    assertThat(blocks).hasSize(9);
    for (int block = 1; block < blocks.length; block += 2) {
      assertThat(example).containsAll(blocks[block].lines().toList());
    }
  }
}
