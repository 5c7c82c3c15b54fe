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

  /** A difference in means of 0 and 1 is a table of answers by arm: its smallest cell counts. */
  @Test
  void fewPersonsWithAnAnswerStandBehindADifferenceInMeans() {
    SequencedMap<String, Cohort.Column> columns = new LinkedHashMap<>();
    long[] left = new long[60];
    String[] arms = new String[60];
    for (int i = 0; i < 60; i++) {
      arms[i] = i < 30 ? "coach" : "none";
      // 4 of 30 with a coach, 20 of 30 without.
      left[i] = i < 4 || i >= 40 ? 1 : 0;
    }
    columns.put("left", numbers(left));
    columns.put("months", numbers(java.util.Arrays.stream(left).map(one -> one * 3).toArray()));
    Cohort cohort =
        new Cohort(
            Units.ofPersons(60, java.time.LocalDate.of(2020, 1, 1)),
            List.of(arms),
            columns,
            List.of());

    assertThat(EffectSample.of(cohort, COACH, "left").ofDifferenceInMeans("").smallestCategory())
        .isEqualTo(4);
    // Other numbers tell no count.
    assertThat(EffectSample.of(cohort, COACH, "months").ofDifferenceInMeans("").smallestCategory())
        .isEqualTo(30);
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
