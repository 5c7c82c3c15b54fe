// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.IncidenceStep;
import org.meent.disclosure.output.IncidenceTable;
import org.meent.disclosure.output.IncidenceTable.Curve;
import org.meent.disclosure.output.IncidenceTable.Gain;
import org.meent.disclosure.output.IncidenceTable.Of;
import org.meent.disclosure.output.IncidenceTable.Point;
import org.meent.disclosure.output.IncidenceTable.Side;

class IncidenceRuleTest {
  private static final List<String> KINDS = List.of("work", "study");

  /** Work, study, otherwise in each of two months; 120 units in each arm. */
  private static final long[][] LARGE = {{20, 10, 0}, {15, 12, 10}};

  @Test
  void curvesWithLargeStepsAreReleased() {
    IncidenceTable table = table(LARGE, LARGE);

    Asked.isReleased(table);
    // 20/120 and (20 + 15)/120; the band is 0.1 to either side.
    assertThat(Asked.shown(Asked.decide(table)))
        .contains(
            "none|work|1|120|0.167|0.0667|0.267",
            "none|work|2|90|0.292|0.192|0.392",
            "training|study|2|90|0.183|0.0833|0.283",
            "difference|work|2||0|-0.100|0.100",
            "months gained|work|2||0.5|0.400|0.600")
        .hasSize(14);
  }

  @Test
  void stepsOfFewAreMergedInBothArms() {
    Decision decision = Asked.decide(table(LARGE, new long[][] {{9, 10, 0}, {15, 12, 10}}));

    assertThat(Asked.codes(decision)).contains("incidence.merged");
    assertThat(Asked.shown(decision))
        .contains("none|work|2|120|0.292|0.192|0.392", "difference|work|2||-0.0917|-0.192|0.00833")
        .noneMatch(row -> row.contains("|1|"));
  }

  /** The last months have too few by themselves: the step before reaches to the horizon. */
  @Test
  void whatIsLeftOverIsAddedToTheLastStep() {
    Decision decision = Asked.decide(table(LARGE, new long[][] {{20, 10, 0}, {3, 2, 1}}));

    assertThat(Asked.shown(decision))
        .contains("training|work|2|120|0.192|0.0917|0.292", "none|work|2|120|0.292|0.192|0.392")
        .contains("months gained|work|2||0.5|0.400|0.600")
        .noneMatch(row -> row.contains("|1|"));
  }

  @Test
  void aWayThatFewTookIsNotTold() {
    // Four in the arm studied, and with ten otherwise nobody sees four.
    Decision decision = Asked.decide(table(LARGE, new long[][] {{20, 4, 10}, {15, 0, 10}}));

    assertThat(Asked.codes(decision)).contains("incidence.untold");
    assertThat(Asked.shown(decision)).noneMatch(row -> row.contains("study"));
  }

  /** Four who studied would follow from the others: work goes too, and then the arm is left out. */
  @Test
  void theLastWayGoesWithTheFew() {
    Decision decision = Asked.decide(table(LARGE, new long[][] {{20, 4, 0}, {15, 0, 0}}));

    assertThat(Asked.shown(decision))
        .contains("training|work|2|120|.|.|.", "difference|work|2||.|.|.")
        .contains("training|study|2|120|.|.|.");
  }

  @Test
  void whatFewRemainAtRiskEndsTheCurvesAndTheGains() {
    IncidenceTable table = table(LARGE, new long[][] {{20, 10, 0}, {71, 10, 0}});

    assertThat(Asked.shown(Asked.decide(table)))
        .contains("training|work|1|120|0.167|0.0667|0.267")
        .noneMatch(row -> row.contains("|2|"));
  }

  @Test
  void nearlyEverybodyIsForTheCheckers() {
    Asked.isReferred(table(new long[][] {{109, 0, 0}, {0, 0, 0}}, LARGE), "alike");
  }

  @Test
  void theImpliedTableIsLinkedWithTablesOfTheRequest() {
    IncidenceTable curves = table(LARGE, LARGE);
    Dimension arm = new Dimension("arm", "arm", List.of("none", "training"));
    Dimension home = new Dimension("home", "home", List.of("a", "b"));
    // 120 units in each arm are known from the curves; here 115 and 5 of one arm are told apart.
    Judgement judgement =
        Asked.judge(curves, Asked.counts("t", arm, home, new long[][] {{60, 60}, {115, 5}}));

    assertThat(String.join("\n", Asked.shown(judgement.decisions().get(1))))
        .contains("training|b|.")
        .contains("training|a|.");
  }

  /** Takes every figure for the count behind it: nothing below ten comes out of any subtraction. */
  @Test
  void noSmallCountFollowsFromWhatIsShown() {
    int shown = 0;
    int small = 0;
    SplittableRandom random = new SplittableRandom(20260301);
    for (int draw = 0; draw < 400; draw++) {
      long[][][] left = {draw(random), draw(random)};
      IncidenceTable table = table(left[0], left[1]);
      small += (int) java.util.Arrays.stream(left[1]).filter(s -> s[0] > 0 && s[0] < 10).count();
      Decision decision = Asked.decide(table);
      if (decision instanceof Decision.Refusal || decision instanceof Decision.Referral) {
        continue;
      }
      for (int side = 0; side < 2; side++) {
        shown += attack(Asked.shown(decision), side == 0 ? "none" : "training", left[side]);
      }
    }
    assertThat(shown).isGreaterThan(300);
    assertThat(small).isGreaterThan(300);
  }

  /** Each shown share gives its count; what is left between two shown times follows. */
  private static int attack(List<String> rows, String arm, long[][] left) {
    Map<String, Long> known = new HashMap<>();
    List<Integer> times = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      if (cells[0].equals(arm) && !cells[4].equals(".")) {
        int time = Integer.parseInt(cells[2]);
        known.put(cells[1] + time, until(left, KINDS.indexOf(cells[1]), time));
        if (!times.contains(time)) {
          times.add(time);
        }
      }
    }
    int from = 0;
    for (int time : times) {
      long told = 0;
      for (String kind : KINDS) {
        if (known.containsKey(kind + time)) {
          long events = known.getOrDefault(kind + time, 0L) - known.getOrDefault(kind + from, 0L);
          isEnough(events);
          told += events;
        }
      }
      long gone = all(left, time) - all(left, from);
      isEnough(gone - told);
      isEnough(120 - all(left, time));
      from = time;
    }
    return times.size();
  }

  private static void isEnough(long units) {
    assertThat(units == 0 || units >= 10).as("%d units", units).isTrue();
  }

  private static long[][] draw(SplittableRandom random) {
    long[][] left = new long[4][3];
    for (long[] month : left) {
      for (int way = 0; way < 3; way++) {
        month[way] = random.nextInt(3) == 0 ? 0 : random.nextInt(way == 0 ? 16 : 9);
      }
    }
    return left;
  }

  private static long until(long[][] left, int way, int time) {
    long sum = 0;
    for (int i = 0; i < time; i++) {
      sum += left[i][way];
    }
    return sum;
  }

  private static long all(long[][] left, int time) {
    return until(left, 0, time) + until(left, 1, time) + until(left, 2, time);
  }

  @Test
  void whatDoesNotBalanceCannotBeMade() {
    assertThatThrownBy(() -> new IncidenceStep(1, 5, List.of(3L, 2L), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Side(
                    Asked.group("arm", "none"),
                    List.of(
                        new IncidenceStep(1, 100, List.of(10L), 0),
                        new IncidenceStep(2, 91, List.of(1L), 0))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(table(LARGE, LARGE).toString()).doesNotContain("120");
  }

  private static Side side(String arm, long[][] left) {
    List<IncidenceStep> steps = new ArrayList<>();
    long atRisk = 120;
    for (long[] month : left) {
      steps.add(new IncidenceStep(steps.size() + 1, atRisk, List.of(month[0], month[1]), month[2]));
      atRisk = steps.getLast().left();
    }
    return new Side(Asked.group("arm", arm), steps);
  }

  private static IncidenceTable table(long[][] reference, long[][] arm) {
    List<Curve> curves = new ArrayList<>();
    List<Gain> gains = new ArrayList<>();
    for (int kind = 0; kind < 2; kind++) {
      List<List<Point>> points = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int time = 1; time <= arm.length; time++) {
        double first = until(reference, kind, time) / 120.0;
        double second = until(arm, kind, time) / 120.0;
        points.get(0).add(point(time, first));
        points.get(1).add(point(time, second));
        points.get(2).add(point(time, second - first));
      }
      for (Of of : Of.values()) {
        curves.add(new Curve(of, KINDS.get(kind), points.get(of.ordinal())));
      }
      gains.add(new Gain(KINDS.get(kind), 0.5, 0.4, 0.6));
    }
    return new IncidenceTable(
        "k",
        "Leaving",
        Asked.population(240),
        "exit",
        "months",
        KINDS,
        List.of(),
        List.of(side("none", reference), side("training", arm)),
        curves,
        gains);
  }

  private static Point point(int time, double value) {
    return new Point(time, value, value - 0.1, value + 0.1);
  }
}
