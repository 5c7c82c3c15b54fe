// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The numbers that gates hold results against. Their values stand in {@link Criteria}. */
public enum Criterion {
  /** Largest smallest effect that the rows can show, in standard deviations. */
  DETECTABLE_EFFECT_IN_SD,
  /** Largest standardised difference after weighting. */
  LARGEST_STANDARDISED_DIFFERENCE,
  /** Number of clusters below which a result is marked. */
  CLUSTERS,
  /** Least share of shuffled treatments called significant. */
  PLACEBO_REJECTIONS_LEAST,
  /** Largest share of shuffled treatments called significant. */
  PLACEBO_REJECTIONS_MOST,
  /** Least p-value of a negative control outcome. */
  NEGATIVE_CONTROL_P,
  /** Least E-value of the interval's end. */
  E_VALUE_OF_LIMIT,
  /** Largest p-value at which differences between people are spoken of. */
  NO_BETTER_THAN_ONE_EFFECT_P,
  /** Least share of a continuous treatment's variance that covariates leave. */
  DOSE_UNEXPLAINED_SHARE,
  /** Largest share of rows whose continuous treatment hardly varies. */
  DOSE_FIXED_SHARE,
  /** Least share of rows in strata with both arms. */
  WITHIN_SHARE,
  /** Largest share of rows whose follow-up touches a declared break. */
  BREAK_SHARE,
  /** Days before a job within which a start may have been in view of it. */
  ANTICIPATION_DAYS,
  /** Largest share of such starts. */
  ANTICIPATION_SHARE,
  /** Share of the usual treatment below which a municipality is taken to under-register. */
  REGISTERED_RATIO,
  /** Least F statistic of an instrument. */
  FIRST_STAGE_F,
  /** Least p-value of like movement before the start. */
  PRE_TREND_P,
  /** Least p-value of an even density at a cutoff. */
  DENSITY_P;

  /** The id in criteria files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Criterion::id).toList();
  }

  static Optional<Criterion> of(String id) {
    return Arrays.stream(values()).filter(c -> c.id().equals(id)).findFirst();
  }
}
