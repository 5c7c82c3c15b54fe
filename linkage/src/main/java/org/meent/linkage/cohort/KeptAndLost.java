// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.engine.Field;
import org.meent.protocols.literature.Reference;

/**
 * How the persons who are in the cohort differ from those who were eligible and got lost after
 * that, covariate by covariate, on the first index date that found them eligible.
 *
 * @param kept persons in the cohort
 * @param lost persons who were eligible and are not in it
 * @param rows one for each category of a code, for each number that is known of everybody, and for
 *     being known where something is not
 */
public record KeptAndLost(long kept, long lost, List<Row> rows) {
  /** Stands for the share of whom a covariate is known. */
  public static final String KNOWN = "known";

  /** A cohort of which nobody was counted. */
  public static final KeptAndLost NONE = new KeptAndLost(0, 0, List.of());

  /** Copies the rows. */
  public KeptAndLost {
    rows = List.copyOf(rows);
  }

  /**
   * One covariate.
   *
   * @param covariate name in the cohort
   * @param category category of a code, or {@link #KNOWN}; empty for the number itself
   * @param difference mean of the kept less mean of the lost, in standard deviations; 0 where
   *     neither side varies
   */
  public record Row(String covariate, String category, double difference) {}

  /**
   * Compares.
   *
   * @param person place of the person behind each unit, ascending; the first unit of each counts
   * @param inCohort whether each person of the population is in the cohort
   * @param covariates covariates of the units
   */
  static KeptAndLost of(
      int[] person, boolean[] inCohort, SequencedMap<String, UnitColumn> covariates) {
    int[] first =
        IntStream.range(0, person.length)
            .filter(unit -> unit == 0 || person[unit] != person[unit - 1])
            .toArray();
    boolean[] in = new boolean[first.length];
    long kept = 0;
    for (int i = 0; i < in.length; i++) {
      in[i] = inCohort[person[first[i]]];
      kept += in[i] ? 1 : 0;
    }
    List<Row> rows = new ArrayList<>();
    covariates.forEach((name, column) -> rows(name, column.only(first), in, rows));
    return new KeptAndLost(kept, in.length - kept, rows);
  }

  private static void rows(String name, UnitColumn column, boolean[] in, List<Row> rows) {
    TreeSet<String> categories = new TreeSet<>();
    boolean all = true;
    boolean text = column.field().kind() == Field.Kind.TEXT;
    for (int i = 0; i < in.length; i++) {
      boolean known = column.state(i) == State.KNOWN;
      all &= known;
      if (text && known) {
        categories.add(column.text(i));
      }
    }
    for (String category : categories) {
      rows.add(
          new Row(name, category, difference(in, i -> column.text(i).equals(category) ? 1 : 0)));
    }
    if (!all) {
      rows.add(new Row(name, KNOWN, difference(in, i -> column.state(i) == State.KNOWN ? 1 : 0)));
    } else if (!text) {
      double unit = StrictMath.pow(10, column.field().scale());
      rows.add(new Row(name, "", difference(in, i -> column.number(i) / unit)));
    }
  }

  /**
   * The standardised difference: {@code d = (m1 - m0) / sqrt((s1² + s0²) / 2)}, with {@code s² = p
   * (1 - p)} for a category.
   */
  @Reference(
      authors = "P. C. Austin (2009)",
      title =
          "Balance diagnostics for comparing the distribution of baseline covariates between"
              + " treatment groups in propensity-score matched samples",
      source = "Statistics in Medicine 28(25), 3083-3107",
      url = "https://doi.org/10.1002/sim.3697")
  private static double difference(boolean[] in, IntToDoubleFunction value) {
    long[] count = new long[2];
    double[] mean = new double[2];
    double[] squares = new double[2];
    for (int i = 0; i < in.length; i++) {
      int side = in[i] ? 1 : 0;
      count[side]++;
      double step = value.applyAsDouble(i) - mean[side];
      mean[side] += step / count[side];
      squares[side] += step * (value.applyAsDouble(i) - mean[side]);
    }
    if (count[0] == 0 || count[1] == 0) {
      return 0;
    }
    double variance = (squares[0] / count[0] + squares[1] / count[1]) / 2;
    return variance > 0 ? (mean[1] - mean[0]) / StrictMath.sqrt(variance) : 0;
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "KeptAndLost[" + rows.size() + " rows]";
  }
}
