// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.rule.Limit;
import org.meent.disclosure.rule.RuleSet;

/**
 * Reads means with their numbers of people, makes sums of them, subtracts, and estimates what the
 * largest contributor of a cell has: as somebody who knows nothing, by the sum, and as the second
 * one, who can take off his own. The rule set says how near is too near.
 */
final class AmountAttack implements Attack {
  private static final double ROUNDING = 0.005;

  private final Crowd crowd;
  private final int rows;
  private final int columns;
  private final String output;
  private final double share;
  private final double percent;

  /** An attack on a table of means. */
  AmountAttack(String output, Crowd crowd, int rows, int columns, RuleSet rules) {
    this.output = output;
    this.crowd = crowd;
    this.rows = rows;
    this.columns = columns;
    share =
        rules.find(RuleSet.DOMINANCE_1).map(Limit::value).map(BigDecimal::doubleValue).orElse(1.0);
    percent =
        rules.find(RuleSet.P_PERCENT).map(Limit::value).map(BigDecimal::doubleValue).orElse(0.0);
  }

  @Override
  public boolean succeeds(Printed printed) {
    Dimension row = crowd.variables().get(rows);
    Dimension column = crowd.variables().get(columns);
    int width = column.categories().size();
    Knowledge knowledge = new Knowledge(row.categories().size() * width);
    double slack = 0;
    for (int i = 0; i <= row.categories().size(); i++) {
      for (int j = 0; j <= width; j++) {
        OptionalDouble mean = printed.at(place(row, i, column, j, "mean_" + Crowd.MEASURE));
        OptionalDouble units = printed.at(place(row, i, column, j, "units"));
        if (mean.isPresent() && units.isPresent()) {
          knowledge.learns(form(row, i, column, j), mean.getAsDouble() * units.getAsDouble());
          slack += ROUNDING * units.getAsDouble();
        }
      }
    }
    for (int i = 0; i <= row.categories().size(); i++) {
      for (int j = 0; j <= width; j++) {
        double[] form = form(row, i, column, j);
        if (knowledge.follows(form) && tells(knowledge.largest(form), amounts(i, j), slack)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a sum tells too much of its largest contributor. */
  private boolean tells(double sum, List<Double> amounts, double slack) {
    if (amounts.isEmpty()) {
      return false;
    }
    double first = amounts.getFirst();
    double second = amounts.size() > 1 ? amounts.get(1) : 0;
    double all = amounts.stream().mapToDouble(Double::doubleValue).sum();
    boolean right = Math.abs(sum - all) <= slack;
    boolean alone = amounts.size() == 1;
    boolean bySum = first > share * sum;
    boolean bySecond = sum - second - first < percent * first;
    return right && (alone || all == 0 || bySum || bySecond);
  }

  private List<Double> amounts(int i, int j) {
    Dimension row = crowd.variables().get(rows);
    Dimension column = crowd.variables().get(columns);
    return crowd.persons().stream()
        .filter(person -> Tables.in(row, i, person.codes().get(rows)))
        .filter(person -> Tables.in(column, j, person.codes().get(columns)))
        .map(person -> person.amount() / 100.0)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static double[] form(Dimension row, int i, Dimension column, int j) {
    int width = column.categories().size();
    double[] form = new double[row.categories().size() * width];
    for (int a = 0; a < row.categories().size(); a++) {
      for (int b = 0; b < width; b++) {
        form[a * width + b] = Tables.in(row, i, a) && Tables.in(column, j, b) ? 1 : 0;
      }
    }
    return form;
  }

  private Printed.Place place(Dimension row, int i, Dimension column, int j, String heading) {
    return new Printed.Place(
        output, new ArrayList<>(List.of(Tables.code(row, i), Tables.code(column, j))), heading);
  }
}
