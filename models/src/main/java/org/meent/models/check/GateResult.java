// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

/**
 * One check that stands between the data and an answer, with what it measured and the limit that
 * was fixed beforehand.
 *
 * @param gate its name
 * @param verdict how it ended
 * @param criterion what was measured, in a word
 * @param measured the figure; {@code NaN} if the check did not run
 * @param lowest least value that passes, or minus infinity
 * @param highest largest value that passes, or infinity
 */
public record GateResult(
    String gate,
    Verdict verdict,
    String criterion,
    double measured,
    double lowest,
    double highest) {

  /** How a gate ended. */
  public enum Verdict {
    /** The check ran and the measure is within its limits. */
    PASSED,
    /** The measure is outside its limits: the result is shown with this mark on it. */
    WARNED,
    /** The data cannot carry the answer: there is none. */
    REFUSED,
    /** The check did not run. */
    NOT_RUN;

    /** The word in results. */
    public String label() {
      return switch (this) {
        case PASSED -> "passed";
        case WARNED -> "warned";
        case REFUSED -> "refused";
        case NOT_RUN -> "not-run";
      };
    }
  }

  /** Passed if the measure is at least so much, warned otherwise. */
  public static GateResult atLeast(String gate, String criterion, double measured, double lowest) {
    return between(gate, criterion, measured, lowest, Double.POSITIVE_INFINITY);
  }

  /** Passed if the measure is at most so much, warned otherwise. */
  public static GateResult atMost(String gate, String criterion, double measured, double highest) {
    return between(gate, criterion, measured, Double.NEGATIVE_INFINITY, highest);
  }

  /** Passed if the measure lies within both limits, warned otherwise. */
  public static GateResult between(
      String gate, String criterion, double measured, double lowest, double highest) {
    boolean holds = measured >= lowest && measured <= highest;
    return new GateResult(
        gate, holds ? Verdict.PASSED : Verdict.WARNED, criterion, measured, lowest, highest);
  }

  /** A check that did not run. */
  public static GateResult notRun(String gate, String criterion) {
    return new GateResult(
        gate,
        Verdict.NOT_RUN,
        criterion,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }
}
