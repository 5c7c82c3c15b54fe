// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.run.RandomStream;

/**
 * Made-up persons for tests: file A holds persons 0..n-1, file B persons 0.375n..1.375n-1 with
 * errors; the id ends in the number of the person.
 */
final class People {
  private static final String[] ON = {
    "b", "d", "f", "g", "h", "k", "l", "m", "p", "r", "s", "v", "w"
  };
  private static final String[] VOWEL = {"a", "e", "i", "o", "u", "aa", "ie", "oe"};

  private People() {}

  static LinkageResult link(Path folder, int n, long seed) throws IOException {
    Path left = folder.resolve("left.csv");
    Path right = folder.resolve("right.csv");
    Files.write(left, left(n, seed));
    Files.write(right, right(n, seed));
    return LinkageJob.withDefaults().withLeft(left).withRight(right).run();
  }

  static boolean isRight(LinkageResult.Link link) {
    return link.leftId().substring(1).equals(link.rightId().substring(1));
  }

  static List<String> left(int n, long seed) {
    return rows("a", 0, n, seed, 0);
  }

  static List<String> right(int n, long seed) {
    return rows("b", n * 3 / 8, n + n * 3 / 8, seed, 0.1);
  }

  static List<String> rows(String prefix, int from, int to, long seed, double errors) {
    List<String> lines =
        new ArrayList<>(List.of("id,first_name,surname,dob,sex,postcode,house_no"));
    for (int person = from; person < to; person++) {
      RandomStream truth = RandomStream.of(seed, "person", person);
      RandomStream error = RandomStream.of(seed, "error", person);
      List<String> cells = new ArrayList<>();
      cells.add(prefix + (100_000 + person));
      cells.add(maybe(word(1 + truth.nextInt(2), truth), errors, error));
      cells.add(maybe(word(2 + truth.nextInt(2), truth), errors, error));
      cells.add(
          maybe(
              "%d-%02d-%02d"
                  .formatted(
                      1940 + truth.nextInt(60), 1 + truth.nextInt(12), 1 + truth.nextInt(28)),
              errors / 3,
              error));
      cells.add(truth.nextInt(2) == 0 ? "m" : "v");
      boolean moved = error.nextDouble() < errors;
      RandomStream address = moved ? error : truth;
      cells.add((1000 + address.nextInt(900)) + "A" + (char) ('A' + address.nextInt(20)));
      cells.add(String.valueOf(1 + address.nextInt(120)));
      lines.add(String.join(",", cells));
    }
    return lines;
  }

  private static String word(int syllables, RandomStream random) {
    StringBuilder word = new StringBuilder();
    for (int s = 0; s < syllables; s++) {
      word.append(ON[random.nextInt(ON.length)]).append(VOWEL[random.nextInt(VOWEL.length)]);
    }
    return word.append(ON[random.nextInt(ON.length)]).toString();
  }

  private static String maybe(String text, double errors, RandomStream random) {
    double u = random.nextDouble();
    int at = random.nextInt(text.length());
    if (u < errors / 4) {
      return "";
    }
    return u < errors ? text.substring(0, at) + "7" + text.substring(at + 1) : text;
  }
}
