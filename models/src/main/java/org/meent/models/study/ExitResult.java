// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;
import org.meent.disclosure.output.IncidenceStep;
import org.meent.models.study.EffectResult.Criterion;
import org.meent.models.survival.ExitCurves;

/**
 * What planned curves of leaving came to.
 *
 * @param exits name in the protocol
 * @param persons persons who count
 * @param kinds the ways of leaving
 * @param outcome the curves, or why there are none
 * @param criteria each criterion that was measured before an answer was given
 * @param sides persons by month in the reference and in the arm, each once
 */
public record ExitResult(
    String exits,
    long persons,
    List<String> kinds,
    Outcome outcome,
    List<Criterion> criteria,
    List<List<IncidenceStep>> sides) {

  /** Copies the lists. */
  public ExitResult {
    kinds = List.copyOf(kinds);
    criteria = List.copyOf(criteria);
    sides = sides.stream().map(List::copyOf).toList();
  }

  /** What came out. */
  public sealed interface Outcome {}

  /**
   * Curves.
   *
   * @param curves of every way of leaving
   */
  public record Estimated(ExitCurves curves) implements Outcome {}

  /**
   * None.
   *
   * @param reason id of the limit that stood in the way
   */
  public record Refused(String reason) implements Outcome {}
}
