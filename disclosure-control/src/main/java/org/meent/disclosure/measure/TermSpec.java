// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.disclosure.output.Term;

/**
 * One column of a regression as a product of what is read from the records.
 *
 * @param name name of the term
 * @param factors the factors; none for the intercept
 * @param error standard error, as it is shown
 */
public record TermSpec(String name, List<Factor> factors, double error) {

  /** Copies. */
  public TermSpec {
    factors = List.copyOf(factors);
  }

  /** What is read from the records. */
  public sealed interface Factor {
    /** The variable. */
    String variable();
  }

  /**
   * One for the units of a code, zero for the others.
   *
   * @param variable the variable
   * @param code its code
   */
  public record Code(String variable, String code) implements Factor {}

  /**
   * A number.
   *
   * @param variable the variable
   * @param how what is made of it
   */
  public record Number(String variable, How how) implements Factor {}

  /** What is made of a number. */
  public enum How {
    /** Nothing. */
    PLAIN,
    /** Its natural logarithm. */
    LOG,
    /** Its square root. */
    ROOT,
    /** Its square. */
    SQUARE,
    /** Its third power. */
    CUBE
  }

  /** The value of a unit. */
  double value(Sample sample, int unit) {
    double value = 1;
    for (Factor factor : factors) {
      value *=
          switch (factor) {
            case Code code -> sample.code(code.variable(), unit).equals(code.code()) ? 1 : 0;
            case Number number -> made(sample.number(number.variable(), unit), number.how());
          };
    }
    return value;
  }

  private static double made(double value, How how) {
    return switch (how) {
      case PLAIN -> value;
      case LOG -> StrictMath.log(value);
      case ROOT -> StrictMath.sqrt(value);
      case SQUARE -> value * value;
      case CUBE -> value * value * value;
    };
  }

  /** The code by variable of the units that a dummy stands for; empty for anything else. */
  SortedMap<String, String> category() {
    TreeMap<String, String> category = new TreeMap<>();
    for (Factor factor : factors) {
      if (factor instanceof Code code) {
        category.put(code.variable(), code.code());
      }
    }
    return category.size() == factors.size() ? category : new TreeMap<>();
  }

  /** The variables that it reads. */
  Set<String> variables() {
    Set<String> variables = new TreeSet<>();
    factors.forEach(factor -> variables.add(factor.variable()));
    return variables;
  }

  /** The term with its figures. */
  Term with(double estimate, double standardError, long units) {
    if (factors.isEmpty()) {
      return new Term(name, Term.Column.INTERCEPT, new TreeMap<>(), estimate, standardError, units);
    }
    return category().isEmpty()
        ? Term.number(name, estimate, standardError, units)
        : Term.category(name, category(), estimate, standardError, units);
  }
}
