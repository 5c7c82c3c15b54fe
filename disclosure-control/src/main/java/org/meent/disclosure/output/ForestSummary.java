// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/**
 * What leaves of a forest or of boosted trees: how much each covariate mattered. The trees
 * themselves never leave.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whose records the trees were grown on
 * @param outcomeLabel what is predicted, with its unit of measurement
 * @param importances the covariates, in the order shown
 * @param evidence what stands behind the trees
 */
public record ForestSummary(
    String id,
    String title,
    Population population,
    String outcomeLabel,
    List<Importance> importances,
    Evidence.Leaves evidence)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no covariate, or a leaf has more units than there
   *     are
   */
  public ForestSummary {
    importances = Groups.rows(id, population, importances, importance -> evidence.smallestLeaf());
  }

  /**
   * How much one covariate mattered.
   *
   * @param covariate its name
   * @param value its importance, in the unit of the method
   */
  public record Importance(String covariate, double value) {

    /**
     * Checks the figure.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Importance {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("an importance is not finite");
      }
    }

    /** The covariate; never a figure. */
    @Override
    public String toString() {
      return "Importance[" + covariate + "]";
    }
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.CLUSTERS);
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "ForestSummary[" + id + ", " + importances.size() + " covariates]";
  }
}
