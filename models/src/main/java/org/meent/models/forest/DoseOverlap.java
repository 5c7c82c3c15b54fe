// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import org.meent.models.check.Criteria;
import org.meent.models.check.Criterion;
import org.meent.models.check.GateResult;
import org.meent.models.effect.Estimand;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Whether people like each other had different amounts of treatment: what overlap is for arms.
 *
 * @param unexplained share of the amount's variance that covariates leave
 * @param fixed share of rows whose amount varies by less than a tenth of that variance
 */
public record DoseOverlap(double unexplained, double fixed) {
  private static final double TENTH = 0.1;

  /**
   * Measures.
   *
   * @param dose the amount
   * @param left what the covariates leave of it
   * @param variance predicted variance of what is left
   */
  static DoseOverlap of(double[] dose, double[] left, double[] variance, double[] weights) {
    double total = 0;
    double mean = 0;
    for (int i = 0; i < dose.length; i++) {
      total += weights[i];
      mean += weights[i] * dose[i];
    }
    mean /= total;
    double spread = 0;
    double rest = 0;
    for (int i = 0; i < dose.length; i++) {
      spread += weights[i] * (dose[i] - mean) * (dose[i] - mean) / total;
      rest += weights[i] * left[i] * left[i] / total;
    }
    double still = 0;
    for (int i = 0; i < dose.length; i++) {
      still += variance[i] < TENTH * spread ? weights[i] / total : 0;
    }
    return new DoseOverlap(spread > 0 ? rest / spread : 0, still);
  }

  /** Estimands that the data carry; none if covariates give the amount away. */
  List<Estimand> carried(Criteria criteria) {
    if (unexplained < criteria.of(Criterion.DOSE_UNEXPLAINED_SHARE)) {
      return List.of();
    }
    return fixed <= criteria.of(Criterion.DOSE_FIXED_SHARE)
        ? List.of(Estimand.ATE, Estimand.OVERLAP)
        : List.of(Estimand.OVERLAP);
  }

  /** The gates; what fails refuses an answer. */
  List<GateResult> gates(Criteria criteria) {
    return List.of(
        GateResult.atLeast(
            "dose-overlap",
            Criterion.DOSE_UNEXPLAINED_SHARE.id(),
            unexplained,
            criteria.of(Criterion.DOSE_UNEXPLAINED_SHARE)),
        GateResult.atMost(
            "dose-everybody",
            Criterion.DOSE_FIXED_SHARE.id(),
            fixed,
            criteria.of(Criterion.DOSE_FIXED_SHARE)));
  }

  /** The refusal of an estimand that is not carried. */
  RefusalException refusal(Estimand asked, Criteria criteria) {
    if (asked != Estimand.ATE && asked != Estimand.OVERLAP) {
      return Refusal.refused(
              "models.fit.amount-has-no-arms", Where.field("estimand"), asked.label())
          .asException();
    }
    boolean none = carried(criteria).isEmpty();
    Criterion failed = none ? Criterion.DOSE_UNEXPLAINED_SHARE : Criterion.DOSE_FIXED_SHARE;
    return Refusal.refused(
            "models.overlap.not-carried",
            Where.field("estimand"),
            asked.label(),
            failed.id(),
            String.format(java.util.Locale.ROOT, "%.3f", none ? unexplained : fixed),
            String.format(java.util.Locale.ROOT, "%.3f", criteria.of(failed)),
            none ? "-" : Estimand.OVERLAP.label())
        .asException();
  }
}
