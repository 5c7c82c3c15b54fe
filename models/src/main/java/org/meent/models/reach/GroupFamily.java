// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.reach;

import java.util.ArrayList;
import java.util.List;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.SimultaneousQuantile;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;

/**
 * Weighted means of one value per row in each group of some divisions, with intervals that hold for
 * all groups together.
 *
 * @param means in the order of the groups
 * @param tooFew groups with too few rows of an arm to be spoken of
 */
record GroupFamily(List<Mean> means, List<String> tooFew) {

  /**
   * The mean of a group.
   *
   * @param part the group
   * @param value the mean
   * @param se its standard error
   * @param lower lower end of the 95 % interval that holds for all groups together
   * @param upper its upper end
   */
  record Mean(Grouping.Part part, double value, double se, double lower, double upper) {}

  static GroupFamily of(Frame frame, List<Grouping> groupings, double[] perRow, long seed) {
    return of(frame, groupings, perRow, seed, false);
  }

  /** The same for the mean of a group less that of everybody else. */
  static GroupFamily besideOthers(
      Frame frame, List<Grouping> groupings, double[] perRow, long seed) {
    return of(frame, groupings, perRow, seed, true);
  }

  private static GroupFamily of(
      Frame frame, List<Grouping> groupings, double[] perRow, long seed, boolean beside) {
    List<Grouping.Part> parts = new ArrayList<>();
    List<String> tooFew = new ArrayList<>();
    for (Grouping grouping : groupings) {
      for (Grouping.Part part : grouping.parts()) {
        if (part.label().isEmpty()) {
          continue;
        }
        boolean enough = frame.fewestInArms(part.in(), 1) >= Feasibility.FEWEST_IN_ARM;
        boolean others = !beside || count(part.in()) < part.in().length;
        if (enough && others) {
          parts.add(part);
        } else {
          tooFew.add(part.written());
        }
      }
    }
    double[] values = new double[parts.size()];
    double[][] influence = new double[parts.size()][];
    for (int g = 0; g < values.length; g++) {
      boolean[] in = parts.get(g).in();
      values[g] = mean(frame, in, perRow);
      influence[g] = influence(frame, in, perRow, values[g]);
      if (beside) {
        boolean[] rest = others(in);
        double other = mean(frame, rest, perRow);
        double[] ofRest = influence(frame, rest, perRow, other);
        values[g] -= other;
        for (int i = 0; i < ofRest.length; i++) {
          influence[g][i] -= ofRest[i];
        }
      }
    }
    double quantile =
        values.length == 0 ? 0 : SimultaneousQuantile.of(influence, frame, seed).quantile();
    List<Mean> means = new ArrayList<>();
    for (int g = 0; g < values.length; g++) {
      boolean[] in = beside ? null : parts.get(g).in();
      double se = ClusterVariance.of(influence[g], frame, in).standardError();
      double half = quantile * se;
      means.add(new Mean(parts.get(g), values[g], se, values[g] - half, values[g] + half));
    }
    return new GroupFamily(means, tooFew);
  }

  /** The rows that are not in. */
  static boolean[] others(boolean[] in) {
    boolean[] others = new boolean[in.length];
    for (int i = 0; i < in.length; i++) {
      others[i] = !in[i];
    }
    return others;
  }

  private static int count(boolean[] in) {
    int count = 0;
    for (boolean one : in) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** The weighted mean over the rows that are in. */
  static double mean(Frame frame, boolean[] in, double[] perRow) {
    double[] weights = frame.weights();
    double sum = 0;
    double total = 0;
    for (int i = 0; i < perRow.length; i++) {
      sum += in[i] ? weights[i] * perRow[i] : 0;
      total += in[i] ? weights[i] : 0;
    }
    return sum / total;
  }

  private static double[] influence(Frame frame, boolean[] in, double[] perRow, double mean) {
    double[] weights = frame.weights();
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      total += in[i] ? weights[i] : 0;
    }
    double[] influence = new double[perRow.length];
    for (int i = 0; i < perRow.length; i++) {
      influence[i] = in[i] ? weights[i] * (perRow[i] - mean) / total : 0;
    }
    return influence;
  }
}
