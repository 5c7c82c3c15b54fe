// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTest {

  private static FrameBuilder four() {
    return Frame.builder()
        .covariate("x", new double[] {1, 2, 3, 4})
        .treatment(new int[] {0, 1, 0, 1}, List.of("a", "b"))
        .outcome("y", new double[4]);
  }

  @Test
  void anIndicatorForEachCategoryButTheFirst() {
    Frame frame =
        four().category("kind", List.of("c", "b", "", "a")).covariate("z", last()).build();
    assertThat(frame.names()).containsExactly("x", "kind=b", "kind=c", "z");
    assertThat(frame.columns()[1]).containsExactly(0, 1, Double.NaN, 0);
    assertThat(frame.columns()[2]).containsExactly(1, 0, Double.NaN, 0);
    Category kind = frame.categories().getFirst();
    assertThat(kind.first()).isEqualTo(1);
    assertThat(kind.indicators(List.of("b", "?", "c"))[0]).containsExactly(1, Double.NaN, 0);
    assertThat(frame.contrast(1).categoryColumns()).isEqualTo(frame.categoryColumns()).hasSize(1);
  }

  @Test
  void zeroAndOneKeepTheirName() {
    Frame frame = four().category("yes", List.of("0", "1", "1", "0")).build();
    assertThat(frame.names()).containsExactly("x", "yes");
    assertThat(frame.categoryColumns()).isEmpty();
  }

  @Test
  void oneCategoryNeverVaries() {
    Frame frame = four().category("same", List.of("v", "v", "v", "v")).build();
    assertThat(frame.names()).containsExactly("x");
    assertThat(frame.notes()).singleElement().asString().contains("same");
  }

  /** Of 70 categories the eight that fewer than ten rows hold are taken together. */
  @Test
  void theRareAreTakenTogether() {
    List<String> labels = new ArrayList<>();
    for (int k = 0; k < 70; k++) {
      labels.addAll(Collections.nCopies(k % 9 == 5 ? 9 : 10, "%02d".formatted(k)));
    }
    Category many = Category.of("many", labels);
    assertThat(many.labels())
        .hasSize(63)
        .endsWith(Category.RARE)
        .contains("69")
        .doesNotContain("68");
    assertThat(many.indicators(List.of("05", "never seen"))[many.count() - 1])
        .containsExactly(1, 1);
  }

  /** 64 codes hold missing and 63 categories: of more than that the rarest are taken together. */
  @Test
  void noMoreThanTreesCanHold() {
    List<String> labels = new ArrayList<>();
    for (int k = 0; k < 80; k++) {
      labels.addAll(Collections.nCopies(100 - k, "%02d".formatted(k)));
    }
    Category many = Category.of("many", labels);
    assertThat(many.labels())
        .hasSize(63)
        .endsWith(Category.RARE)
        .contains("61")
        .doesNotContain("62");
    assertThat(Category.of("all", labels.subList(0, 4000)).labels()).doesNotContain(Category.RARE);
  }

  private static double[] last() {
    return new double[] {0, 0, 1, 1};
  }
}
