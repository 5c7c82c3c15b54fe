// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.List;
import org.meent.models.check.GateResult;

/**
 * What a design found.
 *
 * @param design the word for it
 * @param estimand whose effect it is: {@code late-at-cutoff}, {@code att} or {@code late}
 * @param estimates the one that counts first
 * @param gates what stands between these figures and an answer
 * @param measures other figures, such as bandwidths
 * @param notes what was changed on the way in
 */
public record DesignResult(
    String design,
    String estimand,
    List<Line> estimates,
    List<GateResult> gates,
    List<Measure> measures,
    List<String> notes) {

  /** Copies the lists. */
  public DesignResult {
    estimates = List.copyOf(estimates);
    gates = List.copyOf(gates);
    measures = List.copyOf(measures);
    notes = List.copyOf(notes);
  }

  /**
   * One effect.
   *
   * @param name what it is
   * @param value in units of the outcome; NaN for a set without an estimate of its own
   * @param se standard error; NaN likewise
   * @param lower lower end of the 95 % interval
   * @param upper upper end
   */
  public record Line(String name, double value, double se, double lower, double upper) {}

  /**
   * A figure beside the effects.
   *
   * @param name what it is
   * @param value the figure
   */
  public record Measure(String name, double value) {}
}
