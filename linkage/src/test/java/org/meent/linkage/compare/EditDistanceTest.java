// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

class EditDistanceTest {
  private final EditDistance distance = new EditDistance();

  @Test
  void knownDistances() {
    // by hand; "ca" and "abc" are 3 apart in the restricted distance (2 in the unrestricted one)
    assertThat(distance.within("jansen", "janssen", 2)).isEqualTo(1);
    assertThat(distance.within("martha", "marhta", 2)).isEqualTo(1);
    assertThat(distance.within("ca", "abc", 4)).isEqualTo(3);
    assertThat(distance.within("kitten", "sitting", 3)).isEqualTo(3);
    assertThat(distance.within("kitten", "sitting", 2)).isEqualTo(3);
    assertThat(distance.within("", "ab", 1)).isEqualTo(2);
  }

  @Test
  void agreesWithTheFullTableOnRandomWords() {
    for (int i = 0; i < 20_000; i++) {
      RandomStream random = RandomStream.of(7, "edit-distance", i);
      String a = word(random);
      String b = word(random);
      int full = full(a, b);
      for (int max = 0; max <= 4; max++) {
        assertThat(distance.within(a, b, max)).isEqualTo(Math.min(full, max + 1));
      }
    }
  }

  private static String word(RandomStream random) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  private static int full(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
