// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.util.List;
import java.util.Locale;
import org.meent.models.effect.Estimand;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Whether the propensities can carry an estimand, with the numbers behind it.
 *
 * @param estimand the estimand
 * @param measures every criterion with what was measured
 */
public record OverlapVerdict(Estimand estimand, List<Measure> measures) {

  /** Copies the measures. */
  public OverlapVerdict {
    measures = List.copyOf(measures);
  }

  /** Whether every criterion holds. */
  public boolean carried() {
    return measures.stream().allMatch(Measure::holds);
  }

  /** The refusal that names the first criterion that fails and what is offered instead. */
  public Refusal refusal(List<OverlapVerdict> all) {
    Measure failed =
        measures.stream()
            .filter(measure -> !measure.holds())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the estimand is carried"));
    List<String> offered =
        all.stream().filter(OverlapVerdict::carried).map(v -> v.estimand().label()).toList();
    return Refusal.refused(
        offered.isEmpty() ? "models.overlap.none-carried" : "models.overlap.not-carried",
        Where.field("estimand"),
        estimand.label(),
        failed.criterion(),
        written(failed.measured()),
        written(failed.limit()),
        String.join(", ", offered));
  }

  private static String written(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /**
   * One criterion.
   *
   * @param criterion its name
   * @param measured what was found
   * @param limit what is allowed
   * @param atMost whether the limit is an upper one
   */
  public record Measure(String criterion, double measured, double limit, boolean atMost) {
    /** Whether the measured value is within the limit; a value that is not a number is not. */
    public boolean holds() {
      return atMost ? measured <= limit : measured >= limit;
    }
  }
}
