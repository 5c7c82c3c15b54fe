// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.protocols.OutputPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;

/** What the manual of planned effects shows stands in the example, which is read and run. */
final class EffectsManualTest {
  private static final Path ROOT = Path.of(System.getProperty("meent.root"));

  @Test
  void theExcerptIsThatOfTheExample() throws IOException {
    assertThat(study()).containsSubsequence(excerpt("docs/effects.md", 1));
    Protocol protocol = ProtocolFile.read(ROOT.resolve("examples/jobcorps"));
    assertThat(protocol.analysis().trees()).isEqualTo(500);
    assertThat(protocol.analysis().horizons()).hasSize(1);
  }

  @Test
  void theCardIsThatOfTheExample() throws IOException {
    assertThat(study()).containsSubsequence(excerpt("docs/effects.md", 2));
    assertThat(ProtocolFile.read(ROOT.resolve("examples/jobcorps")).outputs().get("card"))
        .isEqualTo(new OutputPlan.ModelCard());
  }

  @Test
  void theMechanismIsThatOfTheExample() throws IOException {
    assertThat(study()).containsSubsequence(excerpt("docs/further.md", 2));
    Protocol protocol = ProtocolFile.read(ROOT.resolve("examples/jobcorps"));
    assertThat(protocol.analysis().further().mechanisms()).hasSize(1);
    assertThat(protocol.outputs()).containsKey("time-out-of-work");
  }

  private static List<String> study() throws IOException {
    return Files.readAllLines(ROOT.resolve("examples/jobcorps/study.yaml"));
  }

  /** The lines of an excerpt, counted from 1. */
  private static List<String> excerpt(String manual, int number) throws IOException {
    String text = Files.readString(ROOT.resolve(manual));
    return text.split("```yaml\n")[number].split("```")[0].lines().toList();
  }
}
