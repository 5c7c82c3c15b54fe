// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The coefficients of a regression: linear, logistic, Poisson, Cox.
 *
 * @param id name in the protocol
 * @param title what it shows
 * @param population whose records the model was fitted on; its units are the model's N
 * @param form the form in words, such as {@code linear}
 * @param outcomeLabel what is explained, with its unit of measurement
 * @param terms the coefficients, in the order shown
 * @param rSquared share of variance explained, where the form has one
 * @param evidence what stands behind the model
 */
public record RegressionTable(
    String id,
    String title,
    Population population,
    String form,
    String outcomeLabel,
    List<Term> terms,
    OptionalDouble rSquared,
    Evidence.Model evidence)
    implements RowOutput {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no term, a name is twice there, a term has more
   *     units than the model, or the degrees of freedom exceed them
   */
  public RegressionTable {
    terms = Groups.rows(id, population, terms, Term::units);
    Set<String> names = new HashSet<>();
    terms.forEach(term -> names.add(term.name()));
    boolean more = evidence.residualDegreesOfFreedom() > population.units();
    if (names.size() != terms.size() || more || terms.size() > evidence.parameters()) {
      throw new IllegalArgumentException(
          "regression " + id + ": terms, parameters and degrees of freedom do not fit");
    }
  }

  @Override
  public List<Statbarn> statbarns() {
    return List.of(Statbarn.CORRELATION_COEFFICIENTS);
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "RegressionTable[" + id + ", " + terms.size() + " terms]";
  }
}
