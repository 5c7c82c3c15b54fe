// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.FlowTrack;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.rule.RuleSet;

/**
 * Tries to recover what was left out from everything that may leave. The attacker shares no code
 * with the gate: his unknowns are the persons of each full combination of codes and of being known,
 * and the numbers of the flow; each released figure is a statement about them.
 */
class RecoveryTest {
  private static final long SEED = 20_261_122;
  private static final int ATOMS = 24;
  private static final double THOUSANDS = 1_000;
  private static final List<String> VARIABLES = List.of("arm", "diploma", "home");

  /** A hidden count or sum with its true value. */
  private record Hidden(String name, double[] form, double truth) {}

  private int hiddenCounts;
  private int hiddenSums;
  private int hiddenRows;
  private int releases;

  @Test
  void nothingLeftOutComesBackFromWhatLeaves() {
    attack(0, 100);
    // The attack must have had something to attack.
    assertThat(releases).isGreaterThan(300);
    assertThat(hiddenCounts).isGreaterThan(300);
    assertThat(hiddenSums).isGreaterThan(300);
    assertThat(hiddenRows).isGreaterThan(100);
  }

  @Test
  @Tag("slow")
  void nothingLeftOutOfAThousandComesBack() {
    attack(100, 1_000);
    assertThat(hiddenCounts).isGreaterThan(3_000);
    assertThat(hiddenSums).isGreaterThan(3_000);
    assertThat(hiddenRows).isGreaterThan(1_000);
  }

  /** Shows that the attack works: with only the small cells marked it finds most of them. */
  @Test
  void theAttackFindsWhatMarkingOnlySmallCellsWouldLeak() {
    int found = 0;
    int tried = 0;
    for (int i = 0; i < 50; i++) {
      StudyDraw study = new StudyDraw(SEED, i);
      List<Releasable> naive = List.of(naive(study));
      if (naive.getFirst().rows().stream().noneMatch(row -> row.get(2).equals("."))) {
        continue;
      }
      tried++;
      study.request();
      int index = i;
      try {
        attackCounts(study, naive, index);
      } catch (AssertionError leak) {
        found++;
      }
    }
    assertThat(tried).isGreaterThan(20);
    // A table where whole rows and columns are small may be safe by itself.
    assertThat(found).isGreaterThan(tried * 3 / 4);
  }

  private static Releasable naive(StudyDraw study) {
    List<List<String>> rows = new ArrayList<>();
    for (String home : List.of("a", "b", "c", "Total")) {
      for (String arm : List.of("none", "work", "Total")) {
        TreeMap<String, String> codes = new TreeMap<>();
        if (!home.equals("Total")) {
          codes.put("home", home);
        }
        if (!arm.equals("Total")) {
          codes.put("arm", arm);
        }
        int count = who(study, study.all, codes).size();
        rows.add(List.of(home, arm, count > 0 && count < 10 ? "." : String.valueOf(count)));
      }
    }
    return new Releasable(
        "homes",
        Releasable.Kind.FREQUENCY_TABLE,
        "homes",
        "everybody (N = " + study.persons.size() + ")",
        List.of(
            new Block.Column("home", false),
            new Block.Column("arm", false),
            new Block.Column("persons", true)),
        rows);
  }

  private void attack(int from, int to) {
    for (int i = from; i < to; i++) {
      StudyDraw study = new StudyDraw(SEED, i);
      RuleSet rules = RuleSet.named(List.of("cbs-ra", "sacro", "abs").get(i % 3));
      List<Releasable> out = Gate.under(rules).judge(study.request()).releasables();
      releases += out.size();
      attackCounts(study, out, i);
      attackSums(study, out, i);
      attackEstimates(study, out, i);
    }
  }

  /** Every small count stays open from one below it up to the minimum of 10. */
  private void attackCounts(StudyDraw study, List<Releasable> out, int index) {
    List<double[]> flow = new ArrayList<>();
    int unknowns = ATOMS + flowUnknowns(study);
    Attacker attacker = new Attacker(unknowns);
    List<Hidden> hidden = new ArrayList<>();
    flowForms(study, unknowns, flow, attacker);
    for (Releasable releasable : out) {
      Population population = population(study, releasable);
      for (int row = 0; row < releasable.rows().size(); row++) {
        for (Place place : counts(releasable, row, population, unknowns, flow)) {
          Place at = place;
          releasable
              .figure(row, place.column())
              .ifPresentOrElse(
                  value -> attacker.learns(at.form(), value, value),
                  () -> hidden.add(new Hidden(at.name(), at.form(), truth(study, at.form()))));
        }
      }
      String shown = releasable.population().replaceAll(".*N = (.*)\\)", "$1");
      if (!shown.equals(Releasable.MARK)) {
        double n = Double.parseDouble(shown);
        attacker.learns(form(new TreeMap<>(), population, unknowns), n, n);
      }
    }
    assertThat(attacker.starts()).as("case " + index + " is consistent").isTrue();
    for (Hidden cell : hidden) {
      if (cell.truth() >= 1 && cell.truth() < 10) {
        hiddenCounts++;
        String name = "case " + index + " " + cell.name();
        assertThat(attacker.largest(cell.form())).as(name).isGreaterThan(9.999);
        assertThat(attacker.smallest(cell.form())).as(name).isLessThan(cell.truth() - 0.999);
      }
    }
  }

  /** Every sum of few stays open by 30 % to either side. */
  private void attackSums(StudyDraw study, List<Releasable> out, int index) {
    Attacker attacker = new Attacker(ATOMS);
    List<Hidden> hidden = new ArrayList<>();
    for (Releasable releasable : out) {
      if (releasable.kind() != Releasable.Kind.MAGNITUDE_TABLE) {
        continue;
      }
      Population population = population(study, releasable);
      for (int row = 0; row < releasable.rows().size(); row++) {
        SortedMap<String, String> codes = codes(releasable, row);
        double[] form = form(codes, population, ATOMS);
        String mean = releasable.rows().get(row).get(2);
        String units = releasable.rows().get(row).get(3);
        List<StudyDraw.Person> who = who(study, population, codes);
        double sum = who.stream().mapToLong(StudyDraw.Person::earnings).sum() / 100.0;
        if (mean.isEmpty()) {
          attacker.learns(form, 0, 0);
        } else if (!mean.equals(Releasable.MARK)) {
          // What a mean may not do is stand beside a hidden count.
          assertThat(units).as("case " + index).isNotEqualTo(Releasable.MARK);
          double rounding = 0.0051 * who.size();
          attacker.learns(
              form, Math.max(0, sum - rounding) / THOUSANDS, (sum + rounding) / THOUSANDS);
        } else if (!who.isEmpty() && who.size() < 10 && sum > 0) {
          hidden.add(new Hidden(releasable.id() + " " + codes, form, sum / THOUSANDS));
        }
      }
    }
    assertThat(attacker.starts()).as("case " + index + " is consistent").isTrue();
    for (Hidden cell : hidden) {
      hiddenSums++;
      String name = "case " + index + " sum " + cell.name();
      double slack = 2 / THOUSANDS;
      assertThat(attacker.largest(cell.form())).as(name).isGreaterThan(1.3 * cell.truth() - slack);
      assertThat(attacker.smallest(cell.form())).as(name).isLessThan(0.7 * cell.truth() + slack);
    }
  }

  /** No estimate gives a hidden mean back, and no hidden group comes back from the others. */
  private void attackEstimates(StudyDraw study, List<Releasable> out, int index) {
    Map<String, String> means = new HashMap<>();
    for (Releasable releasable : out) {
      if (releasable.kind() == Releasable.Kind.MAGNITUDE_TABLE) {
        for (int row = 0; row < releasable.rows().size(); row++) {
          means.put(
              population(study, releasable).id() + codes(releasable, row),
              releasable.rows().get(row).get(2));
        }
      }
    }
    for (Releasable releasable : out) {
      if (releasable.kind() != Releasable.Kind.ESTIMATE_TABLE) {
        continue;
      }
      Map<String, Integer> hiddenByVariable = new HashMap<>();
      Map<String, Integer> shownByVariable = new HashMap<>();
      for (List<String> row : releasable.rows()) {
        boolean shown = !row.get(5).equals(Releasable.MARK);
        SortedMap<String, String> group = group(row.get(4));
        String variable = group.isEmpty() ? "" : group.firstKey();
        (shown ? shownByVariable : hiddenByVariable).merge(variable, 1, Integer::sum);
        hiddenRows += shown ? 0 : 1;
        if (shown) {
          for (String arm : List.of(row.get(2), row.get(3))) {
            TreeMap<String, String> cell = new TreeMap<>(group);
            cell.put("arm", arm);
            String mean = means.get(population(study, releasable).id() + cell);
            assertThat(mean).as("case " + index + " mean of " + cell).isNotEqualTo(Releasable.MARK);
          }
        }
      }
      for (String variable : List.of("diploma", "home")) {
        int unknown =
            hiddenByVariable.getOrDefault(variable, 0) + hiddenByVariable.getOrDefault("", 0);
        assertThat(unknown).as("case " + index + " groups of " + variable).isNotEqualTo(1);
      }
    }
  }

  /** A released count: its column, its form over the unknowns, its name. */
  private record Place(int column, double[] form, String name) {}

  private static List<Place> counts(
      Releasable releasable, int row, Population population, int unknowns, List<double[]> flow) {
    return switch (releasable.kind()) {
      case FREQUENCY_TABLE ->
          List.of(place(releasable, 2, codes(releasable, row), population, unknowns));
      case MAGNITUDE_TABLE ->
          List.of(place(releasable, 3, codes(releasable, row), population, unknowns));
      case ESTIMATE_TABLE -> {
        List<String> cells = releasable.rows().get(row);
        TreeMap<String, String> treated = new TreeMap<>(group(cells.get(4)));
        TreeMap<String, String> controls = new TreeMap<>(treated);
        treated.put("arm", cells.get(2));
        controls.put("arm", cells.get(3));
        yield List.of(
            place(releasable, 9, treated, population, unknowns),
            place(releasable, 10, controls, population, unknowns));
      }
      case FLOW -> List.of(new Place(5, flow.get(row), "flow row " + row));
      case POSITIONS,
          BINS,
          SEGMENTS,
          SURVIVAL,
          INCIDENCE,
          RATIOS,
          STATISTICS,
          CONCENTRATIONS,
          REGRESSION,
          FOREST,
          CARD ->
          throw new IllegalArgumentException("the drawn studies have no " + releasable.kind());
    };
  }

  private static Place place(
      Releasable releasable,
      int column,
      SortedMap<String, String> codes,
      Population population,
      int unknowns) {
    return new Place(column, form(codes, population, unknowns), releasable.id() + " " + codes);
  }

  private static SortedMap<String, String> codes(Releasable releasable, int row) {
    TreeMap<String, String> codes = new TreeMap<>();
    for (int column = 0; column < 2; column++) {
      String code = releasable.rows().get(row).get(column);
      if (!code.equals("Total")) {
        codes.put(releasable.columns().get(column).heading(), code);
      }
    }
    return codes;
  }

  private static SortedMap<String, String> group(String text) {
    TreeMap<String, String> group = new TreeMap<>();
    if (!text.equals("Total")) {
      group.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
    }
    return group;
  }

  private static Population population(StudyDraw study, Releasable releasable) {
    return releasable.id().endsWith("-known") ? study.some : study.all;
  }

  /** Which unknowns a cell adds up: arm, diploma and home by position, then known or not. */
  private static double[] form(
      SortedMap<String, String> codes, Population population, int unknowns) {
    double[] form = new double[unknowns];
    for (int atom = 0; atom < ATOMS; atom++) {
      boolean in = atom % 2 == 0 || population.within().isEmpty();
      List<String> atomCodes = atomCodes(atom);
      for (int v = 0; v < VARIABLES.size(); v++) {
        String code = codes.get(VARIABLES.get(v));
        in &= code == null || code.equals(atomCodes.get(v));
      }
      form[atom] = in ? 1 : 0;
    }
    return form;
  }

  private static List<String> atomCodes(int atom) {
    int rest = atom / 2;
    return List.of(
        StudyDraw.ARM.categories().get(rest % 2),
        StudyDraw.DIPLOMA.categories().get(rest / 2 % 2),
        StudyDraw.HOME.categories().get(rest / 4));
  }

  private static int flowUnknowns(StudyDraw study) {
    int unknowns = 0;
    for (FlowTrack.Step step : study.tracks.getFirst().steps()) {
      unknowns += 2 + step.losses().size() + step.duplications().size();
    }
    return unknowns;
  }

  /** One unknown per number of the flow, and what everybody knows of them. */
  private static void flowForms(
      StudyDraw study, int unknowns, List<double[]> forms, Attacker attacker) {
    int at = ATOMS;
    double[] before = new double[unknowns];
    for (FlowTrack.Step step : study.tracks.getFirst().steps()) {
      double[] balance = new double[unknowns];
      int parts = 2 + step.losses().size() + step.duplications().size();
      for (int i = 0; i < parts; i++) {
        double[] form = new double[unknowns];
        form[at + i] = 1;
        forms.add(form);
        boolean minus = i == parts - 1 || (i >= 1 && i <= step.losses().size());
        balance[at + i] = minus ? -1 : 1;
      }
      attacker.learns(balance, 0, 0);
      if (at > ATOMS) {
        before[at] -= 1;
        attacker.learns(before, 0, 0);
      }
      at += parts;
      before = new double[unknowns];
      before[at - 1] = 1;
    }
    double[] end = form(new TreeMap<>(), study.all, unknowns);
    end[at - 1] = -1;
    attacker.learns(end, 0, 0);
  }

  private static double truth(StudyDraw study, double[] form) {
    double sum = 0;
    for (StudyDraw.Person person : study.persons) {
      int atom =
          2
                  * (StudyDraw.ARM.categories().indexOf(person.arm())
                      + 2 * StudyDraw.DIPLOMA.categories().indexOf(person.diploma())
                      + 4 * StudyDraw.HOME.categories().indexOf(person.home()))
              + (person.known() ? 0 : 1);
      sum += form[atom];
    }
    int at = ATOMS;
    for (FlowTrack.Step step : study.tracks.getFirst().steps()) {
      List<Long> numbers = new ArrayList<>(List.of(step.in()));
      numbers.addAll(step.losses().values());
      numbers.addAll(step.duplications().values());
      numbers.add(step.out());
      for (long number : numbers) {
        sum += form[at++] * number;
      }
    }
    return sum;
  }

  private static List<StudyDraw.Person> who(
      StudyDraw study, Population population, SortedMap<String, String> codes) {
    return study.of(population).stream()
        .filter(
            p -> codes.entrySet().stream().allMatch(e -> p.code(e.getKey()).equals(e.getValue())))
        .toList();
  }
}
