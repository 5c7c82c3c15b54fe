// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  /** Any number but which witnesses a proof names: another one may serve as well. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\"witnesses\": \\[[0-9, ]{0,99})(?<![A-Z])-?\\d+");

  @TempDir Path folder;

  @BeforeEach
  void protect() throws IOException {
    StringBuilder records = new StringBuilder("area,town,work\n");
    int[][] counts = {{1, 2, 4, 5}, {3, 4, 6, 7}, {5, 6, 2, 9}, {8, 7, 9, 4}};
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        records.append(("A" + i / 2 + ",T" + i + ",W" + j + "\n").repeat(counts[i][j]));
      }
    }
    Files.writeString(folder.resolve("records.csv"), records);
    protect("insider");
  }

  private void protect(String standard) throws IOException {
    Files.writeString(
        folder.resolve("spec.yaml"),
        "input: records.csv\n"
            + "dimensions: {town: [area, town], work: [work]}\n"
            + "rules: {threshold: 3}\n"
            + "standard: "
            + standard
            + "\n");
    ProtectionJob.read(folder.resolve("spec.yaml")).run(folder.resolve("out"));
    assertThat(verifies()).isTrue();
  }

  @Test
  void noOtherNumberInTheCertificate() throws IOException {
    protect("interval");
    assertThat(changes("certificate.json", "\"sums\"", NUMBER)).isGreaterThan(15);
  }

  @Test
  void noOtherNumberInWhatContributorsKnow() throws IOException {
    assertThat(changes("certificate.json", "\"contributors\"", NUMBER)).isGreaterThan(50);
  }

  @Test
  void noLineCanBeLeftOut() throws IOException {
    for (String name : List.of("certificate.json", "cells.csv", "released.csv")) {
      Path file = folder.resolve("out").resolve(name);
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        List<String> fewer = new ArrayList<>(lines);
        String left = fewer.remove(i);
        Files.write(file, fewer);
        boolean sparse = left.contains("\"over\"") && !serves(left, lines);
        assertThat(verifies()).as(name + " without line " + i + ": " + left).isEqualTo(sparse);
      }
      Files.write(file, lines);
      assertThat(verifies()).isTrue();
    }
  }

  /** Whether a proof names a witness; no certificate has one that serves nothing. */
  private static boolean serves(String witness, List<String> lines) {
    int number = 0;
    for (String line : lines) {
      if (line.equals(witness)) {
        int wanted = number;
        return lines.stream()
            .filter(proof -> proof.contains("\"upper\""))
            .anyMatch(proof -> proof.matches(".*\"witnesses\": \\[(.*\\D)?" + wanted + "(\\D.*)?"));
      }
      number += line.contains("\"over\"") ? 1 : 0;
    }
    return false;
  }

  @Test
  void noProofCanLoseAllItsWitnesses() throws IOException {
    Path file = folder.resolve("out/certificate.json");
    String text = Files.readString(file);
    Matcher proof = Pattern.compile("(?<=\"witnesses\": \\[)\\d[0-9, ]*").matcher(text);
    int changed = 0;
    while (proof.find()) {
      write(file, text, proof, "");
      assertThat(verifies()).isFalse();
      changed++;
    }
    assertThat(changed).isGreaterThan(2);
  }

  @Test
  void noHierarchyCanMissAParentOrAPart() throws IOException {
    Path file = folder.resolve("out/certificate.json");
    String text = Files.readString(file);
    Matcher code =
        Pattern.compile("(?<=\"whole\": \")[^\"]+|(?<=\"parts\": \\[[^\\]]{0,99}\")[^\", ]+(?=\")")
            .matcher(text);
    int changed = 0;
    while (code.find()) {
      for (String other : List.of("A0", "T3", "Total", "Gone")) {
        if (!other.equals(code.group())) {
          write(file, text, code, other);
          assertThat(verifies()).as(code.group() + " becomes " + other).isFalse();
          changed++;
        }
      }
    }
    assertThat(changed).isGreaterThan(30);
  }

  @Test
  void noOtherWordAtTheHead() throws IOException {
    Path file = folder.resolve("out/certificate.json");
    String text = Files.readString(file);
    for (String other :
        List.of(
            "insider/exact",
            "insider/interval",
            "positive-counts/counts",
            "positive-counts/amounts",
            "positive-counts/signed-amounts")) {
      String[] words = other.split("/");
      Files.writeString(file, text.replace('"' + words[0] + '"', '"' + words[1] + '"'));
      assertThat(verifies()).as(other).isFalse();
    }
    Files.writeString(file, text.replace("certificate/2", "certificate/1"));
    assertThat(verifies()).isFalse();
  }

  @Test
  void nothingElseMayLeave() throws IOException {
    Path file = folder.resolve("out/released.csv");
    String text = Files.readString(file);
    assertThat(changes("released.csv", "\n", Pattern.compile("(?<=,)\\d+(?=\n)"))).isGreaterThan(9);
    Matcher mark = Pattern.compile("(?<=,)\\.(?=\n)").matcher(text);
    while (mark.find()) {
      for (String other : List.of("2", "", "p", "..")) {
        write(file, text, mark, other);
        assertThat(verifies()).isFalse();
      }
    }
    Files.writeString(file, text + "T0,W0,1\n");
    assertThat(verifies()).isFalse();
  }

  @Test
  void noOtherValueOfACell() throws IOException {
    assertThat(changes("cells.csv", "\n", Pattern.compile("(?<=,)\\d+(?=,)"))).isEqualTo(35);
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

  /** Who sees a gap takes it to be at least 1: no zero may be left out. */
  @Test
  void noZeroIsLeftOut() throws IOException {
    Path records = folder.resolve("records.csv");
    Files.writeString(records, Files.readString(records).replace("A0,T0,W0\n", ""));
    protect("exact");
    assertThat(verifies()).isTrue();
    Path cells = folder.resolve("out/cells.csv");
    String text = Files.readString(cells);
    assertThat(text).contains("T0,W0,0,published");
    Files.writeString(cells, text.replace("T0,W0,0,published", "T0,W0,0,secondary"));
    Path released = folder.resolve("out/released.csv");
    Files.writeString(released, Files.readString(released).replace("T0,W0,0\n", "T0,W0,.\n"));
    assertThat(verifies()).isFalse();
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
      return Verification.of(folder.resolve("out"), folder.resolve("spec.yaml")).holds();
    } catch (RefusalException e) {
      return false;
    }
  }
}
