// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.meent.disclosure.output.FitEvidence;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.check.ExactStrata;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.protocols.AnalysisPlan;

/**
 * The units of the cohort that count for a planned effect, and the frame that a model sees of them.
 * Numbers of people are numbers of different persons, however many trials each took part in.
 *
 * @param cohort the cohort
 * @param plan the planned effect
 * @param outcome name of the outcome
 * @param units places in the cohort, ascending
 */
record EffectSample(Cohort cohort, AnalysisPlan.Effect plan, String outcome, List<Integer> units) {

  /** Copies the places. */
  EffectSample {
    units = List.copyOf(units);
  }

  /**
   * Units in either arm, to whom the arm of interest and the reference were open, and for whom the
   * demanded covariates are known; of strata in which both arms occur, where the plan compares
   * within strata only.
   */
  static EffectSample of(Cohort cohort, AnalysisPlan.Effect plan, String outcome) {
    EffectSample all = unstratified(cohort, plan, outcome);
    boolean[] kept = all.strata().map(ExactStrata::kept).orElse(new boolean[0]);
    return kept.length == 0
        ? all
        : new EffectSample(
            cohort,
            plan,
            outcome,
            IntStream.range(0, kept.length).filter(k -> kept[k]).mapToObj(all.units::get).toList());
  }

  /** The same before strata without both arms are left out. */
  static EffectSample unstratified(Cohort cohort, AnalysisPlan.Effect plan, String outcome) {
    List<Integer> units = new ArrayList<>();
    for (int i = 0; i < cohort.rows(); i++) {
      int unit = i;
      String arm = cohort.arms().get(i);
      Set<String> closed = cohort.closed().get(i);
      boolean compared = arm.equals(plan.arm()) || arm.equals(plan.reference());
      boolean open = !closed.contains(plan.arm()) && !closed.contains(plan.reference());
      boolean known =
          plan.knownOnly().stream().noneMatch(name -> cohort.column(name).isMissing(unit));
      if (compared && open && known) {
        units.add(i);
      }
    }
    return new EffectSample(cohort, plan, outcome, units);
  }

  /** What the plan compares within itself, if anything. */
  Optional<ExactStrata> strata() {
    if (plan.gates().within().isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> columns = plan.gates().within().stream().map(name -> codesOf(name)).toList();
    return Optional.of(ExactStrata.of(columns, side()));
  }

  /** 1 for each unit in the arm of interest, 0 for the reference. */
  int[] side() {
    return units.stream().mapToInt(i -> cohort.arms().get(i).equals(plan.arm()) ? 1 : 0).toArray();
  }

  /** A code of each unit of this sample. */
  List<String> codesOf(String variable) {
    List<String> codes = codes(variable);
    return units.stream().map(codes::get).toList();
  }

  /** A number of each unit of this sample. */
  double[] numbersOf(String variable) {
    return values((Cohort.Numbers) cohort.column(variable));
  }

  /** The day from which each unit is followed. */
  List<LocalDate> starts() {
    return units.stream().map(i -> cohort.units().index(i)).toList();
  }

  /** The person behind each row of the frame of this sample. */
  int[] persons(Frame frame) {
    return IntStream.range(0, frame.rows())
        .map(k -> cohort.units().person(units.get(frame.inputRow(k))))
        .toArray();
  }

  /** Number of different persons. */
  long persons() {
    return different(units.stream().mapToInt(Integer::intValue));
  }

  /** Whether a person may have several units. */
  boolean repeats() {
    return cohort.units().repeats();
  }

  /** The units of this sample that share a code. */
  EffectSample group(String variable, String code) {
    List<String> codes = codes(variable);
    return new EffectSample(
        cohort, plan, outcome, units.stream().filter(i -> codes.get(i).equals(code)).toList());
  }

  /** The codes of a variable that occur in this sample, ascending; unknown left out. */
  List<String> categories(String variable) {
    return List.copyOf(counts(variable).keySet());
  }

  boolean[] members(String variable, String code) {
    List<String> codes = codes(variable);
    boolean[] in = new boolean[units.size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = codes.get(units.get(i)).equals(code);
    }
    return in;
  }

  /** Number of different persons with a unit in the arm of interest. */
  long treated() {
    return different(
        units.stream()
            .mapToInt(Integer::intValue)
            .filter(i -> cohort.arms().get(i).equals(plan.arm())));
  }

  /**
   * Number of different persons in the reference only: who is in both arms, in several trials or as
   * clones, counts once, for the arm of interest.
   */
  long controls() {
    return persons() - treated();
  }

  private long different(IntStream some) {
    return some.map(unit -> cohort.units().person(unit)).distinct().count();
  }

  /**
   * What stands behind a difference in means. Of an outcome that is either 0 or 1 it is a table of
   * outcome by arm in other words, so the smallest cell of that table counts.
   */
  FitEvidence ofDifferenceInMeans(String meanOf) {
    FitEvidence means = FitEvidence.ofDifferenceInMeans(treated(), controls(), meanOf);
    return new FitEvidence(
        means.treated(),
        means.controls(),
        means.residualDegreesOfFreedom(),
        means.parameters(),
        Math.min(means.smallestCategory(), smallestAnswer()),
        means.saturation(),
        means.meanOf());
  }

  /** Fewest persons with one answer in an arm, of an outcome that is 0 or 1. */
  private long smallestAnswer() {
    Cohort.Numbers answers = (Cohort.Numbers) cohort.column(outcome);
    if (units.stream().anyMatch(unit -> !isAnswer(answers, unit))) {
      return Long.MAX_VALUE;
    }
    long smallest = Long.MAX_VALUE;
    for (String arm : List.of(plan.arm(), plan.reference())) {
      for (long answer = 0; answer <= 1; answer++) {
        long given = answer;
        smallest =
            Math.min(
                smallest,
                different(
                    units.stream()
                        .mapToInt(Integer::intValue)
                        .filter(unit -> cohort.arms().get(unit).equals(arm))
                        .filter(unit -> answers.unscaled(unit) == given)));
      }
    }
    return smallest;
  }

  private static boolean isAnswer(Cohort.Numbers answers, int unit) {
    return answers.scale() == 0
        && !answers.isMissing(unit)
        && (answers.unscaled(unit) == 0 || answers.unscaled(unit) == 1);
  }

  /** Fewest persons in an arm, behind a category of a covariate, or with an answer in an arm. */
  long smallestCategory() {
    long smallest = Math.min(Math.min(treated(), controls()), smallestAnswer());
    for (String name : plan.covariates()) {
      if (cohort.column(name) instanceof Cohort.Codes) {
        for (long count : counts(name).values()) {
          smallest = Math.min(smallest, count);
        }
      }
    }
    return smallest;
  }

  /** The frame: numbers as they are, codes as categories. */
  Frame frame() {
    FrameBuilder builder = Frame.builder();
    for (String name : plan.covariates()) {
      switch (cohort.column(name)) {
        case Cohort.Numbers numbers -> builder.covariate(name, values(numbers));
        case Cohort.Codes codes ->
            builder.category(name, units.stream().map(codes.values()::get).toList());
      }
    }
    if (repeats()) {
      builder.clusters(
          units.stream().map(i -> "%010d".formatted(cohort.units().person(i))).toList());
    }
    if (!cohort.weights().isEmpty()) {
      builder.weights(units.stream().mapToDouble(cohort::weight).toArray());
    }
    Cohort.Numbers outcomes = (Cohort.Numbers) cohort.column(outcome);
    return builder
        .treatment(side(), List.of(plan.reference(), plan.arm()))
        .outcome(outcome, values(outcomes))
        .build();
  }

  private double[] values(Cohort.Numbers numbers) {
    return units.stream().mapToDouble(numbers::value).toArray();
  }

  private List<String> codes(String variable) {
    return ((Cohort.Codes) cohort.column(variable)).values();
  }

  private SortedMap<String, Long> counts(String variable) {
    List<String> codes = codes(variable);
    SortedMap<String, Set<Integer>> persons = new TreeMap<>();
    for (int unit : units) {
      if (!codes.get(unit).isEmpty()) {
        persons
            .computeIfAbsent(codes.get(unit), code -> new HashSet<>())
            .add(cohort.units().person(unit));
      }
    }
    SortedMap<String, Long> counts = new TreeMap<>();
    persons.forEach((code, different) -> counts.put(code, (long) different.size()));
    return Collections.unmodifiableSortedMap(counts);
  }
}
