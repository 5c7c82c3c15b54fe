// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FlowTrack;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.protocols.run.RandomStream;

/** A small made-up study: persons with an arm, two codes and earnings, and a request about them. */
final class StudyDraw {
  static final Dimension ARM = new Dimension("arm", "arm", List.of("none", "work"));
  static final Dimension DIPLOMA = new Dimension("diploma", "diploma", List.of("0", "1"));
  static final Dimension HOME = new Dimension("home", "home", List.of("a", "b", "c"));

  /** One person. */
  record Person(String arm, String diploma, String home, boolean known, long earnings) {
    String code(String variable) {
      return switch (variable) {
        case "arm" -> arm;
        case "diploma" -> diploma;
        default -> home;
      };
    }
  }

  final List<Person> persons = new ArrayList<>();
  final Population all;
  final Population some;
  final List<FlowTrack> tracks = new ArrayList<>();
  private final RandomStream random;

  StudyDraw(long seed, int index) {
    random = RandomStream.of(seed, "gate study", index);
    int n = 30 + random.nextInt(120);
    double arm = 0.2 + 0.6 * random.nextDouble();
    double diploma = 0.05 + 0.5 * random.nextDouble();
    double home = 0.05 + 0.5 * random.nextDouble();
    double known = 0.3 + 0.6 * random.nextDouble();
    for (int i = 0; i < n; i++) {
      double skew = StrictMath.exp(2 * random.nextGaussian());
      long earnings = random.nextDouble() < 0.3 ? 0 : (long) (100_000 * skew);
      persons.add(
          new Person(
              random.nextDouble() < arm ? "work" : "none",
              random.nextDouble() < diploma ? "0" : "1",
              random.nextDouble() < home ? "a" : random.nextDouble() < 0.5 ? "b" : "c",
              random.nextDouble() < known,
              earnings));
    }
    all = new Population("all", "everybody", n);
    long few = persons.stream().filter(Person::known).count();
    some = new Population("some", "known", few).within("all");
  }

  /** Everything a request may hold. */
  List<StatisticalOutput> request() {
    List<StatisticalOutput> request = new ArrayList<>();
    request.add(flow());
    request.add(counts("people", all, DIPLOMA));
    request.add(counts("homes", all, HOME));
    request.add(sums("earnings", all, DIPLOMA));
    request.add(sums("earnings-homes", all, HOME));
    request.add(estimates("effects", all));
    request.add(counts("people-known", some, DIPLOMA));
    request.add(sums("earnings-known", some, DIPLOMA));
    request.add(estimates("effects-known", some));
    return request;
  }

  List<Person> of(Population population) {
    return population.equals(all) ? persons : persons.stream().filter(Person::known).toList();
  }

  FrequencyTable counts(String id, Population population, Dimension rows) {
    List<Person> who = of(population);
    return FrequencyTable.tabulate(
        id,
        id,
        population,
        "persons",
        rows,
        ARM,
        who.stream().map(p -> p.code(rows.variable())).toList(),
        who.stream().map(Person::arm).toList(),
        Evidence.Zeros.SAFE);
  }

  MagnitudeTable sums(String id, Population population, Dimension rows) {
    List<Person> who = of(population);
    return MagnitudeTable.tabulate(
        id,
        id,
        population,
        "earnings",
        "earnings (euros)",
        2,
        rows,
        ARM,
        who.stream().map(p -> p.code(rows.variable())).toList(),
        who.stream().map(Person::arm).toList(),
        who.stream().mapToLong(Person::earnings).toArray(),
        Evidence.Sign.NON_NEGATIVE);
  }

  EstimateTable estimates(String id, Population population) {
    List<Estimate> rows = new ArrayList<>();
    rows.add(difference(population, Estimate.everybody()));
    for (Dimension by : List.of(DIPLOMA, HOME)) {
      by.categories()
          .forEach(c -> rows.add(difference(population, Estimate.group(by.variable(), c))));
    }
    return new EstimateTable(id, id, population, "earnings (euros)", "arm", rows);
  }

  private Estimate difference(Population population, SortedMap<String, String> group) {
    List<Person> treated = in(population, group, "work");
    List<Person> controls = in(population, group, "none");
    double value = mean(treated) - mean(controls);
    return new Estimate(
        "difference-in-means",
        "ate",
        "work",
        "none",
        group,
        new Estimate.Estimated(value, 1 + random.nextDouble(), value - 2, value + 2),
        FitEvidence.ofDifferenceInMeans(treated.size(), controls.size(), "earnings"));
  }

  List<Person> in(Population population, SortedMap<String, String> group, String arm) {
    Predicate<Person> fits =
        p -> group.entrySet().stream().allMatch(e -> p.code(e.getKey()).equals(e.getValue()));
    return of(population).stream().filter(p -> p.arm().equals(arm)).filter(fits).toList();
  }

  static double mean(List<Person> who) {
    return who.stream().mapToLong(Person::earnings).sum() / 100.0 / Math.max(1, who.size());
  }

  private FlowOutput flow() {
    tracks.clear();
    long at = all.units();
    List<FlowTrack.Step> steps = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      TreeMap<String, Long> lost = new TreeMap<>();
      TreeMap<String, Long> added = new TreeMap<>();
      lost.put("junk key", (long) random.nextInt(4));
      lost.put("no match", (long) random.nextInt(30));
      added.put("twice there", (long) random.nextInt(3));
      long in =
          at + lost.values().stream().mapToLong(Long::longValue).sum() - added.get("twice there");
      steps.addFirst(new FlowTrack.Step("step " + i, in, lost, added, at));
      at = in;
    }
    tracks.add(new FlowTrack("persons", "", "all", steps));
    return FlowOutput.of("flow", "flow", all, "records", tracks);
  }
}
