// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small random worlds: every unit, arm and value as a day-by-day count has them. */
class TrialsOracleTest {
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
  private static final int DAYS = 6 * 365;

  @TempDir Path folder;

  private record Row(int person, LocalDate from, LocalDate until, long amount, String code) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }

    boolean startsIn(LocalDate start, LocalDate end) {
      return !from.isBefore(start) && from.isBefore(end);
    }
  }

  private final List<Row> benefit = new ArrayList<>();
  private final List<Row> jobs = new ArrayList<>();
  private final List<Row> support = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void agreesWithCountingDays(long seed) throws IOException {
    int persons = draw(new SplittableRandom(seed));
    TrialsStudy study = write(persons, new SplittableRandom(-seed));
    Cohort cohort = study.cohort(seed % 3 == 0 ? "duckdb" : "java");
    assertThat(shown(cohort)).isEqualTo(expected(persons));
    assertThat(cohort.units().size()).isGreaterThan(0);
  }

  private int draw(SplittableRandom random) {
    int persons = 6;
    for (int person = 0; person < persons; person++) {
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        benefit.add(spell(person, random, 500));
      }
      for (int i = random.nextInt(0, 8); i > 0; i--) {
        jobs.add(spell(person, random, 90));
      }
      for (int i = random.nextInt(0, 4); i > 0; i--) {
        support.add(spell(person, random, 1));
      }
    }
    return persons;
  }

  private static Row spell(int person, SplittableRandom random, int longest) {
    LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
    String[] codes = {"07", "08", "99"};
    return new Row(
        person,
        from,
        from.plusDays(random.nextInt(1, longest + 1)),
        random.nextInt(-500, 90_000),
        codes[random.nextInt(codes.length)]);
  }

  private TrialsStudy write(int persons, SplittableRandom random) throws IOException {
    List<String> people = new ArrayList<>();
    for (int person = 0; person < persons; person++) {
      people.add(key(person) + "," + (person % 2 + 1));
    }
    return new TrialsStudy(folder)
        .csv("persons", shuffled(people, random))
        .csv(
            "benefit",
            shuffled(
                benefit.stream()
                    .map(r -> key(r.person) + "," + digits(r.from) + "," + lastDay(r))
                    .toList(),
                random))
        .csv(
            "jobs",
            shuffled(
                jobs.stream()
                    .map(r -> key(r.person) + "," + r.from + "," + r.until + "," + cents(r.amount))
                    .toList(),
                random))
        .csv(
            "support",
            shuffled(
                support.stream().map(r -> key(r.person) + "," + r.from + "," + r.code).toList(),
                random));
  }

  private static List<String> shuffled(List<String> rows, SplittableRandom random) {
    List<String> shuffled = new ArrayList<>();
    rows.forEach(row -> shuffled.add(random.nextInt(shuffled.size() + 1), row));
    return shuffled;
  }

  private static String key(int person) {
    return "%09d".formatted(11 + person);
  }

  private static String digits(LocalDate day) {
    return day.toString().replace("-", "");
  }

  /** The last day of a spell; open ones in both ways that the study declares. */
  private static String lastDay(Row row) {
    if (row.until.isAfter(FIRST.plusDays(DAYS))) {
      return row.amount % 2 == 0 ? "88888888" : "";
    }
    return digits(row.until.minusDays(1));
  }

  private static String cents(long amount) {
    return java.math.BigDecimal.valueOf(amount, 2).toPlainString();
  }

  private static List<String> shown(Cohort cohort) {
    List<String> lines = new ArrayList<>();
    for (int unit = 0; unit < cohort.rows(); unit++) {
      StringBuilder line = new StringBuilder(cohort.units().index(unit) + " ");
      line.append(cohort.arms().get(unit)).append(cohort.closed().get(unit));
      for (String name : List.of("earned", "last_wage", "months_in_work")) {
        line.append(' ').append(((Cohort.Numbers) cohort.column(name)).unscaled(unit));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private List<String> expected(int persons) {
    List<String> lines = new ArrayList<>();
    for (int person = 0; person < persons; person++) {
      for (int trial = 0; trial < 12; trial++) {
        String line = line(person, LocalDate.of(2020, 1, 1).plusMonths(trial));
        if (!line.isEmpty()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** A unit as it must be; empty if there is none. */
  private String line(int person, LocalDate index) {
    boolean onBenefit = benefit.stream().anyMatch(r -> r.person == person && r.holds(index));
    boolean earlier = !codes(person, index.minusDays(365), index).isEmpty();
    Set<String> started = codes(person, index, index.plusMonths(1));
    boolean stays =
        benefit.stream().anyMatch(r -> r.person == person && r.holds(index.plusMonths(1)));
    if (!onBenefit || !stays || earlier || started.size() > 1 || started.contains("99")) {
      return "";
    }
    long earned =
        jobs.stream()
            .filter(r -> r.person == person && r.startsIn(index.minusMonths(12), index))
            .mapToLong(Row::amount)
            .sum();
    String arm = started.isEmpty() ? "none" : started.contains("07") ? "coach" : "training";
    boolean closed = earned > 10_000_000;
    if (closed && arm.equals("coach")) {
      return "";
    }
    Row last =
        jobs.stream()
            .filter(r -> r.person == person && r.from.isBefore(index))
            .max(java.util.Comparator.comparing(Row::from))
            .orElse(new Row(person, index, index, 0, ""));
    int months = 0;
    for (int month = 6; month < 30; month++) {
      months += worked(person, index.plusMonths(month), index.plusMonths(month + 1)) ? 1 : 0;
    }
    return index
        + " "
        + arm
        + (closed ? "[coach]" : "[]")
        + " "
        + earned
        + " "
        + last.amount
        + " "
        + months;
  }

  private boolean worked(int person, LocalDate from, LocalDate until) {
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      LocalDate on = day;
      if (jobs.stream().anyMatch(r -> r.person == person && r.holds(on))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> codes(int person, LocalDate from, LocalDate until) {
    Set<String> codes = new TreeSet<>();
    support.stream()
        .filter(r -> r.person == person && r.startsIn(from, until))
        .forEach(r -> codes.add(r.code));
    return codes;
  }
}
