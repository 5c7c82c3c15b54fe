// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.desk.command.Console;
import org.meent.desk.command.Main;

/** Every example of the manual of {@code protect} does what stands above it, and is proved. */
final class ProtectManualTest {
  private static final Path MANUAL =
      Path.of(System.getProperty("meent.root")).resolve("docs/protect.md");
  private static final Pattern FILE =
      Pattern.compile("<!-- file: (\\S+) -->\n```csv\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SPEC =
      Pattern.compile("<!-- spec: (.*?) -->\n```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void everyExampleIsProtectedAndVerified() throws IOException {
    String manual = Files.readString(MANUAL);
    Matcher file = FILE.matcher(manual);
    while (file.find()) {
      Files.writeString(folder.resolve(file.group(1)), file.group(2));
    }
    List<MatchResult> specs = SPEC.matcher(manual).results().toList();
    assertThat(specs).hasSize(5);
    for (MatchResult spec : specs) {
      Path path = Files.writeString(folder.resolve("spec.yaml"), spec.group(2));
      String out = folder.resolve("out").toString();
      String said = said("protect", path.toString(), "--out", out, "--every-rule-set");
      assertThat(said).contains(spec.group(1).replace(" cells, ", " cells: "));
      assertThat(said).contains("Rule set cbs-ra").contains("NOT verified");
      assertThat(said("protect", "verify", out)).contains("The certificate holds");
      assertThat(said("protect", "alternatives", path.toString(), "--out", out))
          .contains("recodings");
      assertThat(folder.resolve("out/alternatives.html")).content().contains("Coarser codes");
    }
  }

  private static String said(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exit = Main.run(new Console(stream, stream, Clock.systemUTC()), words);
    assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
