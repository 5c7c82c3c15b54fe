// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.SegmentTable.Segment;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;
import org.meent.disclosure.output.SurvivalTable.Curve;
import org.meent.disclosure.output.Term;

/**
 * Made-up people with a home, an arm and the time at which they found work, if they did; and
 * outputs on them of several kinds that give away the same counts.
 */
final class PeopleDraw {
  static final String HOME = "home";
  static final String ARM = "arm";
  static final String JOB = "job";
  static final List<String> HOMES = List.of("a", "b", "c");
  static final List<String> ARMS = List.of("none", "work");

  /** A person; work is found at 1 or 2, or not at all (0). */
  record Person(String home, String arm, int found) {
    boolean is(SortedMap<String, String> codes) {
      return codes.entrySet().stream()
          .allMatch(
              code ->
                  switch (code.getKey()) {
                    case HOME -> home.equals(code.getValue());
                    case ARM -> arm.equals(code.getValue());
                    default -> (found > 0 ? "1" : "0").equals(code.getValue());
                  });
    }
  }

  final List<Person> persons = new ArrayList<>();
  private final SplittableRandom random;

  PeopleDraw(long seed) {
    random = new SplittableRandom(seed);
    for (String home : HOMES) {
      for (String arm : ARMS) {
        for (int found = 0; found <= 2; found++) {
          int many = random.nextInt(4) == 0 ? random.nextInt(10) : 10 + random.nextInt(30);
          for (int i = 0; i < many; i++) {
            persons.add(new Person(home, arm, found));
          }
        }
      }
    }
  }

  /** Three or four of the outputs, drawn. */
  List<StatisticalOutput> request() {
    List<StatisticalOutput> all =
        new ArrayList<>(List.of(homes(), segments(), ratios(), survival(), regression()));
    while (all.size() > 3) {
      all.remove(random.nextInt(all.size()));
    }
    return all;
  }

  long count(SortedMap<String, String> codes) {
    return persons.stream().filter(person -> person.is(codes)).count();
  }

  static SortedMap<String, String> codes(String... codes) {
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < codes.length; i += 2) {
      map.put(codes[i], codes[i + 1]);
    }
    return map;
  }

  private Population population() {
    return new Population("people", "made-up people", persons.size());
  }

  private FrequencyTable homes() {
    List<List<Long>> counts =
        HOMES.stream()
            .map(home -> ARMS.stream().map(arm -> count(codes(HOME, home, ARM, arm))).toList())
            .toList();
    return new FrequencyTable(
        "homes",
        "Homes",
        population(),
        "persons",
        new Dimension(HOME, HOME, HOMES),
        new Dimension(ARM, ARM, ARMS),
        new Evidence.Counts(counts, Evidence.Zeros.SAFE));
  }

  private SegmentTable segments() {
    List<Segment> segments = new ArrayList<>();
    for (String home : HOMES) {
      TreeMap<String, Long> arms = new TreeMap<>();
      ARMS.forEach(arm -> arms.put(arm, count(codes(HOME, home, ARM, arm))));
      long units = count(codes(HOME, home));
      GroupMean share = GroupMean.share(JOB, JOB, units, count(codes(HOME, home, JOB, "1")));
      segments.add(
          new Segment(home, "lives in " + home, new GroupEvidence(units, arms, List.of(share))));
    }
    return new SegmentTable(
        "segments", "Leaves", population(), SegmentTable.Found.TREE, HOME, ARM, segments);
  }

  private RatioTable ratios() {
    List<Ratio> rows = new ArrayList<>();
    rows.add(ratio(codes()));
    HOMES.forEach(home -> rows.add(ratio(codes(HOME, home))));
    return new RatioTable("ratios", "Ratios", population(), ARM, JOB, "1", "0", rows);
  }

  private Ratio ratio(SortedMap<String, String> among) {
    return new Ratio(
        among,
        Ratio.Measure.ODDS_RATIO,
        "work",
        "none",
        new FourCounts(
            count(with(with(among, ARM, "work"), JOB, "1")),
            count(with(with(among, ARM, "work"), JOB, "0")),
            count(with(with(among, ARM, "none"), JOB, "1")),
            count(with(with(among, ARM, "none"), JOB, "0"))));
  }

  static SortedMap<String, String> with(
      SortedMap<String, String> codes, String variable, String code) {
    TreeMap<String, String> more = new TreeMap<>(codes);
    more.put(variable, code);
    return more;
  }

  private SurvivalTable survival() {
    List<Curve> curves = new ArrayList<>();
    curves.add(curve(codes()));
    HOMES.forEach(home -> curves.add(curve(codes(HOME, home))));
    curves.removeIf(curve -> curve.steps().getFirst().atRisk() == 0);
    return new SurvivalTable("survival", "Time", population(), JOB, JOB, "months", curves);
  }

  private Curve curve(SortedMap<String, String> group) {
    List<SurvivalStep> steps = new ArrayList<>();
    long atRisk = count(group);
    for (int time = 1; time <= 2; time++) {
      int now = time;
      long events =
          persons.stream().filter(person -> person.is(group) && person.found() == now).count();
      steps.add(new SurvivalStep(time, atRisk, events, 0));
      atRisk -= events;
    }
    return new Curve(group, steps);
  }

  private RegressionTable regression() {
    long all = persons.size();
    return new RegressionTable(
        "regression",
        "A model",
        population(),
        "linear",
        "pay",
        List.of(
            Term.intercept(1.5, 0.5, all),
            Term.number("age", 0.25, 0.05, all),
            Term.category("b", codes(HOME, "b"), 2.5, 0.5, count(codes(HOME, "b"))),
            Term.category("c", codes(HOME, "c"), 3.5, 0.5, count(codes(HOME, "c")))),
        OptionalDouble.empty(),
        new Evidence.Model(all - 4, 4, 80, 1, OptionalLong.empty(), 0.1, ""));
  }
}
