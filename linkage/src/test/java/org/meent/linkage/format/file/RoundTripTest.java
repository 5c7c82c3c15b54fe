// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.linkage.format.Loss;

/** What was read is written and read again: nothing changes that the format can hold. */
class RoundTripTest {
  @TempDir Path folder;

  static Stream<String> spssFiles() throws java.io.IOException {
    return HavenGoldenTest.files().filter(file -> file.endsWith("sav"));
  }

  @ParameterizedTest
  @MethodSource("spssFiles")
  void savStaysSav(String file) {
    for (String target : List.of("out.sav", "out.zsav")) {
      Path out = folder.resolve(target);
      Conversion made = Conversion.convert(Golden.corpus(file), out, List.of());
      assertThat(made.losses()).extracting(Loss::kind).doesNotContain(Loss.Kind.VALUE_LABELS);
      assertThat(lines(out)).isEqualTo(lines(Golden.corpus(file)));
    }
  }

  /** Widths of text may grow with UTF-8; the rest must be equal. */
  private static List<String> lines(Path file) {
    return Golden.lines(DataFile.open(file)).stream()
        .map(line -> line.replaceFirst("\tTEXT\tA[0-9]+\t", "\tTEXT\tA\t"))
        .toList();
  }
}
