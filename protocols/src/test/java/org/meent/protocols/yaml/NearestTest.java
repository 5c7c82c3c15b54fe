// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Edit distance on pairs that can be counted by hand. */
class NearestTest {
  @Test
  void countsEdits() {
    assertThat(Nearest.distance("seed", "seed", 3)).isZero();
    assertThat(Nearest.distance("sead", "seed", 3)).isEqualTo(1);
    assertThat(Nearest.distance("sede", "seed", 3)).as("a swap is one edit").isEqualTo(1);
    assertThat(Nearest.distance("kitten", "sitting", 5)).isEqualTo(3);
    assertThat(Nearest.distance("", "abc", 3)).isEqualTo(3);
  }

  @Test
  void namesOnlyWhatIsNear() {
    List<String> names = List.of("purpose", "people", "protocol");
    assertThat(Nearest.of("Purposes", names)).contains("purpose");
    assertThat(Nearest.of("budget", names)).isEmpty();
  }
}
