// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.linkage.compare.EditDistance;

class NameSwapTest {
  /** Left names are jan and visser; the right ones stand here as they were written. */
  @ParameterizedTest
  @CsvSource({
    "visser, jan, swapped",
    "visser, j, half swapped",
    "viser, jan, half swapped",
    "viser, j, roughly swapped",
    "bakker, jan, in place",
    "bakker, piet, in place"
  })
  void namesInEachOthersPlaceAreSeenInSpiteOfAnError(String given, String surname, String level) {
    FieldColumn first = column("given", FieldKind.GIVEN_NAME, "jan", given);
    FieldColumn last = column("surname", FieldKind.SURNAME, "visser", surname);
    NameSwap swap = new NameSwap(first, last, 0.01);
    int found =
        swap.level(
            first.left()[0], last.left()[0], first.right()[0], last.right()[0], new EditDistance());
    assertThat(NameSwap.LEVELS.get(found)).isEqualTo(level);
  }

  private static FieldColumn column(String name, FieldKind kind, String left, String right) {
    return FieldColumn.of(name, kind, values(left), values(right));
  }

  private static CsvTable.CsvColumn values(String one) {
    return new CsvTable.CsvColumn(new int[] {1}, new String[] {"", one});
  }
}
