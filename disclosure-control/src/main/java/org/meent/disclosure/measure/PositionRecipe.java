// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import org.meent.disclosure.output.Position;
import org.meent.disclosure.output.Position.Point;
import org.meent.disclosure.output.PositionEvidence;
import org.meent.disclosure.output.PositionTable;
import org.meent.disclosure.output.RowOutput;

/**
 * Quantiles and end points of a number, by group.
 *
 * @param sample the records
 * @param heading what stands above
 * @param measure the number
 * @param wanted what is asked, in the order shown
 * @param width values are rounded to multiples of it; 0 for values as they are
 */
public record PositionRecipe(
    Sample sample, Heading heading, String measure, List<Wanted> wanted, double width)
    implements Recipe {
  private static final double FENCE = 1.5;
  private static final int MOST_WIDTHS = 9;

  /** Copies. */
  public PositionRecipe {
    wanted = List.copyOf(wanted);
  }

  /**
   * One value.
   *
   * @param group whose
   * @param point which point
   * @param share share of a quantile; 0 for other points
   * @param stated the value that is shown, where the records only have to agree with it
   */
  public record Wanted(
      SortedMap<String, String> group, Point point, double share, OptionalDouble stated) {}

  @Override
  public RowOutput output() {
    List<Position> rows = new ArrayList<>();
    for (Wanted one : wanted) {
      double[] values = sample.values(measure, one.group());
      if (values.length > 0) {
        double value = one.stated().orElseGet(() -> round(value(values, one)));
        PositionEvidence evidence = PositionEvidence.measured(values, value, width / 2);
        rows.add(new Position(one.group(), one.point(), one.share(), value, evidence));
      }
    }
    return new PositionTable(
        heading.id(),
        heading.title(),
        heading.population(),
        measure,
        measure,
        rows.stream().distinct().toList());
  }

  private double round(double value) {
    return width == 0 ? value : StrictMath.floor(value / width + 0.5) * width;
  }

  private static double value(double[] values, Wanted one) {
    return switch (one.point()) {
      case MINIMUM -> values[0];
      case MAXIMUM -> values[values.length - 1];
      case QUANTILE -> order(values, StrictMath.ceil(one.share() * values.length));
      case MODE -> mode(values);
      case LOWER_WHISKER -> {
        double fence = quartile(values, 1) - FENCE * (quartile(values, 3) - quartile(values, 1));
        int at = 0;
        while (values[at] < fence) {
          at++;
        }
        yield values[at];
      }
      case UPPER_WHISKER -> {
        double fence = quartile(values, 3) + FENCE * (quartile(values, 3) - quartile(values, 1));
        int at = values.length - 1;
        while (values[at] > fence) {
          at--;
        }
        yield values[at];
      }
    };
  }

  private static double quartile(double[] values, int quarter) {
    return order(values, StrictMath.ceil(quarter * values.length / 4.0));
  }

  /** The value of a rank, counted from 1; the nearest one where there is no such rank. */
  private static double order(double[] values, double rank) {
    return values[(int) Math.max(0, Math.min(values.length - 1, rank - 1))];
  }

  private static double mode(double[] values) {
    double mode = values[0];
    int most = 0;
    int run = 0;
    for (int i = 0; i < values.length; i++) {
      run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
      if (run > most) {
        most = run;
        mode = values[i];
      }
    }
    return mode;
  }

  /**
   * Whether the records give a value. Nine definitions of a quantile are in use; all lie between
   * the values of ranks {@code floor(np)} and {@code ceil(np) + 1}. A whisker has to be the value
   * of somebody within the ends, for the quartiles it hangs on may be any of these.
   *
   * @param half how far rounding may have moved it
   */
  public boolean gives(Wanted one, double value, double half) {
    double[] values = sample.values(measure, one.group());
    if (values.length == 0) {
      return false;
    }
    double rank = one.share() * values.length;
    return switch (one.point()) {
      case QUANTILE ->
          value >= order(values, StrictMath.floor(rank)) - half
              && value <= order(values, StrictMath.ceil(rank) + 1) + half;
      case MINIMUM, MAXIMUM -> Math.abs(value(values, one) - value) <= half;
      case MODE -> count(values, value, half) >= count(values, mode(values), 0);
      case LOWER_WHISKER, UPPER_WHISKER -> count(values, value, half) > 0;
    };
  }

  private static long count(double[] values, double value, double half) {
    return java.util.Arrays.stream(values).filter(one -> Math.abs(one - value) <= half).count();
  }

  @Override
  public Set<String> categories() {
    return Recipe.variables(wanted.stream().map(Wanted::group));
  }

  @Override
  public Set<String> numbers() {
    return Set.of();
  }

  @Override
  public Recipe merged(String variable, List<String> codes, String into) {
    return new PositionRecipe(
        sample.merged(variable, codes, into),
        heading,
        measure,
        wanted.stream()
            .map(
                one ->
                    new Wanted(
                        Recipe.merged(one.group(), variable, codes, into),
                        one.point(),
                        one.share(),
                        OptionalDouble.empty()))
            .distinct()
            .toList(),
        width);
  }

  @Override
  public Recipe topCoded(String variable, int units) {
    return new PositionRecipe(sample.topCoded(variable, units), heading, measure, fresh(), width);
  }

  private List<Wanted> fresh() {
    return wanted.stream()
        .map(one -> new Wanted(one.group(), one.point(), one.share(), OptionalDouble.empty()))
        .toList();
  }

  @Override
  public Recipe rounded(double to) {
    return new PositionRecipe(sample, heading, measure, fresh(), to);
  }

  /** 1, 2 and 5 times powers of ten, from one that makes a difference up to the whole range. */
  @Override
  public List<Double> widths() {
    double[] values = sample.values(measure, new java.util.TreeMap<>());
    List<Double> widths = new ArrayList<>();
    if (values.length == 0) {
      return widths;
    }
    double range = values[values.length - 1] - values[0];
    double power =
        StrictMath.pow(10, StrictMath.floor(StrictMath.log10(Math.max(range, 1e-9))) + 1);
    while (widths.size() < MOST_WIDTHS) {
      for (double times : new double[] {0.5, 0.2, 0.1}) {
        widths.add(times * power);
      }
      power /= 10;
    }
    widths.removeIf(one -> one > range || one <= width);
    return widths.reversed();
  }
}
