// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of an estimate table: an effect for a group, or the refusal to estimate it.
 *
 * @param method how, in the protocol's words, such as {@code doubly-robust}
 * @param estimand whose average, such as {@code ate}
 * @param arm arm of interest
 * @param reference arm compared with
 * @param group code by variable that all units share; empty for everybody
 * @param result the figures or the refusal
 * @param evidence what stands behind it
 * @param standing how it stands among what is read together with it
 */
public record Estimate(
    String method,
    String estimand,
    String arm,
    String reference,
    SortedMap<String, String> group,
    Result result,
    FitEvidence evidence,
    Standing standing) {

  /** Copies the group. */
  public Estimate {
    group = Collections.unmodifiableSortedMap(new TreeMap<>(group));
  }

  /** An estimate that no family was declared for. */
  public Estimate(
      String method,
      String estimand,
      String arm,
      String reference,
      SortedMap<String, String> group,
      Result result,
      FitEvidence evidence) {
    this(method, estimand, arm, reference, group, result, evidence, Standing.ALONE);
  }

  /** The same with another standing. */
  public Estimate with(Standing other) {
    return new Estimate(method, estimand, arm, reference, group, result, evidence, other);
  }

  /** The group of everybody. */
  public static SortedMap<String, String> everybody() {
    return Collections.emptySortedMap();
  }

  /** The group of one code of one variable. */
  public static SortedMap<String, String> group(String variable, String code) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(java.util.Map.of(variable, code)));
  }

  /** What came out. */
  public sealed interface Result {}

  /**
   * An estimate with its uncertainty, in the unit of the outcome.
   *
   * @param value the estimate
   * @param standardError its standard error
   * @param lower lower end of the interval
   * @param upper upper end of the interval
   */
  public record Estimated(double value, double standardError, double lower, double upper)
      implements Result {

    /**
     * Checks that every number is finite and in order.
     *
     * @throws IllegalArgumentException if not
     */
    public Estimated {
      boolean finite =
          Double.isFinite(value)
              && Double.isFinite(standardError)
              && Double.isFinite(lower)
              && Double.isFinite(upper);
      if (!finite || standardError < 0 || lower > upper) {
        throw new IllegalArgumentException(
            "an estimate is not finite, or its interval is reversed");
      }
    }

    /** No figure. */
    @Override
    public String toString() {
      return "Estimated";
    }
  }

  /**
   * Not estimated, by a criterion of the rule set.
   *
   * @param reason id of the limit that stood in the way, such as {@code overlap-outside-share}
   */
  public record Refused(String reason) implements Result {}

  /** What is estimated; never a figure. */
  @Override
  public String toString() {
    return "Estimate[" + method + ", " + estimand + ", " + arm + ", " + group.keySet() + "]";
  }
}
