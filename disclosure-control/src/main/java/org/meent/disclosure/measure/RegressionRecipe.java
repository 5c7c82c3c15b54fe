// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.meent.disclosure.output.Design;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Term;

/**
 * A regression, estimated again on the units for which all its variables are known.
 *
 * @param sample the records
 * @param heading what stands above; its population are those units
 * @param form linear, logistic or Poisson
 * @param outcome the variable that is explained
 * @param terms every column of the model, the intercept included
 */
public record RegressionRecipe(
    Sample sample, Heading heading, ModelForm form, String outcome, List<TermSpec> terms)
    implements Recipe {

  /** Copies. */
  public RegressionRecipe {
    terms = List.copyOf(terms);
  }

  /** The units for which all variables of a model are known. */
  public static BitSet units(Sample sample, String outcome, List<TermSpec> terms) {
    Set<String> variables = new TreeSet<>(Set.of(outcome));
    terms.forEach(term -> variables.addAll(term.variables()));
    return sample.known(variables);
  }

  @Override
  public RegressionTable output() {
    int[] units = units(sample, outcome, terms).stream().toArray();
    if (units.length == 0) {
      throw new IllegalArgumentException("a model of nobody");
    }
    double[][] rows = new double[units.length][terms.size()];
    double[] outcomes = new double[units.length];
    for (int i = 0; i < units.length; i++) {
      outcomes[i] = sample.number(outcome, units[i]);
      for (int j = 0; j < terms.size(); j++) {
        rows[i][j] = terms.get(j).value(sample, units[i]);
      }
    }
    Design design = Design.of(rows);
    double[] coefficients = LeastSquares.fit(form, rows, outcomes);
    List<Term> made = new ArrayList<>();
    for (int j = 0; j < terms.size(); j++) {
      TermSpec term = terms.get(j);
      made.add(term.with(coefficients[j], term.error(), design.units(j)));
    }
    return new RegressionTable(
        heading.id(),
        heading.title(),
        heading.population(),
        form.name().toLowerCase(java.util.Locale.ROOT),
        outcome,
        made,
        form == ModelForm.LINEAR ? explained(rows, outcomes, coefficients) : OptionalDouble.empty(),
        evidence(design, units));
  }

  private Evidence.Model evidence(Design design, int[] units) {
    return form == ModelForm.LINEAR
        ? design.evidence(OptionalLong.empty(), outcome)
        : design.evidence(
            java.util.Arrays.stream(units).mapToObj(unit -> sample.code(outcome, unit)).toList());
  }

  /** {@code 1 - residual sum of squares / total sum of squares}. */
  private static OptionalDouble explained(double[][] rows, double[] outcomes, double[] fit) {
    double total = new Moments(outcomes).sum(2);
    double residual = 0;
    for (int i = 0; i < rows.length; i++) {
      double rest = outcomes[i] - LeastSquares.product(rows[i], fit);
      residual += rest * rest;
    }
    return total > 0 ? OptionalDouble.of(1 - residual / total) : OptionalDouble.empty();
  }

  @Override
  public Set<String> categories() {
    Set<String> variables = new TreeSet<>();
    for (TermSpec term : terms) {
      for (TermSpec.Factor factor : term.factors()) {
        if (factor instanceof TermSpec.Code code) {
          variables.add(code.variable());
        }
      }
    }
    return variables;
  }

  @Override
  public Set<String> numbers() {
    Set<String> variables = new TreeSet<>();
    for (TermSpec term : terms) {
      for (TermSpec.Factor factor : term.factors()) {
        if (factor instanceof TermSpec.Number number) {
          variables.add(number.variable());
        }
      }
    }
    return variables;
  }

  /**
   * The model with one dummy for several. Codes merged with one that has no dummy of its own become
   * part of the reference category.
   */
  @Override
  public Recipe merged(String variable, List<String> codes, String into) {
    Set<String> dummies = new TreeSet<>();
    for (TermSpec term : terms) {
      for (TermSpec.Factor factor : term.factors()) {
        if (factor instanceof TermSpec.Code code && code.variable().equals(variable)) {
          dummies.add(code.code());
        }
      }
    }
    boolean reference = !dummies.containsAll(codes);
    Map<List<TermSpec.Factor>, TermSpec> merged = new LinkedHashMap<>();
    for (TermSpec term : terms) {
      boolean touched = touches(term, variable, codes);
      if (!touched) {
        merged.put(term.factors(), term);
      } else if (!reference) {
        List<TermSpec.Factor> factors =
            term.factors().stream()
                .map(
                    factor ->
                        factor instanceof TermSpec.Code code
                                && code.variable().equals(variable)
                                && codes.contains(code.code())
                            ? new TermSpec.Code(variable, into)
                            : factor)
                .toList();
        merged.putIfAbsent(factors, new TermSpec(name(factors), factors, 0));
      }
    }
    return new RegressionRecipe(
        sample.merged(variable, codes, into), heading, form, outcome, List.copyOf(merged.values()));
  }

  private static boolean touches(TermSpec term, String variable, List<String> codes) {
    return term.factors().stream()
        .anyMatch(
            factor ->
                factor instanceof TermSpec.Code code
                    && code.variable().equals(variable)
                    && codes.contains(code.code()));
  }

  private static String name(List<TermSpec.Factor> factors) {
    return String.join(
        ":",
        factors.stream()
            .map(
                factor ->
                    switch (factor) {
                      case TermSpec.Code code -> code.variable() + " " + code.code();
                      case TermSpec.Number number -> number.variable();
                    })
            .toList());
  }

  @Override
  public Recipe topCoded(String variable, int units) {
    return new RegressionRecipe(sample.topCoded(variable, units), heading, form, outcome, terms);
  }
}
