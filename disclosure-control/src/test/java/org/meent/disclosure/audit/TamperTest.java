// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.disclosure.table.ProtectionJob;
import org.meent.protocols.refusal.RefusalException;

/** Every number of a small proof in turn is another one: none of them verifies. */
class TamperTest {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  @TempDir Path folder;

  @BeforeEach
  void protect() throws IOException {
    StringBuilder records = new StringBuilder("town,work,persons\n");
    int[][] counts = {{1, 2, 4, 5}, {3, 4, 6, 7}, {5, 6, 2, 9}, {8, 7, 9, 4}};
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        records.append(("T" + i + ",W" + j + ",1\n").repeat(counts[i][j]));
      }
    }
    Files.writeString(folder.resolve("records.csv"), records);
    Files.writeString(
        folder.resolve("spec.yaml"),
        "input: records.csv\n"
            + "dimensions: {town: [town], work: [work]}\n"
            + "rules: {threshold: 3}\n"
            + "standard: interval\n");
    ProtectionJob.read(folder.resolve("spec.yaml")).run(folder.resolve("out"));
    assertThat(verifies()).isTrue();
  }

  @Test
  void noOtherNumberInTheCertificate() throws IOException {
    assertThat(changes("certificate.json", "\"scale\"", NUMBER)).isGreaterThan(40);
  }

  @Test
  void noOtherValueOfACell() throws IOException {
    assertThat(changes("cells.csv", "\n", Pattern.compile("(?<=,)\\d+(?=,)"))).isEqualTo(25);
  }

  @Test
  void noOtherStatusOfACell() throws IOException {
    Path file = folder.resolve("out/cells.csv");
    String text = Files.readString(file);
    Matcher status = Pattern.compile("(?m)[a-z]+$").matcher(text);
    int changed = 0;
    status.find(); // the heading
    while (status.find()) {
      for (String other : List.of("published", "primary", "secondary")) {
        boolean harmless = !needed(status.group()) && !other.equals("primary");
        if (!other.equals(status.group()) && !harmless) {
          write(file, text, status, other);
          assertThat(verifies()).as(status.start() + " " + other).isFalse();
          changed++;
        }
      }
    }
    assertThat(changed).isGreaterThan(25);
  }

  /** A published cell that is called secondary is only left out for nothing. */
  private static boolean needed(String status) {
    return !status.equals("published");
  }

  /** Changes each number after a mark by one, up and down, and counts them. */
  private int changes(String name, String mark, Pattern numbers) throws IOException {
    Path file = folder.resolve("out").resolve(name);
    String text = Files.readString(file);
    Matcher number = numbers.matcher(text);
    int changed = 0;
    int from = text.indexOf(mark);
    while (number.find(from)) {
      for (int by = -1; by <= 1; by += 2) {
        write(file, text, number, String.valueOf(Long.parseLong(number.group()) + by));
        assertThat(verifies()).as(name + " at " + number.start() + " by " + by).isFalse();
      }
      changed++;
      from = number.end();
    }
    return changed;
  }

  private static void write(Path file, String text, Matcher at, String other) throws IOException {
    Files.writeString(file, text.substring(0, at.start()) + other + text.substring(at.end()));
  }

  private boolean verifies() {
    try {
      return Verifier.verify(folder.resolve("out"), folder.resolve("spec.yaml")).holds();
    } catch (RefusalException e) {
      return false;
    }
  }
}
