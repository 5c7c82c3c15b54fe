// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.protocols.AnalysisPlan;

/**
 * The persons of the cohort who count for a planned effect, and the frame that a model sees of
 * them.
 *
 * @param cohort the cohort
 * @param plan the planned effect
 * @param outcome name of the outcome
 * @param persons places in the cohort, ascending
 */
record EffectSample(
    Cohort cohort, AnalysisPlan.Effect plan, String outcome, List<Integer> persons) {

  /** Copies the places. */
  EffectSample {
    persons = List.copyOf(persons);
  }

  /** Everybody in either arm for whom the demanded covariates are known. */
  static EffectSample of(Cohort cohort, AnalysisPlan.Effect plan, String outcome) {
    List<Integer> persons = new ArrayList<>();
    for (int i = 0; i < cohort.persons(); i++) {
      int person = i;
      String arm = cohort.arms().get(i);
      boolean compared = arm.equals(plan.arm()) || arm.equals(plan.reference());
      boolean known =
          plan.knownOnly().stream().noneMatch(name -> cohort.column(name).isMissing(person));
      if (compared && known) {
        persons.add(i);
      }
    }
    return new EffectSample(cohort, plan, outcome, persons);
  }

  /** The persons of this sample who share a code. */
  EffectSample group(String variable, String code) {
    List<String> codes = codes(variable);
    return new EffectSample(
        cohort, plan, outcome, persons.stream().filter(i -> codes.get(i).equals(code)).toList());
  }

  /** The codes of a variable that occur in this sample, ascending; unknown left out. */
  List<String> categories(String variable) {
    return List.copyOf(counts(variable).keySet());
  }

  boolean[] members(String variable, String code) {
    List<String> codes = codes(variable);
    boolean[] in = new boolean[persons.size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = codes.get(persons.get(i)).equals(code);
    }
    return in;
  }

  long inArm(String arm) {
    return persons.stream().filter(i -> cohort.arms().get(i).equals(arm)).count();
  }

  /** Fewest persons in an arm or behind a category of a covariate. */
  long smallestCategory() {
    long smallest = Math.min(inArm(plan.arm()), inArm(plan.reference()));
    for (String name : plan.covariates()) {
      if (cohort.column(name) instanceof Cohort.Codes) {
        for (long count : counts(name).values()) {
          smallest = Math.min(smallest, count);
        }
      }
    }
    return smallest;
  }

  /**
   * The frame: numbers as they are, a code with two categories as one 0/1 column, a code with more
   * as one 0/1 column per category but the first.
   */
  Frame frame() {
    FrameBuilder builder = Frame.builder();
    for (String name : plan.covariates()) {
      switch (cohort.column(name)) {
        case Cohort.Numbers numbers -> builder.covariate(name, values(numbers));
        case Cohort.Codes codes -> indicators(builder, name);
      }
    }
    int[] arms =
        persons.stream().mapToInt(i -> cohort.arms().get(i).equals(plan.arm()) ? 1 : 0).toArray();
    Cohort.Numbers outcomes = (Cohort.Numbers) cohort.column(outcome);
    return builder
        .treatment(arms, List.of(plan.reference(), plan.arm()))
        .outcome(outcome, values(outcomes))
        .build();
  }

  private void indicators(FrameBuilder builder, String name) {
    List<String> categories = categories(name);
    List<String> codes = codes(name);
    for (String category : categories.subList(Math.min(1, categories.size()), categories.size())) {
      double[] values = new double[persons.size()];
      for (int i = 0; i < values.length; i++) {
        String code = codes.get(persons.get(i));
        values[i] = code.isEmpty() ? Double.NaN : code.equals(category) ? 1 : 0;
      }
      builder.covariate(categories.size() == 2 ? name : name + "=" + category, values);
    }
  }

  private double[] values(Cohort.Numbers numbers) {
    return persons.stream().mapToDouble(numbers::value).toArray();
  }

  private List<String> codes(String variable) {
    return ((Cohort.Codes) cohort.column(variable)).values();
  }

  private SortedMap<String, Long> counts(String variable) {
    List<String> codes = codes(variable);
    SortedMap<String, Long> counts = new TreeMap<>();
    for (int person : persons) {
      if (!codes.get(person).isEmpty()) {
        counts.merge(codes.get(person), 1L, Long::sum);
      }
    }
    return Collections.unmodifiableSortedMap(counts);
  }
}
