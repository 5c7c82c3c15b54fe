// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the corpus reads as R's haven 2.5.1 reads it. */
class HavenGoldenTest {
  static Stream<String> files() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(Golden.resource("golden"))) {
      return files
          .map(path -> path.getFileName().toString().replaceFirst("\\.txt$", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsAsHaven(String file) throws IOException {
    assertThat(ours(file)).isEqualTo(golden(file));
  }

  static boolean agrees(String file) throws IOException {
    return ours(file).equals(golden(file));
  }

  private static List<String> ours(String file) {
    return comparable(Golden.lines(DataFile.open(Golden.corpus(file))));
  }

  private static List<String> golden(String file) throws IOException {
    return comparable(
        Files.readAllLines(Golden.resource("golden/" + file + ".txt"), StandardCharsets.UTF_8));
  }

  /**
   * Numbers in one spelling; codes of text without the blanks that haven leaves; and of dates and
   * times haven keeps no value labels or missing codes.
   */
  static List<String> comparable(List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean timed = false;
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      if (parts[0].equals("column")) {
        timed = parts[2].equals("DATE") || parts[2].equals("DATETIME") || parts[2].equals("TIME");
      }
      if (!timed || parts[0].equals("column") || parts[0].equals("md5")) {
        for (int p = 1; p < parts.length; p++) {
          parts[p] = spelled(parts[p], parts[0].equals("range"));
        }
        kept.add(String.join("\t", parts));
      }
    }
    return kept;
  }

  private static String spelled(String part, boolean bare) {
    if (part.startsWith("n:") || bare) {
      String number = part.replace("n:", "").replaceFirst("(?i)inf(inity)?$", "Infinity");
      return "n:" + Double.parseDouble(number);
    }
    return part.startsWith("t:") ? part.stripTrailing() : part;
  }
}
