// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.SegmentTable;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.KeptAndLost;
import org.meent.linkage.cohort.Switching;
import org.meent.linkage.cohort.Units;
import org.meent.models.check.OverlapLimits;
import org.meent.models.study.FindingLine.Kind;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.IndexDates;
import org.meent.protocols.PolicyPlan;
import org.meent.protocols.PossibleHarm;
import org.meent.protocols.Protocol;
import org.meent.protocols.StudyDesign;
import org.meent.protocols.run.RandomStream;

/**
 * Courses help the young and coaches the old, each by 2; a coach is open to people of more than 30
 * only. Half of the people take part in two trials. Origin plays no part.
 */
class PolicyStudyTest {
  private static final int PERSONS = 700;
  private static final PolicyPlan PLAN =
      new PolicyPlan(
          List.of("none", "course", "coach"),
          "months",
          List.of("age", "sex"),
          1,
          100,
          new LinkedHashMap<>(Map.of("course", new BigDecimal("0.1"))),
          new LinkedHashMap<>(),
          "wish",
          List.of("age", "sex", "origin"));

  private static Cohort cohort = cohort(PERSONS);
  private static PolicyFinding finding =
      new PolicyFinding(0, EffectResult.of("", 0, List.of(), List.of()), List.of(), List.of());

  @BeforeAll
  static void learn() {
    finding = find(cohort, 1);
  }

  private static PolicyFinding find(Cohort cohort, int threads) {
    return Objects.requireNonNull(
        PolicyStudy.of(protocol(), cohort, OverlapLimits.withDefaults(), threads).get("rule"));
  }

  private static Cohort cohort(int persons) {
    List<Integer> person = new ArrayList<>();
    List<String> arms = new ArrayList<>();
    List<Set<String>> closed = new ArrayList<>();
    List<Long> age = new ArrayList<>();
    List<Long> months = new ArrayList<>();
    SequencedMap<String, List<String>> codes = new LinkedHashMap<>();
    List.of("sex", "origin", "wish").forEach(name -> codes.put(name, new ArrayList<>()));
    for (int p = 0; p < persons; p++) {
      RandomStream who = RandomStream.of(8, "policy-study", p);
      long years = 20 + who.nextInt(40);
      for (int trial = 0; trial <= p % 2; trial++) {
        boolean coach = years > 30;
        String arm = List.of("none", "course", "coach").get(who.nextInt(coach ? 3 : 2));
        double gain =
            arm.equals("course")
                ? (years <= 40 ? 2 : -2)
                : arm.equals("coach") ? years > 40 ? 2 : -2 : 0;
        person.add(p);
        arms.add(arm);
        closed.add(coach ? Set.of() : Set.of("coach"));
        age.add(years);
        months.add(Math.round(100 * (10 + gain + 2 * who.nextGaussian())));
        Objects.requireNonNull(codes.get("sex")).add(p % 3 == 0 ? "1" : "2");
        Objects.requireNonNull(codes.get("origin")).add(p % 5 == 0 ? "b" : p % 7 == 0 ? "" : "a");
        Objects.requireNonNull(codes.get("wish")).add(p % 4 == 0 ? "" : p % 4 == 1 ? "coach" : "C");
      }
    }
    SequencedMap<String, Cohort.Column> columns = new LinkedHashMap<>();
    columns.put("age", numbers(age, 0));
    codes.forEach((name, values) -> columns.put(name, new Cohort.Codes(values)));
    columns.put("months", numbers(months, 2));
    int day = Math.toIntExact(LocalDate.of(2021, 1, 1).toEpochDay());
    return new Cohort(
        new Units(
            person.stream().mapToInt(Integer::intValue).toArray(),
            person.stream().mapToInt(p -> day).toArray()),
        arms,
        closed,
        List.of(),
        columns,
        Switching.NONE,
        KeptAndLost.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  private static Cohort.Numbers numbers(List<Long> values, int scale) {
    return new Cohort.Numbers(
        values.stream().mapToLong(Long::longValue).toArray(), new boolean[values.size()], scale);
  }

  private static Protocol protocol() {
    CohortPlan.Derived months =
        new CohortPlan.Derived(
            "months",
            "jobs",
            CohortPlan.Select.SUM,
            "months",
            new LinkedHashMap<>(),
            Optional.empty(),
            CohortPlan.Absent.ZERO,
            "months in work");
    SequencedMap<String, String> arms = new LinkedHashMap<>();
    arms.put("none", "absent");
    arms.put("course", "C");
    arms.put("coach", "J");
    CohortPlan cohort =
        new CohortPlan(
            "persons",
            "people on benefit",
            List.of(),
            StudyDesign.landmark(new IndexDates.OneDay(LocalDate.of(2021, 1, 1))),
            CohortPlan.Assignment.OBSERVATIONAL,
            DrawnProtocol.treatment("support", "code", arms),
            new LinkedHashMap<>(Map.of("months", months)),
            new LinkedHashMap<>());
    FurtherPlan further =
        new FurtherPlan(
            List.of("origin"),
            List.of(),
            "",
            "",
            new LinkedHashMap<>(),
            List.of(),
            new LinkedHashMap<>(Map.of("rule", PLAN)),
            new LinkedHashMap<>());
    return DrawnProtocol.of(
        cohort,
        new AnalysisPlan(
            3,
            new LinkedHashMap<>(),
            AnalysisPlan.USUAL,
            Optional.empty(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            PossibleHarm.NONE,
            further));
  }

  @Test
  void findsTheRuleThatIsThere() {
    assertThat(finding.claim()).isEqualTo(PolicyFinding.Claim.RULE);
    assertThat(finding.leaves()).hasSize(2);
    PolicyFinding.Leaf young = finding.leaves().getFirst();
    PolicyFinding.Leaf old = finding.leaves().getLast();
    assertThat(young.arm()).isEqualTo("course");
    assertThat(old.arm()).isEqualTo("coach");
    assertThat(young.conditions().getFirst().text()).isEqualTo("age ≤ 40");
    assertThat(old.conditions().getFirst().text()).isEqualTo("age > 40");
    assertThat(young.persons() + old.persons()).isEqualTo(PERSONS);
    // everybody gains 2 less the cost; today a third to a half have what helps, and as many what
    // harms
    double gain = value(PolicyFinding.TODAY);
    assertThat(gain).isBetween(1.2, 2.4);
    assertThat(value(PolicyFinding.EVERYBODY + "none")).isBetween(1.4, 2.2);
    assertThat(finding.values().rows())
        .anyMatch(row -> row.estimand().equals(PolicyFinding.PREFERENCE));
  }

  private static double value(String estimand) {
    return finding.values().rows().stream()
        .filter(row -> row.estimand().equals(estimand) && row.group().isEmpty())
        .mapToDouble(row -> PolicyFinding.figures(row).value())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void groupsAreTestedAndTheUnknownAreCounted() {
    assertThat(finding.values().rows())
        .filteredOn(row -> row.estimand().equals(PolicyFinding.GAP))
        .extracting(row -> row.group().firstEntry().getValue())
        .containsExactly("a", "b");
    assertThat(finding.tests())
        .filteredOn(line -> line.kind() == Kind.PRESENT)
        .extracting(FindingLine::subject)
        .containsExactly("origin=?", "origin=a", "origin=b");
    // origin plays no part: nothing that a rule asks tells it
    assertThat(finding.tests())
        .filteredOn(line -> line.kind() == Kind.PROXY)
        .allMatch(line -> line.figures().getFirst() < 0.15);
  }

  @Test
  void outputsCountEachPersonOnceAsTablesDo() {
    Population everybody = new Population("study", "people on benefit", PERSONS);
    PolicyOutputs outputs = new PolicyOutputs("rule", PLAN, finding, cohort, everybody);
    SegmentTable tree = outputs.tree("tree");
    assertThat(tree.population()).isEqualTo(everybody);
    assertThat(tree.segments().getFirst().description()).isEqualTo("age ≤ 40 → course");
    assertThat(tree.title()).contains("never an instruction for a person");
    EstimateTable value = outputs.value("value", "months in work");
    long reference = value.rows().getFirst().evidence().controls();
    long inTree =
        tree.segments().stream().mapToLong(s -> s.evidence().arms().getOrDefault("none", 0L)).sum();
    assertThat(reference).isEqualTo(inTree);
  }

  @Test
  void sameBytesForAnyNumberOfThreads() {
    assertThat(find(cohort, 2)).isEqualTo(finding);
  }

  @Test
  void tooFewPeopleOfAnArmCarryNoRule() {
    PolicyFinding few = find(cohort(12), 1);
    assertThat(few.claim()).isEqualTo(PolicyFinding.Claim.REFUSED);
    assertThat(few.leaves()).isEmpty();
    Population everybody = new Population("study", "people on benefit", 12);
    PolicyOutputs outputs = new PolicyOutputs("rule", PLAN, few, cohort(12), everybody);
    assertThat(outputs.tree("tree").segments().getFirst().description())
        .isEqualTo("everybody: not known");
  }
}
