// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.DeviationModel;
import org.meent.linkage.design.CensoringWeights;
import org.meent.linkage.design.TrialRow;
import org.meent.linkage.design.TrialRow.Phase;
import org.meent.linkage.design.TrialRows;
import org.meent.models.frame.Category;
import org.meent.models.learner.Design;
import org.meent.models.learner.RidgeLogistic;
import org.meent.protocols.literature.Reference;

/**
 * The probability of deviating in a month, by logistic regressions over all months in which a row
 * could: one for each arm and way to deviate, of an indicator for each period and the covariates.
 *
 * <pre>
 * logit h(row, month) = a(arm, phase) + b(arm, phase, period of month) + c(arm, phase)' x(row)
 * </pre>
 *
 * A period is a month in the first year and a quarter after it. A group in which nobody deviated
 * has the probability 0.
 */
@Reference(
    authors =
        "R. B. D'Agostino, M.-L. Lee, A. J. Belanger, L. A. Cupples, K. Anderson, W. B. Kannel"
            + " (1990)",
    title =
        "Relation of pooled logistic regression to time dependent Cox regression analysis: the"
            + " Framingham Heart Study",
    source = "Statistics in Medicine 9(12), 1501-1515",
    url = "https://doi.org/10.1002/sim.4780091214")
public final class PooledLogistic implements DeviationModel {
  private static final int MONTHLY = 12;
  private static final int QUARTER = 3;

  /** A row that is followed has not deviated surely. */
  private static final double LARGEST = 1 - 1e-9;

  /** Rows that deviate alike. */
  private record Group(int arm, Phase phase) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return arm != other.arm ? Integer.compare(arm, other.arm) : phase.compareTo(other.phase);
    }
  }

  /** A month in which a row could deviate. */
  private record Risk(int row, int month, int period, boolean deviated) {}

  @Override
  public CensoringWeights.Hazard learn(
      TrialRows rows, SequencedMap<String, ? extends Cohort.Column> covariates) {
    List<double[]> columns = new ArrayList<>();
    covariates.forEach((name, column) -> columns.addAll(columns(name, column)));
    Map<Group, List<Risk>> groups = new TreeMap<>();
    double[][] hazards = new double[rows.size()][];
    for (int i = 0; i < rows.size(); i++) {
      TrialRow row = rows.row(i);
      hazards[i] = new double[Math.max(0, row.mayDeviateTo() - row.from())];
      for (int month = row.from(); month < row.mayDeviateTo(); month++) {
        boolean deviated = row.end() == TrialRow.End.DEVIATED && month == row.to();
        groups
            .computeIfAbsent(new Group(row.arm(), rows.phase(i, month)), group -> new ArrayList<>())
            .add(new Risk(i, month - row.from(), period(month - row.trial()), deviated));
      }
    }
    groups.values().forEach(risks -> fit(risks, columns, hazards));
    return (row, month) -> hazards[row][month - rows.row(row).from()];
  }

  private static int period(int month) {
    return month < MONTHLY ? month : MONTHLY + (month - MONTHLY) / QUARTER;
  }

  private static List<double[]> columns(String name, Cohort.Column column) {
    return switch (column) {
      case Cohort.Codes codes ->
          List.of(Category.of(name, codes.values()).indicators(codes.values()));
      case Cohort.Numbers numbers -> {
        double[] values = new double[numbers.size()];
        Arrays.setAll(values, numbers::value);
        yield List.of(values);
      }
    };
  }

  /** Learns the probabilities of one group and lays them down. */
  private static void fit(List<Risk> risks, List<double[]> columns, double[][] hazards) {
    double[] deviated = risks.stream().mapToDouble(risk -> risk.deviated() ? 1 : 0).toArray();
    if (Arrays.stream(deviated).sum() == 0) {
      return;
    }
    double[] weights = new double[deviated.length];
    Arrays.fill(weights, 1);
    Design design = design(risks, columns);
    double[] probability =
        RidgeLogistic.withDefaults().fit(design, deviated, weights, 0).predict(design);
    for (int i = 0; i < probability.length; i++) {
      Risk risk = risks.get(i);
      hazards[risk.row()][risk.month()] = Math.min(LARGEST, probability[i]);
    }
  }

  private static Design design(List<Risk> risks, List<double[]> columns) {
    List<double[]> all = new ArrayList<>();
    TreeSet<Integer> periods = new TreeSet<>();
    risks.forEach(risk -> periods.add(risk.period()));
    periods.pollFirst();
    for (int period : periods) {
      all.add(risks.stream().mapToDouble(risk -> risk.period() == period ? 1 : 0).toArray());
    }
    for (double[] column : columns) {
      all.add(risks.stream().mapToDouble(risk -> column[risk.row()]).toArray());
    }
    return new Design(all.toArray(double[][]::new), risks.size());
  }
}
