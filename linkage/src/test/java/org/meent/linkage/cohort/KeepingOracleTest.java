// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.flow.FlowStep;

/**
 * Who is in which arm for how long, in small random studies with a grace, against a walk through
 * each person's days written down here without the designs.
 */
class KeepingOracleTest {
  private static final LocalDate INDEX = LocalDate.of(2020, 1, 1);
  private static final int PERSONS = 40;
  private static final int GRACE = 3;
  private static final int FOLLOW = 12;

  @TempDir Path folder;

  /** A person: the day on which benefit ends, and starts of support by day. */
  private record Life(LocalDate until, TreeMap<LocalDate, String> starts) {
    boolean onBenefitAfter(int month) {
      return INDEX.plusMonths(month + 1).isBefore(until);
    }

    TreeSet<String> started(int month) {
      LocalDate from = INDEX.plusMonths(month);
      return new TreeSet<>(starts.subMap(from, INDEX.plusMonths(month + 1)).values());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void clonesStayAsLongAsTheyKeepToTheirArm(long seed) throws IOException {
    for (boolean perProtocol : List.of(false, true)) {
      List<Life> lives = draw(new SplittableRandom(seed));
      Cohort cohort = study(lives, perProtocol).cohort("java");
      List<String> expected = new ArrayList<>();
      int number = 0;
      for (Life life : lives) {
        int before = expected.size();
        for (String arm : List.of("none", "coach", "training")) {
          if (keeps(life, arm, perProtocol)) {
            expected.add(number + " " + arm);
          }
        }
        number += expected.size() > before ? 1 : 0;
      }
      assertThat(shown(cohort)).isEqualTo(expected);
      assertThat(cohort.weights()).hasSize(cohort.rows()).allMatch(weight -> weight >= 1);
      FlowStep clones = cohort.flows().getLast().steps().get(2);
      assertThat(clones.duplications()).isEqualTo(Map.of("clone for another arm", 2L * PERSONS));
    }
  }

  /** While nobody leaves, those who stay in an arm stand for everybody. */
  @Test
  void weightsAddUpToEverybody() throws IOException {
    List<Life> lives = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      TreeMap<LocalDate, String> starts = new TreeMap<>();
      if (person % 4 > 0) {
        starts.put(INDEX.plusDays(11L * (person / 4 % 8)), person % 4 == 1 ? "07" : "08");
      }
      lives.add(new Life(LocalDate.of(2025, 1, 1), starts));
    }
    Cohort cohort = study(lives, false).cohort("java");
    Map<String, Double> sums = new TreeMap<>();
    for (int row = 0; row < cohort.rows(); row++) {
      sums.merge(cohort.arms().get(row), cohort.weight(row), Double::sum);
    }
    assertThat(sums).hasSize(3);
    sums.values().forEach(sum -> assertThat(sum).isCloseTo(PERSONS, within(1e-9)));
  }

  /** Persons 0 .. 9 start a coach, of whom 0 .. 3 start training half a year later. */
  @Test
  void saysWhoSwitchedAndHowTheLostDiffer() throws IOException {
    List<Life> lives = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      TreeMap<LocalDate, String> starts = new TreeMap<>();
      if (person < 10) {
        starts.put(INDEX.plusDays(3), "07");
      }
      if (person < 4) {
        starts.put(INDEX.plusMonths(6).plusDays(2), "08");
      }
      if (person == 39) {
        starts.put(INDEX, "99");
      }
      lives.add(new Life(LocalDate.of(2025, 1, 1), starts));
    }
    Cohort cohort = study(lives, true).cohort("java");
    assertThat(cohort.switching().persons("coach", 6)).isEqualTo(4);
    assertThat(cohort.switching().persons("coach", Switching.KEPT)).isEqualTo(6);
    // 10 start a coach and one something else in month 0; the rest never starts.
    assertThat(cohort.switching().persons("none", 0)).isEqualTo(11);
    assertThat(cohort.switching().persons("training", 2)).isEqualTo(29);
    assertThat(cohort.persons()).isEqualTo(35);
    KeptAndLost people = cohort.keptAndLost();
    assertThat(people.kept()).isEqualTo(35);
    assertThat(people.lost()).isEqualTo(5);
    // Lost are 0 .. 3 and 39, of whom 0 and 2 are men: 2 of 5; kept are 18 men of 35.
    double variance = (18.0 / 35 * 17 / 35 + 2.0 / 5 * 3 / 5) / 2;
    KeptAndLost.Row men =
        people.rows().stream().filter(row -> row.category().equals("1")).findFirst().orElseThrow();
    assertThat(men.covariate()).isEqualTo("sex");
    assertThat(men.difference())
        .isCloseTo((18.0 / 35 - 2.0 / 5) / Math.sqrt(variance), within(1e-12));
  }

  private static List<Life> draw(SplittableRandom random) {
    List<Life> lives = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      LocalDate until = INDEX.plusDays(random.nextInt(2, 700));
      TreeMap<LocalDate, String> starts = new TreeMap<>();
      for (int i = random.nextInt(0, 3); i > 0; i--) {
        starts.put(
            INDEX.plusDays(random.nextInt(0, 400)),
            List.of("07", "08", "99").get(random.nextInt(3)));
      }
      lives.add(new Life(until, starts));
    }
    return lives;
  }

  /** Month by month: first what is started, then whether the person is still there. */
  private static boolean keeps(Life life, String arm, boolean perProtocol) {
    String code = arm.equals("none") ? "" : arm.equals("coach") ? "07" : "08";
    boolean begun = false;
    for (int month = 0; month < FOLLOW; month++) {
      TreeSet<String> started = life.started(month);
      boolean own = started.equals(new TreeSet<>(List.of(code)));
      boolean matters = (month < GRACE && !begun) || perProtocol;
      if (matters && !started.isEmpty() && !own) {
        return false;
      }
      begun |= !started.isEmpty() && month < GRACE;
      if (month == GRACE - 1 && !begun && !code.isEmpty()) {
        return false;
      }
      if (!life.onBenefitAfter(month)) {
        return true;
      }
    }
    return true;
  }

  private TrialsStudy study(List<Life> lives, boolean perProtocol) throws IOException {
    List<String> persons = new ArrayList<>();
    List<String> benefit = new ArrayList<>();
    List<String> support = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      String key = "%09d".formatted(11 + person);
      persons.add(key + "," + (person % 2 + 1));
      Life life = lives.get(person);
      benefit.add(key + ",20190101," + life.until().minusDays(1).toString().replace("-", ""));
      life.starts().forEach((day, code) -> support.add(key + "," + day + "," + code));
    }
    return new TrialsStudy(folder)
        .csv("persons", persons)
        .csv("benefit", benefit)
        .csv("jobs", List.of())
        .csv("support", support)
        .replace("design: sequential-trials", "design: clone-censor-weight\n  grace: " + GRACE)
        .replace(
            "trials: {from: 2020-01-01, to: 2020-12-01, every: month}", "index-date: 2020-01-01")
        .replace("eligible: {on_benefit: 1, earlier: 0}", "eligible: {on_benefit: 1}")
        .replace("    eligible: {coach: {earned: ..100000}}\n", "")
        .replace("window: 6..30 months", "window: 0.." + FOLLOW + " months")
        .replace(
            "counts-as: initiation",
            (perProtocol ? "counts-as: per-protocol" : "counts-as: initiation")
                + "\n    weights-by: [on_benefit]");
  }

  private static List<String> shown(Cohort cohort) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < cohort.rows(); row++) {
      lines.add(cohort.units().person(row) + " " + cohort.arms().get(row));
    }
    return lines;
  }
}
