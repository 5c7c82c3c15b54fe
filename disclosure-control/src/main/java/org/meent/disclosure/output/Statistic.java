// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * One summary statistic.
 *
 * @param group code by variable that all units share; empty for everybody
 * @param measure which statistic
 * @param of what it is a statistic of, such as two variables
 * @param value the statistic
 * @param probability its p-value, where it has one
 * @param evidence what stands behind it
 */
public record Statistic(
    SortedMap<String, String> group,
    Measure measure,
    String of,
    double value,
    OptionalDouble probability,
    StatisticEvidence evidence) {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if the value cannot be one of the statistic
   */
  public Statistic {
    group = Groups.copy(group);
    boolean outside =
        (measure == Measure.CORRELATION || measure == Measure.R_SQUARED) && Math.abs(value) > 1;
    boolean negative = measure == Measure.STANDARD_DEVIATION && value < 0;
    boolean improbable = probability.isPresent() && !(probability.getAsDouble() <= 1);
    if (!Double.isFinite(value) || outside || negative || improbable) {
      throw new IllegalArgumentException("a statistic has a value that it cannot have");
    }
  }

  /** Which statistic. */
  public enum Measure {
    /** Correlation of two variables, of values or of ranks. */
    CORRELATION(Statbarn.CORRELATION_COEFFICIENTS),
    /** Standard deviation. */
    STANDARD_DEVIATION(Statbarn.SHAPE),
    /** Skewness. */
    SKEWNESS(Statbarn.SHAPE),
    /** Kurtosis. */
    KURTOSIS(Statbarn.SHAPE),
    /** Test of a mean or of two. */
    T_TEST(Statbarn.STATISTICAL_HYPOTHESIS_TESTS),
    /** Test of more means, or of terms of a model. */
    F_TEST(Statbarn.STATISTICAL_HYPOTHESIS_TESTS),
    /** Test of counts. */
    CHI_SQUARED_TEST(Statbarn.STATISTICAL_HYPOTHESIS_TESTS),
    /** Test of ranks. */
    RANK_TEST(Statbarn.STATISTICAL_HYPOTHESIS_TESTS),
    /** Test of survival curves. */
    LOG_RANK_TEST(Statbarn.STATISTICAL_HYPOTHESIS_TESTS),
    /** Share of variance that a model explains. */
    R_SQUARED(Statbarn.CORRELATION_COEFFICIENTS);

    private final Statbarn statbarn;

    Measure(Statbarn statbarn) {
      this.statbarn = statbarn;
    }

    /** Its family in the typology. */
    public Statbarn statbarn() {
      return statbarn;
    }
  }

  /** What it is; never a figure. */
  @Override
  public String toString() {
    return "Statistic[" + measure + ", " + of + "]";
  }
}
