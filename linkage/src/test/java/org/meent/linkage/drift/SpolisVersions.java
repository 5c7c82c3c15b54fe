// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Two made versions of a wage file with planted differences; no real person is in them. */
final class SpolisVersions {
  static final int PERSONS = 400;

  private SpolisVersions() {}

  /**
   * The old version: 400 persons, two rows each, contract O or B, one rare code, wages around
   * 1,500.
   */
  static Path old(Path folder) throws IOException {
    List<String> rows = new ArrayList<>();
    for (int p = 0; p < PERSONS; p++) {
      for (int month = 1; month <= 2; month++) {
        String contract = p % 3 == 0 ? "B" : "O";
        contract = p == 5 ? "Q" : contract;
        rows.add(
            "R;%09d;%d;%s;%d;%d;x%d"
                .formatted(
                    100 + p,
                    1000 + (p * 37) % 1000,
                    contract,
                    p % 40,
                    p % 2 == 0 ? 11 : 15,
                    p % 7));
      }
    }
    return write(
        folder.resolve("SPOLISBUS2022V9.csv"),
        "RINPERSOONS;RINPERSOON;SBASISLOON;SCONTRACTSOORT;SBASISUREN;SSRTIV;SSECT",
        rows);
  }

  /**
   * The new version: persons 20 to 429; contracts of B are now written b; wages of every tenth
   * person 500 higher; hours of some are missing; SSRTIV has a new code; SSECT is gone; the set is
   * spelt as in other files; SINDZW is new; the column of hours is called UREN.
   */
  static Path now(Path folder) throws IOException {
    List<String> rows = new ArrayList<>();
    for (int p = 20; p < PERSONS + 30; p++) {
      for (int month = 1; month <= 2; month++) {
        String contract = p % 3 == 0 ? "b" : "O";
        int kind = p % 2 == 0 ? 11 : 15;
        rows.add(
            "R;%09d;%d;%s;%s;%d;%d"
                .formatted(
                    100 + p,
                    1000 + (p * 37) % 1000 + (p % 10 == 0 ? 500 : 0),
                    contract,
                    p % 50 == 0 ? "" : Integer.toString(p % 40),
                    p >= PERSONS ? 17 : kind,
                    p % 2));
      }
    }
    return write(
        folder.resolve("SPOLISBUS2022V10.csv"),
        "RINPersoonS;RINPERSOON;SBASISLOON;SCONTRACTSOORT;UREN;SSRTIV;SINDZW",
        rows);
  }

  /** The same rows in another order. */
  static Path shuffled(Path file, long seed) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new Random(seed));
    return write(file.resolveSibling("shuffled" + seed + ".csv"), lines.getFirst(), rows);
  }

  private static Path write(Path file, String header, List<String> rows) throws IOException {
    Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
    return file;
  }
}
