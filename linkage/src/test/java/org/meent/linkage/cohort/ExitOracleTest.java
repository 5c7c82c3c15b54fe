// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.linkage.flow.FlowStep;

/** How people leave, in small random studies of each design, against a walk from day to day. */
class ExitOracleTest {
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final int DAYS = 5 * 365;
  private static final int PERSONS = 60;
  private static final int GAP = 20;
  private static final int FOLLOW = 10;
  private static final int WITHIN = 15;
  private static final int RETURNS = 8;

  @TempDir Path folder;

  private record Life(boolean[] benefit, boolean[] work, TreeSet<LocalDate> starts) {}

  private final List<Life> lives = new ArrayList<>();
  private final List<String> benefit = new ArrayList<>();
  private final List<String> jobs = new ArrayList<>();
  private final List<String> support = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "1, landmark, 2023-12-31",
    "2, sequential-trials, 2023-12-31",
    "3, clone-censor-weight, 2023-12-31",
    "4, landmark, 2020-06-20",
    "5, sequential-trials, 2021-03-20",
    "6, clone-censor-weight, 2020-06-20"
  })
  void agreesWithWalkingDays(long seed, String design, LocalDate known) throws IOException {
    draw(new SplittableRandom(seed));
    Cohort without = study(design, "").cohort("java");
    Cohort cohort = study(design, exits(known)).cohort(seed % 2 == 0 ? "duckdb" : "java");
    int begin = design.equals("sequential-trials") ? 1 : 0;
    List<String> expected = new ArrayList<>();
    int lost = 0;
    for (int row = 0; row < without.rows(); row++) {
      String of = row(without, row);
      String exit =
          walk(
              lives.get(person(without, row)),
              without.units().index(row).plusMonths(begin),
              known.plusDays(1));
      if (exit.isEmpty()) {
        lost++;
      } else {
        expected.add(of + exit);
      }
    }
    List<String> found = new ArrayList<>();
    for (int row = 0; row < cohort.rows(); row++) {
      found.add(row(cohort, row) + shown(cohort, row));
    }
    assertThat(found).isEqualTo(expected).isNotEmpty();
    FlowStep step =
        cohort.flows().getLast().steps().stream()
            .filter(one -> one.name().equals("at risk of leaving"))
            .findFirst()
            .orElseThrow();
    long inStep = step.losses().values().stream().mapToLong(Long::longValue).sum();
    // Clones that deviate are given up later, so that more of them are lost here.
    assertThat(inStep).isBetween((long) lost, begin == 1 ? lost : Long.MAX_VALUE);
    assertThat(cohort.lineage().stream().filter(one -> one.column().equals("exit-kind")))
        .extracting(Lineage::source)
        .containsExactly("benefit", "jobs", "support");
  }

  /** The number of the person, which the study takes for a covariate. */
  private static int person(Cohort cohort, int row) {
    Cohort.Numbers number = (Cohort.Numbers) cohort.column("number");
    return (int) number.unscaled(row);
  }

  private static String row(Cohort cohort, int row) {
    return person(cohort, row) + " " + cohort.units().index(row) + " " + cohort.arms().get(row);
  }

  private static String shown(Cohort cohort, int row) {
    StringBuilder shown = new StringBuilder();
    shown.append(' ').append(((Cohort.Numbers) cohort.column("exit-month")).unscaled(row));
    shown.append(' ').append(((Cohort.Codes) cohort.column("exit-kind")).values().get(row));
    for (String name : List.of("work", "coaching", "without-income", "returned")) {
      if (cohort.columns().containsKey("exit-" + name)) {
        shown.append(' ').append(((Cohort.Numbers) cohort.column("exit-" + name)).unscaled(row));
      }
    }
    return shown.toString();
  }

  /** Month, kind and outcomes of a life from a day on; empty if it is not at risk. */
  private static String walk(Life life, LocalDate begin, LocalDate unknown) {
    int from = day(begin);
    if (!on(life, from)) {
      return "";
    }
    int exit = from;
    while (exit < DAYS && on(life, exit)) {
      exit++;
    }
    int month = 0;
    boolean left = false;
    while (!left && month < FOLLOW && !begin.plusMonths(month + 1).plusDays(GAP).isAfter(unknown)) {
      month++;
      left = exit <= day(begin.plusMonths(month));
    }
    String kind = left ? kind(life, exit) : "not-left";
    StringBuilder words = new StringBuilder(" " + month + " " + kind);
    boolean everybody = unknown.getYear() == 2024;
    if (everybody) {
      for (String name : List.of("work", "coaching", "without-income")) {
        words.append(kind.equals(name) ? " 1" : " 0");
      }
      boolean back = false;
      for (int d = exit; d < Math.min(DAYS, day(FIRST.plusDays(exit).plusMonths(12))); d++) {
        back |= on(life, d);
      }
      words.append(back && exit <= day(begin.plusMonths(RETURNS)) ? " 1" : " 0");
    }
    return words.toString();
  }

  private static String kind(Life life, int exit) {
    boolean coached = false;
    for (int day = exit; day < exit + WITHIN; day++) {
      if (day < DAYS && life.work[day]) {
        return "work";
      }
      coached |= life.starts.contains(FIRST.plusDays(day));
    }
    return coached ? "coaching" : "without-income";
  }

  /** On benefit, or between two days on benefit with few days between. */
  private static boolean on(Life life, int day) {
    int before = day;
    while (before >= 0 && !life.benefit[before]) {
      before--;
    }
    int after = day;
    while (after < DAYS && !life.benefit[after]) {
      after++;
    }
    return before >= 0 && after < DAYS && after - before - 1 <= GAP;
  }

  private static int day(LocalDate date) {
    return (int) (date.toEpochDay() - FIRST.toEpochDay());
  }

  private void draw(SplittableRandom random) {
    for (int person = 0; person < PERSONS; person++) {
      Life life = new Life(new boolean[DAYS], new boolean[DAYS], new TreeSet<>());
      String key = "%09d".formatted(11 + person);
      int day = random.nextInt(200);
      while (day < DAYS - 60) {
        int end = Math.min(DAYS - 1, day + random.nextInt(1, 500));
        java.util.Arrays.fill(life.benefit, day, end, true);
        benefit.add(key + "," + FIRST.plusDays(day) + "," + FIRST.plusDays(end - 1));
        day = end + random.nextInt(0, 60);
      }
      for (int i = random.nextInt(0, 6); i > 0; i--) {
        int from = random.nextInt(DAYS - 120);
        int to = from + random.nextInt(1, 120);
        java.util.Arrays.fill(life.work, from, to, true);
        jobs.add(key + "," + FIRST.plusDays(from) + "," + FIRST.plusDays(to) + ",100.00");
      }
      for (int i = random.nextInt(0, 3); i > 0; i--) {
        LocalDate start = FIRST.plusDays(random.nextInt(DAYS));
        life.starts.add(start);
        support.add(key + "," + start + ",07");
      }
      lives.add(life);
    }
  }

  private TrialsStudy study(String design, String exits) throws IOException {
    List<String> people = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      people.add("%09d,%d".formatted(11 + person, person));
    }
    TrialsStudy study =
        new TrialsStudy(folder)
            .csv("persons", people)
            .csv("benefit", benefit.stream().map(row -> row.replace("-", "")).toList())
            .csv("jobs", jobs)
            .csv("support", support)
            .replace("SEX: {type: code, missing: [\"-\"]", "SEX: {type: integer")
            .replace("  subgroups: [SEX]\n", "")
            .replace(
                "sex: {from: persons, select: value(SEX), absent: missing}",
                "number: {from: persons, select: value(SEX)}")
            .replace("window: 6..30 months", "window: 1..24 months")
            .replace(", earlier: 0}", "}")
            .replace("analysis:\n", exits + "analysis:\n");
    if (exits.contains("2023")) {
      study
          .replace(
              "income: {not-measured: \"a drawn study without incomes\"}",
              "income: {outcome: exit-without-income}")
          .replace(
              "months: {not-measured: \"a drawn study without incomes\"}",
              "months: {outcome: exit-returned}");
    }
    return switch (design) {
      case "landmark" ->
          study
              .replace(
                  "design: sequential-trials\n  trials: {from: 2020-01-01, to: 2020-12-01, every:"
                      + " month}",
                  "design: landmark\n  index-date: 2020-01-01")
              .replace("    open-while: on_benefit\n", "    window: -12..0 months\n");
      case "clone-censor-weight" ->
          study
              .replace(
                  "design: sequential-trials\n  trials: {from: 2020-01-01, to: 2020-12-01, every:"
                      + " month}",
                  "design: clone-censor-weight\n  index-date: 2020-01-01\n  grace: 3")
              .replace(
                  "counts-as: initiation", "counts-as: initiation\n    weights-by: [on_benefit]");
      default -> study;
    };
  }

  private static String exits(LocalDate known) {
    return """
      exits:
        name: exit
        from: benefit
        gaps: %d days
        follow: %d months
        within: %d days
        kinds:
          work: {from: jobs}
          coaching: {from: support, where: {KIND: "07 | 09"}}
        otherwise: without-income
        returns-of: %d months
        known-until: %s
    """
        .formatted(GAP, FOLLOW, WITHIN, RETURNS, known);
  }
}
