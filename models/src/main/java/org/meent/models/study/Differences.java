// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meent.models.forest.ArmChecks;
import org.meent.models.forest.Calibration;
import org.meent.models.forest.ForestComparison;
import org.meent.models.heterogeneity.BaselineComparison;
import org.meent.models.heterogeneity.BestLinearProjection;
import org.meent.models.heterogeneity.TargetingCurve;

/**
 * Along what effects differ between people, inside only. Effects of single persons are not in it.
 *
 * @param found whether differences beat one effect for everybody; if not, none is claimed
 * @param calibration whether the forest's effects hold on rows it did not learn from
 * @param baseline effects per person against one effect for everybody
 * @param projection effects as a linear function of the covariates; empty if the data carry no
 *     effect for everybody
 * @param targeting what it is worth to know effects; empty likewise
 */
public record Differences(
    boolean found,
    Calibration calibration,
    BaselineComparison baseline,
    Optional<Projection> projection,
    Optional<TargetingCurve> targeting) {

  static Differences of(ForestComparison comparison, ArmChecks checks, boolean everybody) {
    return new Differences(
        checks.patternFound(),
        checks.calibration(),
        checks.baseline(),
        everybody ? Optional.of(Projection.of(comparison.projection())) : Optional.empty(),
        everybody ? Optional.of(comparison.targeting()) : Optional.empty());
  }

  /**
   * The best linear projection.
   *
   * @param terms constant and covariates
   * @param p p-value that no covariate matters
   */
  public record Projection(List<Term> terms, double p) {

    /** Copies the terms. */
    public Projection {
      terms = List.copyOf(terms);
    }

    private static Projection of(BestLinearProjection found) {
      return new Projection(
          IntStream.range(0, found.names().size())
              .mapToObj(
                  k ->
                      new Term(
                          found.names().get(k), found.coefficients()[k], found.standardErrors()[k]))
              .toList(),
          found.p());
    }
  }

  /**
   * One term of the projection.
   *
   * @param name its covariate
   * @param value how much the effect rises with it
   * @param se standard error
   */
  public record Term(String name, double value, double se) {}
}
