// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.KeptAndLost;
import org.meent.linkage.cohort.Switching;
import org.meent.linkage.cohort.Units;
import org.meent.models.frame.Frame;
import org.meent.protocols.AnalysisPlan;

/** Rows of trials are compared; people are counted. */
class EffectSampleTest {
  private static final AnalysisPlan.Effect COACH =
      new AnalysisPlan.Effect(
          "months",
          List.of(),
          "coach",
          "none",
          List.of("att"),
          List.of(AnalysisPlan.Method.DIFFERENCE_IN_MEANS),
          List.of("age", "sex"),
          List.of("sex"));

  /** Three persons with three, two and one trials; the coach was closed to the last. */
  private static Cohort cohort() {
    SequencedMap<String, Cohort.Column> columns = new LinkedHashMap<>();
    columns.put("age", numbers(30, 31, 32, 40, 41, 50));
    columns.put("sex", new Cohort.Codes(List.of("1", "1", "1", "2", "2", "1")));
    columns.put("months", numbers(1, 2, 3, 4, 5, 6));
    return new Cohort(
        new Units(new int[] {0, 0, 0, 1, 1, 2}, new int[] {10, 40, 70, 10, 40, 10}),
        List.of("none", "none", "coach", "none", "coach", "none"),
        List.of(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of("coach")),
        List.of(),
        columns,
        Switching.NONE,
        KeptAndLost.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  private static Cohort.Numbers numbers(long... values) {
    return new Cohort.Numbers(values, new boolean[values.length], 0);
  }

  @Test
  void countsDifferentPersonsAmongThoseToWhomBothArmsWereOpen() {
    EffectSample sample = EffectSample.of(cohort(), COACH, "months");
    assertThat(sample.units()).containsExactly(0, 1, 2, 3, 4);
    assertThat(sample.persons()).isEqualTo(2);
    // Both were in the reference first and with a coach later.
    assertThat(sample.treated()).isEqualTo(2);
    assertThat(sample.controls()).isZero();
    assertThat(sample.smallestCategory()).isZero();
    assertThat(sample.group("sex", "1").persons()).isEqualTo(1);
  }

  @Test
  void personsAreTheClusters() {
    Frame frame = EffectSample.of(cohort(), COACH, "months").frame();
    assertThat(frame.rows()).isEqualTo(5);
    assertThat(frame.clustered()).isTrue();
    assertThat(frame.clusterCount()).isEqualTo(2);
    assertThat(frame.clusters()).containsExactly(0, 0, 0, 1, 1);
  }
}
