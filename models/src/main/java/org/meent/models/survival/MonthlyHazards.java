// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.meent.models.learner.Design;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Regression;

/**
 * The chance that a row leaves in a month through each kind of exit (and that observation of it
 * ends, after the exits of that month), given that it is still there, learned from rows of one arm
 * that are not in its fold.
 *
 * @param chance {@code [cause][row][month - 1]}; cause 0 is the end of observation
 */
record MonthlyHazards(double[][][] chance) {
  /** The most that all exits of a month may take together. */
  private static final double MOST = 0.999;

  /**
   * Learns.
   *
   * @param in which rows are of the arm
   * @param fold the fold of each row
   */
  static MonthlyHazards of(
      Learner learner,
      Design x,
      MonthlyExits exits,
      double[] weights,
      IntPredicate in,
      int[] fold,
      int horizon,
      Parallel parallel) {
    int causes = exits.kinds().size() + 1;
    int folds = IntStream.of(fold).max().orElse(0) + 1;
    List<Callable<double[]>> tasks = new ArrayList<>();
    List<int[]> held = new ArrayList<>();
    for (int k = 0; k < folds; k++) {
      int out = k;
      int[] rows = rows(fold.length, i -> fold[i] == out);
      held.add(rows);
      PersonMonths seen =
          PersonMonths.of(
              x,
              rows(fold.length, i -> fold[i] != out && in.test(i)),
              i -> exits.lastMonth(i, horizon),
              horizon);
      PersonMonths all = PersonMonths.of(x, rows, i -> horizon, horizon);
      for (int c = 0; c < causes; c++) {
        int cause = c;
        tasks.add(() -> predict(learner, seen, all.x(), exits, weights, cause));
      }
    }
    List<double[]> parts = parallel.all(tasks);
    double[][][] chance = new double[causes][fold.length][];
    for (int k = 0; k < folds; k++) {
      for (int c = 0; c < causes; c++) {
        double[] lines = parts.get(k * causes + c);
        for (int r = 0; r < held.get(k).length; r++) {
          chance[c][held.get(k)[r]] = Arrays.copyOfRange(lines, r * horizon, (r + 1) * horizon);
        }
      }
    }
    return new MonthlyHazards(chance);
  }

  private static int[] rows(int n, IntPredicate which) {
    return IntStream.range(0, n).filter(which).toArray();
  }

  private static double[] predict(
      Learner learner,
      PersonMonths seen,
      Design at,
      MonthlyExits exits,
      double[] weights,
      int cause) {
    double[] target = new double[seen.lines()];
    double[] weight = new double[seen.lines()];
    double happened = 0;
    for (int l = 0; l < target.length; l++) {
      target[l] = exits.left(seen.row()[l], cause, seen.month()[l]) ? 1 : 0;
      // Who left in a month can no longer be lost in it: an exit comes before the end of a month.
      boolean gone = cause == 0 && exits.gone(seen.row()[l], seen.month()[l]);
      weight[l] = gone ? 0 : weights[seen.row()[l]];
      happened += target[l];
    }
    if (happened == 0) {
      return new double[at.rows()];
    }
    Regression fitted = learner.fit(seen.x(), target, weight, cause);
    double[] chance = fitted.predict(at);
    for (int l = 0; l < chance.length; l++) {
      chance[l] = Math.max(0, Math.min(MOST, chance[l]));
    }
    return chance;
  }

  /** The chance of one cause in one month, made smaller where all together would exceed one. */
  double of(int cause, int row, int month) {
    double together = any(row, month);
    double own = chance[cause][row][month - 1];
    return together > MOST ? own * MOST / together : own;
  }

  /** The chance of any exit in a month, as learned. */
  private double any(int row, int month) {
    double sum = 0;
    for (int c = 1; c < chance.length; c++) {
      sum += chance[c][row][month - 1];
    }
    return sum;
  }
}
