// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.List;
import org.meent.protocols.literature.Reference;

/**
 * One estimate out of several, each from its own linkage of the same records, so that the doubt
 * about who is who is in the interval.
 *
 * @param value mean of the estimates
 * @param se standard error, within and between linkages together
 * @param within mean variance within a linkage
 * @param between variance of the estimates between linkages
 * @param degreesOfFreedom for small samples
 * @param interval 95 % interval
 */
public record PooledEstimate(
    double value,
    double se,
    double within,
    double between,
    double degreesOfFreedom,
    Interval interval) {

  /**
   * {@code T = W + (1 + 1/M)B}.
   *
   * @throws IllegalArgumentException if there are not at least two estimates of the same thing
   */
  @Reference(
      authors = "D. B. Rubin (1987)",
      title = "Multiple imputation for nonresponse in surveys",
      source = "Wiley, chapter 3",
      url = "https://doi.org/10.1002/9780470316696")
  @Reference(
      authors = "J. Barnard, D. B. Rubin (1999)",
      title = "Small-sample degrees of freedom with multiple imputation",
      source = "Biometrika 86, 948-955",
      url = "https://doi.org/10.1093/biomet/86.4.948")
  public static PooledEstimate of(List<EffectEstimate> estimates) {
    int m = estimates.size();
    if (m < 2 || estimates.stream().anyMatch(e -> !same(e, estimates.getFirst()))) {
      throw new IllegalArgumentException("at least two estimates of one arm, group and estimand");
    }
    return of(
        estimates.stream().mapToDouble(EffectEstimate::value).toArray(),
        estimates.stream().mapToDouble(EffectEstimate::se).toArray(),
        estimates.stream().mapToDouble(EffectEstimate::degreesOfFreedom).min().orElseThrow());
  }

  /**
   * The same of bare figures.
   *
   * @param values the estimates
   * @param errors their standard errors
   * @param complete degrees of freedom of the estimate that has fewest
   * @throws IllegalArgumentException if there are not at least two estimates with their errors
   */
  public static PooledEstimate of(double[] values, double[] errors, double complete) {
    int m = values.length;
    if (m < 2 || errors.length != m) {
      throw new IllegalArgumentException("at least two estimates, each with its standard error");
    }
    double value = 0;
    double within = 0;
    for (int i = 0; i < m; i++) {
      value += values[i] / m;
      within += errors[i] * errors[i] / m;
    }
    double between = 0;
    for (double one : values) {
      between += (one - value) * (one - value) / (m - 1);
    }
    double added = (1 + 1.0 / m) * between;
    double total = within + added;
    double share = total > 0 ? added / total : 0;
    double observed = (complete + 1) / (complete + 3) * complete * (1 - share);
    double free = share > 0 ? 1 / (share * share / (m - 1) + 1 / observed) : observed;
    double se = StrictMath.sqrt(total);
    return new PooledEstimate(value, se, within, between, free, Interval.of(value, se, free));
  }

  /** The share of the variance that comes from not knowing who is who. */
  public double linkageShare() {
    double total = se * se;
    return total > 0 ? Math.max(0, 1 - within / total) : 0;
  }

  private static boolean same(EffectEstimate a, EffectEstimate b) {
    return a.estimand() == b.estimand()
        && a.arm().equals(b.arm())
        && a.reference().equals(b.reference())
        && a.group().equals(b.group());
  }
}
