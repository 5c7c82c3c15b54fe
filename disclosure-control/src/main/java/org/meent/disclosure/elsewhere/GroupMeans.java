// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.GroupMean.Values;
import org.meent.disclosure.output.MagnitudeCell;

/** Means of bins and segments: a column {@code mean_income} is the mean of {@code income}. */
final class GroupMeans {
  private static final String MEAN = "mean_";
  private static final int SCALE = 4;

  private GroupMeans() {}

  /** The columns of means of a sheet. */
  static List<String> columns(Sheet sheet) {
    return sheet.columns().stream().filter(column -> column.startsWith(MEAN)).toList();
  }

  /** The means of units, measured. */
  static List<GroupMean> measured(Sheet sheet, Sample sample, BitSet who) {
    List<GroupMean> means = new ArrayList<>();
    for (String column : columns(sheet)) {
      String measure = column.substring(MEAN.length());
      int scale = sample.scale(measure);
      double power = StrictMath.pow(10, scale);
      MagnitudeCell cell = MagnitudeCell.EMPTY;
      boolean zeroOne = scale == 0;
      boolean negative = false;
      for (int unit = 0; unit < sample.size(); unit++) {
        double value = sample.number(measure, unit);
        zeroOne &= value == 0 || value == 1;
        negative |= value < 0;
        if (who.get(unit)) {
          cell = cell.with(StrictMath.round(value * power));
        }
      }
      means.add(new GroupMean(measure, measure, values(zeroOne, negative), scale, cell));
    }
    return means;
  }

  private static Values values(boolean zeroOne, boolean negative) {
    return zeroOne ? Values.ZERO_ONE : negative ? Values.AMOUNTS : Values.NON_NEGATIVE_AMOUNTS;
  }

  /** The variables that means are of. */
  static Set<String> variables(Sheet sheet) {
    return Set.copyOf(
        columns(sheet).stream().map(column -> column.substring(MEAN.length())).toList());
  }

  /** Whether a row shows these means, or leaves them out. */
  static boolean agree(RowSheet sheet, int row, List<GroupMean> means) {
    boolean agree = true;
    for (GroupMean mean : means) {
      String column = MEAN + mean.measure();
      if (!sheet.marked(row, column) && mean.cell().units() > 0) {
        sheet.figure(row, column);
        double value = mean.cell().sum() / StrictMath.pow(10, mean.scale()) / mean.cell().units();
        agree &= Rounded.agrees(sheet.text(row, column), List.of(value));
      }
    }
    return agree;
  }

  /**
   * The means of a row as the file tells them. Their contributors are taken to be alike, which the
   * reader says.
   */
  static List<GroupMean> stated(RowSheet sheet, int row, long units) {
    List<GroupMean> means = new ArrayList<>();
    for (String column : columns(sheet.sheet())) {
      sheet.gap("largest_" + column.substring(MEAN.length()));
      double value = sheet.marked(row, column) ? 0 : sheet.figure(row, column);
      long sum = StrictMath.round(value * units * StrictMath.pow(10, SCALE));
      long absolute = Math.abs(sum);
      long largest = units == 0 ? 0 : Math.ceilDiv(absolute, units);
      MagnitudeCell cell =
          units == 0
              ? MagnitudeCell.EMPTY
              : units == 1
                  ? new MagnitudeCell(1, sum, absolute, absolute, 0)
                  : new MagnitudeCell(
                      units, sum, absolute, largest, Math.min(largest, absolute - largest));
      means.add(
          new GroupMean(
              column.substring(MEAN.length()),
              column.substring(MEAN.length()),
              Values.AMOUNTS,
              SCALE,
              cell));
    }
    return means;
  }
}
