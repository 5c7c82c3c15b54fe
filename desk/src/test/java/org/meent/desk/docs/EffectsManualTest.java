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
    String manual = Files.readString(ROOT.resolve("docs/effects.md"));
    String excerpt = manual.split("```yaml\n")[1].split("```")[0];
    List<String> study = Files.readAllLines(ROOT.resolve("examples/jobcorps/study.yaml"));
    assertThat(study).containsSubsequence(excerpt.lines().toList());
    Protocol protocol = ProtocolFile.read(ROOT.resolve("examples/jobcorps"));
    assertThat(protocol.analysis().trees()).isEqualTo(500);
    assertThat(protocol.analysis().horizons()).hasSize(1);
  }

  @Test
  void theCardIsThatOfTheExample() throws IOException {
    String manual = Files.readString(ROOT.resolve("docs/effects.md"));
    String excerpt = manual.split("```yaml\n")[2].split("```")[0];
    List<String> study = Files.readAllLines(ROOT.resolve("examples/jobcorps/study.yaml"));
    assertThat(study).containsSubsequence(excerpt.lines().toList());
    assertThat(ProtocolFile.read(ROOT.resolve("examples/jobcorps")).outputs().get("card"))
        .isEqualTo(new OutputPlan.ModelCard());
  }

  @Test
  void theMechanismIsThatOfTheExample() throws IOException {
    String manual = Files.readString(ROOT.resolve("docs/further.md"));
    String excerpt = manual.split("```yaml\n")[2].split("```")[0];
    List<String> study = Files.readAllLines(ROOT.resolve("examples/jobcorps/study.yaml"));
    assertThat(study).containsSubsequence(excerpt.lines().toList());
    Protocol protocol = ProtocolFile.read(ROOT.resolve("examples/jobcorps"));
    assertThat(protocol.analysis().further().mechanisms()).hasSize(1);
    assertThat(protocol.outputs()).containsKey("time-out-of-work");
  }
}
