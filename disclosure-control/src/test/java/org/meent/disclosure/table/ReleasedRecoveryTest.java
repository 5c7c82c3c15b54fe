// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.run.RandomStream;

/**
 * Somebody has {@code released.csv} and nothing else, knows that counts are whole and from zero and
 * that 1 and 2 are never published, and tries every table: each sensitive count stays open.
 */
class ReleasedRecoveryTest {
  private static final int SIZE = 3;

  @TempDir Path folder;

  @Test
  void everyTableThatFitsIsTriedAndNoSensitiveCountFollows() throws IOException {
    int sensitive = 0;
    for (int c = 0; c < 60; c++) {
      RandomStream random = RandomStream.of(5, "released recovery", c);
      int[] truth = new int[SIZE * SIZE];
      StringBuilder records = new StringBuilder("r,s\n");
      for (int i = 0; i < truth.length; i++) {
        truth[i] = Math.max(i % (SIZE + 1) == 0 ? 1 : 0, random.nextInt(8) - 1);
        records.append(("R" + i / SIZE + ",S" + i % SIZE + "\n").repeat(truth[i]));
      }
      Files.writeString(folder.resolve("records.csv"), records);
      Path spec =
          Files.writeString(
              folder.resolve("spec.yaml"),
              "input: records.csv\ndimensions: {r: r, s: s}\nrules: {threshold: 3}\n"
                  + "standard: exact\n");
      ProtectionJob.read(spec).run(folder.resolve("out"));
      int[][] shown = released();
      List<TreeSet<Integer>> possible = new ArrayList<>();
      for (int i = 0; i < (SIZE + 1) * (SIZE + 1); i++) {
        possible.add(new TreeSet<>());
      }
      enumerate(new int[truth.length], 0, truth.length * 8, shown, possible);
      for (int i = 0; i < possible.size(); i++) {
        int value = value(truth, i / (SIZE + 1), i % (SIZE + 1));
        assertThat(possible.get(i)).as("case " + c + " cell " + i).contains(value);
        if (value == 1 || value == 2) {
          sensitive++;
          assertThat(shown[i / (SIZE + 1)][i % (SIZE + 1)]).isEqualTo(-1);
          assertThat(possible.get(i)).as("case " + c + " cell " + i).hasSizeGreaterThan(1);
        }
      }
    }
    assertThat(sensitive).isGreaterThan(100);
  }

  /** The released values, the total last in each direction; -1 for a mark. */
  private int[][] released() throws IOException {
    int[][] shown = new int[SIZE + 1][SIZE + 1];
    for (String line : Files.readAllLines(folder.resolve("out/released.csv"))) {
      String[] fields = line.split(",");
      if (!fields[2].equals("value")) {
        int value = fields[2].equals(".") ? -1 : Integer.parseInt(fields[2]);
        shown[place(fields[0])][place(fields[1])] = value;
      }
    }
    return shown;
  }

  private static int place(String code) {
    return code.equals("Total") ? SIZE : code.charAt(1) - '0';
  }

  private static int value(int[] inner, int row, int column) {
    int sum = 0;
    for (int i = 0; i < inner.length; i++) {
      boolean in = (row == SIZE || i / SIZE == row) && (column == SIZE || i % SIZE == column);
      sum += in ? inner[i] : 0;
    }
    return sum;
  }

  /** Fills the inner cells one by one; what contradicts a published total is left at once. */
  private static void enumerate(
      int[] inner, int at, int left, int[][] shown, List<TreeSet<Integer>> possible) {
    if (at == inner.length) {
      for (int i = 0; i < possible.size(); i++) {
        int known = shown[i / (SIZE + 1)][i % (SIZE + 1)];
        if (known >= 0 && known != value(inner, i / (SIZE + 1), i % (SIZE + 1))) {
          return;
        }
      }
      for (int i = 0; i < possible.size(); i++) {
        possible.get(i).add(value(inner, i / (SIZE + 1), i % (SIZE + 1)));
      }
      return;
    }
    int row = at / SIZE;
    int known = shown[row][at % SIZE];
    int most = shown[row][SIZE] >= 0 ? shown[row][SIZE] - value(inner, row, SIZE) : 9;
    int down = shown[SIZE][at % SIZE];
    most = Math.min(most, down >= 0 ? down - value(inner, SIZE, at % SIZE) : 9);
    for (int value = Math.max(known, 0); value <= (known >= 0 ? known : most); value++) {
      inner[at] = value;
      enumerate(inner, at + 1, left - value, shown, possible);
    }
    inner[at] = 0;
  }
}
