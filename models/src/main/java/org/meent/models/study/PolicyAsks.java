// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.meent.linkage.cohort.Cohort;
import org.meent.models.policy.PolicyTree;
import org.meent.models.study.PolicyFinding.Condition;
import org.meent.models.study.PolicyFinding.Relation;

/**
 * What a rule may ask, rounded before it is asked: a number with many values is asked in steps of
 * one, two or five times a power of ten, so that a threshold is never the value of one person and
 * what the rule says is exactly what it does. A code is asked one value at a time; unknown is not
 * that value.
 */
final class PolicyAsks {
  private static final int FEW_VALUES = 40;
  private static final int STEPS = 20;

  private final List<Ask> asks = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();

  /**
   * One column of questions.
   *
   * @param covariate what is asked
   * @param code the code asked after; empty for a number
   * @param step the step of a number
   */
  private record Ask(String covariate, String code, BigDecimal step) {}

  private PolicyAsks() {}

  /** The questions about some units of a cohort. */
  static PolicyAsks of(Cohort cohort, List<String> covariates, List<Integer> units) {
    PolicyAsks asks = new PolicyAsks();
    for (String name : covariates) {
      switch (cohort.column(name)) {
        case Cohort.Numbers numbers -> asks.number(name, numbers, units);
        case Cohort.Codes codes ->
            asks.codes(name, units.stream().map(codes.values()::get).toList());
      }
    }
    return asks;
  }

  double[][] columns() {
    return columns.toArray(double[][]::new);
  }

  private void codes(String name, List<String> values) {
    TreeSet<String> different = new TreeSet<>(values);
    different.remove("");
    if (different.size() == 2 && !values.contains("")) {
      different.pollFirst();
    }
    for (String code : different) {
      asks.add(new Ask(name, code, BigDecimal.ONE));
      columns.add(values.stream().mapToDouble(value -> value.equals(code) ? 1 : 0).toArray());
    }
  }

  private void number(String name, Cohort.Numbers numbers, List<Integer> units) {
    BigDecimal step = step(numbers, units);
    asks.add(new Ask(name, "", step));
    columns.add(
        units.stream()
            .mapToDouble(
                unit -> value(numbers, unit).divide(step, 0, RoundingMode.CEILING).doubleValue())
            .toArray());
  }

  private static BigDecimal value(Cohort.Numbers numbers, int unit) {
    return new BigDecimal(BigInteger.valueOf(numbers.unscaled(unit)), numbers.scale());
  }

  /**
   * One for a whole number of few values; otherwise so that the middle nine tenths are in twenty.
   */
  private static BigDecimal step(Cohort.Numbers numbers, List<Integer> units) {
    long[] sorted = units.stream().mapToLong(numbers::unscaled).sorted().toArray();
    boolean few = Arrays.stream(sorted).distinct().count() <= FEW_VALUES;
    if (few && numbers.scale() == 0) {
      return BigDecimal.ONE;
    }
    long low = sorted[sorted.length / 20];
    long high = sorted[sorted.length - 1 - sorted.length / 20];
    BigDecimal wanted =
        new BigDecimal(BigInteger.valueOf(Math.max(1, high - low)), numbers.scale())
            .divide(BigDecimal.valueOf(STEPS), 12, RoundingMode.HALF_EVEN);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
    for (int times : new int[] {1, 2, 5}) {
      BigDecimal step = power.multiply(BigDecimal.valueOf(times));
      if (step.compareTo(wanted) >= 0) {
        return step;
      }
    }
    return power.multiply(BigDecimal.TEN);
  }

  /** The conditions that lead to each end of a rule, from left to right. */
  List<List<Condition>> ends(PolicyTree tree) {
    List<List<Condition>> ends = new ArrayList<>();
    ends(tree, List.of(), ends);
    return ends;
  }

  private void ends(PolicyTree tree, List<Condition> before, List<List<Condition>> ends) {
    switch (tree) {
      case PolicyTree.Leaf leaf -> ends.add(before);
      case PolicyTree.Question question -> {
        ends(question.low(), and(before, question, true), ends);
        ends(question.high(), and(before, question, false), ends);
      }
    }
  }

  private List<Condition> and(List<Condition> before, PolicyTree.Question question, boolean low) {
    Ask ask = asks.get(question.column());
    List<Condition> all = new ArrayList<>(before);
    if (ask.code().isEmpty()) {
      BigDecimal at = ask.step().multiply(BigDecimal.valueOf((long) question.threshold()));
      String value = at.signum() == 0 ? "0" : at.stripTrailingZeros().toPlainString();
      all.add(new Condition(ask.covariate(), low ? Relation.AT_MOST : Relation.ABOVE, value));
    } else {
      all.add(new Condition(ask.covariate(), low ? Relation.IS_NOT : Relation.IS, ask.code()));
    }
    return all;
  }
}
