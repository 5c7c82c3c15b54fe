// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.frame.Grouping;
import org.meent.protocols.PolicyPlan;

/**
 * The units that count for a planned rule: those in one of its arms that was open to them. Numbers
 * of people are numbers of different persons; who took part in several trials counts once, in the
 * row that tables show of her.
 *
 * @param cohort the cohort
 * @param plan the planned rule
 * @param units places in the cohort, ascending
 */
record PolicySample(Cohort cohort, PolicyPlan plan, List<Integer> units) {

  /** Copies the places. */
  PolicySample {
    units = List.copyOf(units);
  }

  static PolicySample of(Cohort cohort, PolicyPlan plan) {
    List<Integer> units = new ArrayList<>();
    for (int i = 0; i < cohort.rows(); i++) {
      String arm = cohort.arms().get(i);
      if (plan.arms().contains(arm) && !cohort.closed().get(i).contains(arm)) {
        units.add(i);
      }
    }
    return new PolicySample(cohort, plan, units);
  }

  /** The person of each row of the frame. */
  int[] person() {
    return units.stream().mapToInt(cohort.units()::person).toArray();
  }

  /** Whether each arm of the plan is open to each row of the frame. */
  boolean[][] open() {
    boolean[][] open = new boolean[plan.arms().size()][units.size()];
    for (int a = 0; a < open.length; a++) {
      for (int r = 0; r < open[a].length; r++) {
        open[a][r] = !cohort.closed().get(units.get(r)).contains(plan.arms().get(a));
      }
    }
    return open;
  }

  /** The arm of each row of the frame, by its number in the plan. */
  int[] arms() {
    return units.stream().mapToInt(i -> plan.arms().indexOf(cohort.arms().get(i))).toArray();
  }

  /** The frame with some of the covariates of the plan. */
  Frame frame(Predicate<String> kept) {
    FrameBuilder builder = Frame.builder();
    for (String name : plan.covariates()) {
      if (kept.test(name)) {
        switch (cohort.column(name)) {
          case Cohort.Numbers numbers -> builder.covariate(name, values(numbers));
          case Cohort.Codes codes ->
              builder.category(name, units.stream().map(codes.values()::get).toList());
        }
      }
    }
    if (cohort.units().repeats()) {
      builder.clusters(
          units.stream().map(i -> "%010d".formatted(cohort.units().person(i))).toList());
    }
    if (!cohort.weights().isEmpty()) {
      builder.weights(units.stream().mapToDouble(cohort::weight).toArray());
    }
    return builder
        .treatment(arms(), plan.arms())
        .outcome(plan.outcome(), values((Cohort.Numbers) cohort.column(plan.outcome())))
        .build();
  }

  private double[] values(Cohort.Numbers numbers) {
    return units.stream().mapToDouble(numbers::value).toArray();
  }

  /** The values of a covariate as labels, an unknown one empty; of a number its value. */
  List<String> labels(String covariate) {
    return switch (cohort.column(covariate)) {
      case Cohort.Codes codes -> units.stream().map(codes.values()::get).toList();
      case Cohort.Numbers numbers ->
          units.stream()
              .map(i -> numbers.isMissing(i) ? "" : Long.toString(numbers.unscaled(i)))
              .toList();
    };
  }

  Grouping grouping(String covariate) {
    return new Grouping(covariate, labels(covariate));
  }

  /**
   * The row of each person that counts: the first in which she is not in the reference, or else.
   */
  List<Integer> shown() {
    SequencedMap<Integer, Integer> shown = new LinkedHashMap<>();
    String reference = plan.arms().getFirst();
    for (int r = 0; r < units.size(); r++) {
      int person = cohort.units().person(units.get(r));
      Integer before = shown.get(person);
      if (before == null || (isIn(before, reference) && !isIn(r, reference))) {
        shown.put(person, r);
      }
    }
    return List.copyOf(shown.values());
  }

  private boolean isIn(int row, String arm) {
    return cohort.arms().get(units.get(row)).equals(arm);
  }

  /** Persons by arm among those whose row is in. */
  SortedMap<String, Long> armCounts(List<Integer> shown, Predicate<Integer> in) {
    SortedMap<String, Long> counts = new TreeMap<>();
    plan.arms().forEach(arm -> counts.put(arm, 0L));
    shown.stream()
        .filter(in)
        .forEach(row -> counts.merge(cohort.arms().get(units.get(row)), 1L, Long::sum));
    return counts;
  }

  /** Of each code of a covariate: persons in the cohort, and persons here. */
  List<FindingLine> present(String covariate) {
    if (!(cohort.column(covariate) instanceof Cohort.Codes codes)) {
      return List.of();
    }
    List<FindingLine> lines = new ArrayList<>();
    for (String code : new TreeSet<>(codes.values())) {
      Set<Integer> all = new HashSet<>();
      Set<Integer> here = new HashSet<>();
      for (int i = 0; i < cohort.rows(); i++) {
        if (codes.values().get(i).equals(code)) {
          all.add(cohort.units().person(i));
        }
      }
      for (int i : units) {
        if (codes.values().get(i).equals(code)) {
          here.add(cohort.units().person(i));
        }
      }
      lines.add(
          new FindingLine(
              FindingLine.Kind.PRESENT,
              covariate + "=" + (code.isEmpty() ? "?" : code),
              List.of((double) all.size(), (double) here.size()),
              false));
    }
    return lines;
  }
}
