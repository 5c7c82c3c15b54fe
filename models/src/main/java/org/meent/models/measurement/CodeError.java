// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.Frame;
import org.meent.models.measurement.ArmMeans.Figure;
import org.meent.models.measurement.ErrorGrid.Cell;
import org.meent.models.measurement.ErrorGrid.Whom;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * The grid of a covariate that is a code: more and more records are exchanged at the rates of a
 * cell, and the effect is extrapolated back to none (MC-SIMEX, a parabola through no, one and two
 * times the error, read off at minus one). Of yes and no, {@code λ} times the rates {@code p, n}
 * are {@code p/(p+n) (1 - r^λ)} and {@code n/(p+n) (1 - r^λ)} with {@code r = 1 - p - n}; of more
 * codes, one is exchanged for any other alike.
 */
@Reference(
    authors = "H. Küchenhoff, S. M. Mwalili, E. Lesaffre (2006)",
    title = "A general method for dealing with misclassification in regression: MC-SIMEX",
    source = "Biometrics 62, 85-96",
    url = "https://doi.org/10.1111/j.1541-0420.2005.00396.x")
public final class CodeError {
  private static final double[][] RATES = {{0.1, 0.1}, {0.2, 0.2}, {0.1, 0}, {0, 0.1}};
  private static final double[][] EXCHANGED = {{0.05, 0.05}, {0.1, 0.1}, {0.2, 0.2}};
  private static final int DRAWS = 2;

  private final Frame frame;
  private final String covariate;
  private final int[] columns;
  private final long seed;

  private CodeError(Frame frame, String covariate, int[] columns, long seed) {
    this.frame = frame;
    this.covariate = covariate;
    this.columns = columns;
    this.seed = seed;
  }

  /**
   * The columns of a code in a frame: one of two values under its own name, or one 0/1 column for
   * each code but the first, named {@code covariate=code}.
   */
  public static int[] columns(Frame frame, String covariate) {
    List<String> names = frame.names();
    int[] found =
        IntStream.range(0, names.size())
            .filter(j -> names.get(j).equals(covariate) || names.get(j).startsWith(covariate + "="))
            .toArray();
    double[][] values = frame.columns();
    boolean codes =
        Arrays.stream(found)
            .allMatch(
                j ->
                    Arrays.stream(values[j]).filter(v -> !Double.isNaN(v)).distinct().count() == 2);
    return codes ? found : new int[0];
  }

  /**
   * The grid.
   *
   * @param columns of the covariate, at least one; see {@link #columns}
   * @param effect estimates the effect on a frame
   */
  public static ErrorGrid grid(
      Frame frame,
      String covariate,
      int[] columns,
      Function<Frame, EffectEstimate> effect,
      long seed) {
    CodeError error = new CodeError(frame, covariate, columns, seed);
    EffectEstimate found = effect.apply(frame);
    List<Cell> cells = new ArrayList<>();
    for (double[] rate : columns.length == 1 ? RATES : EXCHANGED) {
      double once = error.mean(rate, 1, effect);
      double twice = error.mean(rate, 2, effect);
      // the parabola through (0, a), (1, b), (2, c) is 3a - 3b + c at -1
      double back = 3 * found.value() - 3 * once + twice;
      double moved = back - found.value();
      cells.add(
          new Cell(
              rate[0],
              rate[1],
              Whom.ALL,
              new Figure(back, found.lower() + moved, found.upper() + moved)));
    }
    return new ErrorGrid(covariate, new Figure(found.value(), found.lower(), found.upper()), cells);
  }

  private double mean(double[] rate, int times, Function<Frame, EffectEstimate> effect) {
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      sum += effect.apply(disturbed(rate[0], rate[1], times, draw)).value();
    }
    return sum / DRAWS;
  }

  /** The rows with so many times the error added. */
  Frame disturbed(double p, double n, int times, int draw) {
    double[][] values = frame.columns();
    double[] ends = ends(values[columns[0]]);
    for (int i = 0; i < frame.rows(); i++) {
      RandomStream random = RandomStream.of(seed, "misclassified " + covariate, draw, i);
      if (columns.length == 1) {
        exchange(values[columns[0]], ends, i, p, n, times, random);
      } else {
        exchange(values, i, p, times, random);
      }
    }
    return frame.withColumns(frame.names(), values);
  }

  private static double[] ends(double[] column) {
    DoubleSummaryStatistics seen =
        Arrays.stream(column).filter(v -> !Double.isNaN(v)).summaryStatistics();
    return new double[] {seen.getMin(), seen.getMax()};
  }

  private static void exchange(
      double[] column, double[] ends, int i, double p, double n, int times, RandomStream random) {
    double changed = 1 - StrictMath.pow(1 - p - n, times);
    double chance = (column[i] == ends[1] ? n : p) / (p + n) * changed;
    if (!Double.isNaN(column[i]) && random.nextDouble() < chance) {
      column[i] = ends[0] + ends[1] - column[i];
    }
  }

  private void exchange(double[][] values, int i, double q, int times, RandomStream random) {
    int codes = columns.length + 1;
    int at = codes - 1;
    for (int c = 0; c < columns.length; c++) {
      if (Double.isNaN(values[columns[c]][i])) {
        return;
      }
      at = values[columns[c]][i] == 1 ? c : at;
    }
    double kept = StrictMath.pow(1 - q * codes / (codes - 1.0), times);
    if (random.nextDouble() < (1 - kept) * (codes - 1.0) / codes) {
      int other = (at + 1 + random.nextInt(codes - 1)) % codes;
      for (int c = 0; c < columns.length; c++) {
        values[columns[c]][i] = c == other ? 1 : 0;
      }
    }
  }
}
