// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.IncidenceStep;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.KeptAndLost;
import org.meent.linkage.cohort.Switching;
import org.meent.linkage.cohort.Units;
import org.meent.models.check.OverlapLimits;
import org.meent.models.survival.CurvePoint;
import org.meent.models.survival.ExitCurves;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.ExitContrast;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.ExitPlan;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.IndexDates;
import org.meent.protocols.PossibleHarm;
import org.meent.protocols.Protocol;
import org.meent.protocols.StudyDesign;
import org.meent.protocols.run.RandomStream;

/** Curves of leaving in a drawn study whose chances of leaving are known. */
class ExitAnalysisTest {
  private static final int FOLLOW = 8;
  private static final OverlapLimits LIMITS = new OverlapLimits(0.05, 0.1, 0.25, 0.1);

  /** Work at 4 % a month for who is less able and 12 % for who is more, whatever the arm. */
  private static double work(int able) {
    return able == 1 ? 0.12 : 0.04;
  }

  private static final double NOTHING = 0.02;

  /**
   * Persons in one row or, each third, in two: more able ones are more often in the arm, which does
   * nothing.
   *
   * @param certain whether ability nearly decides the arm
   */
  private static Cohort cohort(int persons, boolean certain) {
    List<Integer> person = new ArrayList<>();
    List<String> arms = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<Long> able = new ArrayList<>();
    List<Long> month = new ArrayList<>();
    List<String> kind = new ArrayList<>();
    for (int who = 0; who < persons; who++) {
      RandomStream random = RandomStream.of(7, "exit-study", who);
      int is = random.nextInt(2);
      for (int trial = 0; trial < (who % 3 == 0 ? 2 : 1); trial++) {
        double chance = certain ? 0.02 + 0.96 * is : is == 1 ? 0.6 : 0.3;
        person.add(who);
        able.add((long) is);
        arms.add(random.nextDouble() < chance ? "support" : "none");
        weights.add(1.0 + trial);
        leave(random, is, month, kind);
      }
    }
    SequencedMap<String, Cohort.Column> columns = new LinkedHashMap<>();
    columns.put("able", numbers(able));
    columns.put("exit-month", numbers(month));
    columns.put("exit-kind", new Cohort.Codes(kind));
    int[] days = new int[person.size()];
    for (int i = 0; i < days.length; i++) {
      boolean second = i > 0 && person.get(i).equals(person.get(i - 1));
      days[i] = (int) LocalDate.of(2020, second ? 2 : 1, 1).toEpochDay();
    }
    return new Cohort(
        new Units(person.stream().mapToInt(i -> i).toArray(), days),
        arms,
        java.util.Collections.nCopies(days.length, Set.of()),
        weights,
        columns,
        Switching.NONE,
        KeptAndLost.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  /** Some are no longer seen after three months. */
  private static void leave(RandomStream random, int able, List<Long> month, List<String> kind) {
    boolean lost = random.nextInt(6) == 0;
    for (int m = 1; ; m++) {
      double u = random.nextDouble();
      if (u < work(able) + NOTHING) {
        month.add((long) m);
        kind.add(u < NOTHING ? "without-income" : "work");
        return;
      }
      if (m == FOLLOW || (lost && m == 3)) {
        month.add((long) m);
        kind.add(ExitPlan.NOT_LEFT);
        return;
      }
    }
  }

  @Test
  void curvesHoldTheTruthAndTheArmDoesNothing() {
    Cohort cohort = cohort(2_000, false);
    ExitResult result = analyse(cohort, 1);
    ExitCurves curves = ((ExitResult.Estimated) result.outcome()).curves();

    assertThat(result.persons()).isEqualTo(2_000);
    assertThat(result.criteria()).isNotEmpty().allMatch(EffectResult.Criterion::met);
    ExitCurves.ExitCurve work = curves.exits().getFirst();
    assertThat(work.kind()).isEqualTo("work");
    for (CurvePoint point : work.reference()) {
      // Half of the people are more able; the share that left for work by month m follows.
      double truth = (left(0, point.month()) + left(1, point.month())) / 2;
      assertThat(truth).isBetween(point.bandLower(), point.bandUpper());
    }
    assertThat(work.difference())
        .allMatch(point -> point.bandLower() <= 0 && 0 <= point.bandUpper());
    assertThat(work.monthsGained().lower()).isNegative();
    assertThat(work.monthsGained().upper()).isPositive();
    // Unadjusted the arm would look good: who is in it is more able.
    assertThat(naive(result, 1) - naive(result, 0))
        .isGreaterThan(work.difference().getLast().bandUpper());
  }

  private static double left(int able, int months) {
    double all = work(able) + NOTHING;
    return work(able) / all * (1 - Math.pow(1 - all, months));
  }

  private static double naive(ExitResult result, int side) {
    double there = 1;
    double left = 0;
    for (IncidenceStep step : result.sides().get(side)) {
      left += there * step.events().getFirst() / step.atRisk();
      there *= 1 - (step.events().get(0) + step.events().get(1)) / (double) step.atRisk();
    }
    return left;
  }

  /** Each person counts once behind the curves, in the arm if she was ever in it. */
  @Test
  void evidenceCountsPersons() {
    Cohort cohort = cohort(300, false);
    ExitResult result = analyse(cohort, 1);
    long treated =
        java.util.stream.IntStream.range(0, cohort.rows())
            .filter(row -> cohort.arms().get(row).equals("support"))
            .map(row -> cohort.units().person(row))
            .distinct()
            .count();

    assertThat(result.sides().get(1).getFirst().atRisk()).isEqualTo(treated);
    assertThat(result.sides().get(0).getFirst().atRisk()).isEqualTo(300 - treated);
    for (List<IncidenceStep> side : result.sides()) {
      for (int i = 1; i < side.size(); i++) {
        assertThat(side.get(i).atRisk()).isEqualTo(side.get(i - 1).left());
      }
      // Who is no longer seen after three months is so; who stays to the end is not.
      assertThat(side.get(2).otherwise()).isPositive();
      assertThat(side.getLast().otherwise()).isZero();
    }
  }

  @Test
  void refusesWhatTheDataCannotCarry() {
    ExitResult result = analyse(cohort(400, true), 1);

    assertThat(result.outcome()).isInstanceOf(ExitResult.Refused.class);
    assertThat(result.criteria()).anyMatch(criterion -> !criterion.met());
    assertThat(((ExitResult.Refused) result.outcome()).reason()).startsWith("overlap");
  }

  @Test
  void isTheSameForAnyNumberOfThreads() {
    Cohort cohort = cohort(300, false);
    assertThat(analyse(cohort, 2)).isEqualTo(analyse(cohort, 1));
  }

  private static ExitResult analyse(Cohort cohort, int threads) {
    return ExitAnalysis.of(protocol(), cohort, LIMITS, threads).firstEntry().getValue();
  }

  private static Cohort.Numbers numbers(List<Long> values) {
    return new Cohort.Numbers(
        values.stream().mapToLong(i -> i).toArray(), new boolean[values.size()], 0);
  }

  private static Protocol protocol() {
    CohortPlan.Derived able =
        new CohortPlan.Derived(
            "able",
            "persons",
            CohortPlan.Select.VALUE,
            "able",
            new LinkedHashMap<>(),
            Optional.empty(),
            CohortPlan.Absent.REFUSE,
            "able");
    ExitPlan exits =
        new ExitPlan(
            "exit",
            new ExitPlan.State("benefit", new LinkedHashMap<>()),
            0,
            FOLLOW,
            31,
            new LinkedHashMap<>(Map.of("work", new ExitPlan.State("jobs", new LinkedHashMap<>()))),
            ExitPlan.Otherwise.WITHOUT_INCOME,
            FOLLOW,
            LocalDate.of(2024, 12, 31));
    CohortPlan cohort =
        new CohortPlan(
            "persons",
            "drawn people",
            List.of(),
            StudyDesign.landmark(new IndexDates.OneDay(LocalDate.of(2020, 1, 1))),
            CohortPlan.Assignment.OBSERVATIONAL,
            DrawnProtocol.treatment("support", "kind", new LinkedHashMap<>()),
            new LinkedHashMap<>(Map.of("able", able)),
            new LinkedHashMap<>(),
            Optional.of(exits));
    SequencedMap<String, ExitContrast> curves = new LinkedHashMap<>();
    curves.put(
        "support", new ExitContrast("support", "none", List.of(), List.of("able"), "ate", FOLLOW));
    return DrawnProtocol.of(
        cohort,
        new AnalysisPlan(
            3,
            new LinkedHashMap<>(),
            AnalysisPlan.USUAL,
            Optional.empty(),
            new LinkedHashMap<>(),
            curves,
            PossibleHarm.NONE,
            FurtherPlan.NONE));
  }
}
