// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.meent.protocols.literature.Reference;

/**
 * Measures the evidence of a regression from its design matrix, one row per unit and one column per
 * parameter, the intercept included. Columns that follow from others are refused: whoever fits such
 * a model drops them first.
 */
public final class Design {
  /** A column with less than this share of its length left is a combination of those before it. */
  private static final double DEPENDENT = 1e-9;

  private final double[][] rows;
  private final double[][] basis;

  private Design(double[][] rows) {
    this.rows = rows;
    basis = orthonormal(rows);
  }

  /**
   * A design.
   *
   * @param rows one row per unit, one column per parameter
   * @throws IllegalArgumentException if there is no unit, rows differ in length, a value is not
   *     finite, or a column follows from others
   */
  public static Design of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[][] copy = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    boolean ragged = Arrays.stream(copy).anyMatch(row -> row.length != columns);
    boolean finite =
        Arrays.stream(copy).flatMapToDouble(DoubleStream::of).allMatch(Double::isFinite);
    if (columns == 0 || ragged || !finite) {
      throw new IllegalArgumentException("a design needs rows of one length with finite values");
    }
    return new Design(copy);
  }

  /** Units whose value in a column is not zero. */
  public long units(int column) {
    return Arrays.stream(rows).filter(row -> row[column] != 0).count();
  }

  /** The evidence of a model for an outcome that is an amount. */
  public Evidence.Model evidence() {
    return evidence(OptionalLong.empty(), "");
  }

  /**
   * The evidence of a model for an outcome of few values, such as having found work.
   *
   * @param outcomes value of the outcome of each unit, in the order of the rows
   * @throws IllegalArgumentException if there are more or fewer than units
   */
  public Evidence.Model evidence(List<String> outcomes) {
    if (outcomes.size() != rows.length) {
      throw new IllegalArgumentException("outcomes and units differ in number");
    }
    return evidence(OptionalLong.of(smallestOutcome(outcomes)), "");
  }

  /** The evidence, with the measure whose means a saturated model gives back. */
  public Evidence.Model evidence(OptionalLong smallestOutcome, String meanOf) {
    int parameters = rows[0].length;
    Map<List<Double>, Long> patterns = new HashMap<>();
    for (double[] row : rows) {
      patterns.merge(DoubleStream.of(row).boxed().toList(), 1L, Long::sum);
    }
    long smallest = patterns.values().stream().mapToLong(Long::longValue).min().orElse(1);
    return new Evidence.Model(
        rows.length - parameters,
        parameters,
        patterns.size(),
        smallest,
        smallestOutcome,
        largestLeverage(),
        meanOf);
  }

  /**
   * The largest diagonal element of the hat matrix {@code X (X'X)^-1 X'}: with {@code X = QR} the
   * squared length of a row of {@code Q}.
   */
  @Reference(
      authors = "D. C. Hoaglin, R. E. Welsch (1978)",
      title = "The Hat Matrix in Regression and ANOVA",
      source = "The American Statistician 32, 17-22")
  private double largestLeverage() {
    double largest = 0;
    for (int i = 0; i < rows.length; i++) {
      double leverage = 0;
      for (double[] column : basis) {
        leverage += column[i] * column[i];
      }
      largest = Math.max(largest, leverage);
    }
    return Math.min(1, largest);
  }

  /** Orthonormal columns that span those of the design: modified Gram-Schmidt, done twice. */
  private static double[][] orthonormal(double[][] rows) {
    double[][] basis = new double[rows[0].length][];
    for (int j = 0; j < basis.length; j++) {
      double[] column = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        column[i] = rows[i][j];
      }
      double length = length(column);
      for (int again = 0; again < 2; again++) {
        for (int k = 0; k < j; k++) {
          subtract(column, basis[k]);
        }
      }
      double left = length(column);
      if (!(left > DEPENDENT * length)) {
        throw new IllegalArgumentException(
            "column " + (j + 1) + " of a design follows from others");
      }
      for (int i = 0; i < column.length; i++) {
        column[i] /= left;
      }
      basis[j] = column;
    }
    return basis;
  }

  private static void subtract(double[] column, double[] unit) {
    double product = 0;
    for (int i = 0; i < column.length; i++) {
      product += column[i] * unit[i];
    }
    for (int i = 0; i < column.length; i++) {
      column[i] -= product * unit[i];
    }
  }

  private static double length(double[] column) {
    double squares = 0;
    for (double value : column) {
      squares += value * value;
    }
    return StrictMath.sqrt(squares);
  }

  /** Fewest units of one outcome with a dummy or without it; zero where an outcome is missing. */
  private long smallestOutcome(List<String> outcomes) {
    long values = outcomes.stream().distinct().count();
    long smallest = rows.length;
    for (int j = 0; j < rows[0].length; j++) {
      if (isDummy(j)) {
        smallest = Math.min(smallest, smallestOutcome(outcomes, j, values));
      }
    }
    return smallest;
  }

  private long smallestOutcome(List<String> outcomes, int dummy, long values) {
    Map<Double, Map<String, Long>> counts = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      counts
          .computeIfAbsent(rows[i][dummy], side -> new TreeMap<>())
          .merge(outcomes.get(i), 1L, Long::sum);
    }
    return counts.values().stream()
        .mapToLong(side -> side.size() < values ? 0 : Collections.min(side.values()))
        .min()
        .orElse(0);
  }

  private boolean isDummy(int column) {
    return Arrays.stream(rows).allMatch(row -> row[column] == 0 || row[column] == 1);
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "Design[" + rows.length + " x " + rows[0].length + "]";
  }
}
