// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.meent.disclosure.output.MagnitudeCell;

/** The amounts of a sheet beside its counts. */
final class AmountCells {
  /** Decimals of a sum that is made from a rounded mean. */
  private static final int SCALE = 2;

  private static final int FIGURE = 2;

  private final Sheet sheet;
  private final Cross cross;
  private final AmountColumn column;
  private final Margins units;
  private final Cells cells;
  private final int height;
  private final int width;

  AmountCells(Sheet sheet, Cross cross, AmountColumn column, Margins units) {
    this.sheet = sheet;
    this.cross = cross;
    this.column = column;
    this.units = units;
    cells = new Cells(sheet);
    height = cross.rows().categories().size();
    width = cross.columns().categories().size();
  }

  AmountColumn column() {
    return column;
  }

  /** Whether every inner cell with units has its amount. */
  boolean whole() {
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        if (units.count(i, j) > 0 && !shown(i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean shown(int i, int j) {
    OptionalInt place = cross.place(i, j);
    return place.isPresent() && !cells.marked(place.getAsInt(), column.column());
  }

  /** What the file leaves out. */
  Set<Spot> leftOut() {
    Set<Spot> spots = new LinkedHashSet<>();
    for (int i = 0; i <= height; i++) {
      for (int j = 0; j <= width; j++) {
        if (!shown(i, j)) {
          spots.add(new Spot(cross.codes(i, j), FIGURE));
        }
      }
    }
    return spots;
  }

  /** Decimals of the sums. */
  int scale() {
    int scale = column.mean() ? SCALE : 0;
    for (int i = 0; i < height && !column.mean(); i++) {
      for (int j = 0; j < width; j++) {
        scale = shown(i, j) ? Math.max(scale, amount(i, j).scale()) : scale;
      }
    }
    return scale;
  }

  private BigDecimal amount(int i, int j) {
    return cells.amount(cross.place(i, j).orElseThrow(), column.column());
  }

  private long sum(int i, int j) {
    if (units.count(i, j) == 0) {
      return 0;
    }
    BigDecimal sum =
        column.mean() ? amount(i, j).multiply(BigDecimal.valueOf(units.count(i, j))) : amount(i, j);
    return sum.setScale(scale(), RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }

  /**
   * The cells as the file tells them. Without the largest contributors these are taken to be alike,
   * which the reader says.
   */
  List<List<MagnitudeCell>> cells() {
    List<List<MagnitudeCell>> all = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      List<MagnitudeCell> row = new ArrayList<>();
      for (int j = 0; j < width; j++) {
        row.add(cell(i, j));
      }
      all.add(row);
    }
    return all;
  }

  private MagnitudeCell cell(int i, int j) {
    long count = units.count(i, j);
    if (count == 0) {
      return MagnitudeCell.EMPTY;
    }
    long sum = sum(i, j);
    long absolute = Math.abs(sum);
    if (count == 1) {
      return new MagnitudeCell(1, sum, absolute, absolute, 0);
    }
    if (!sheet.has(MagnitudeForm.LARGEST)) {
      long largest = Math.ceilDiv(absolute, count);
      return new MagnitudeCell(
          count, sum, absolute, largest, Math.min(largest, absolute - largest));
    }
    int place = cross.place(i, j).orElseThrow();
    long largest = stated(place, MagnitudeForm.LARGEST);
    long second = sheet.has(MagnitudeForm.SECOND) ? stated(place, MagnitudeForm.SECOND) : 0;
    if (second > largest || largest + second > absolute) {
      throw sheet.refuse("disclosure.elsewhere.contributors", place, MagnitudeForm.LARGEST);
    }
    return new MagnitudeCell(count, sum, absolute, largest, second);
  }

  private long stated(int place, String name) {
    return cells
        .amount(place, name)
        .abs()
        .setScale(scale(), RoundingMode.HALF_EVEN)
        .unscaledValue()
        .longValueExact();
  }

  /**
   * Refuses totals that are not the sum of their parts, as far as rounding lets one see.
   *
   * @throws org.meent.protocols.refusal.RefusalException at the first such total
   */
  void checkTotals() {
    List<List<MagnitudeCell>> inner = cells();
    for (int i = 0; i <= height; i++) {
      for (int j = 0; j <= width; j++) {
        if (shown(i, j)
            && (i == height || j == width)
            && !agrees(i, j, merged(inner, i, j), scale(), 1)) {
          throw sheet.refuse(
              "disclosure.elsewhere.not-additive",
              cross.place(i, j).orElseThrow(),
              column.column(),
              i == height ? "column" : "row",
              (i == height ? j : i) + 1);
        }
      }
    }
  }

  /** Refuses amounts that are not those of the records. */
  void compare(List<List<MagnitudeCell>> truth, int scale, int records) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i <= height; i++) {
      for (int j = 0; j <= width; j++) {
        if (shown(i, j) && !agrees(i, j, merged(truth, i, j), scale, 0)) {
          wrong.add(String.join(" / ", cross.codes(i, j)));
        }
      }
    }
    Elsewhere.contradicts(sheet, column.column(), wrong, records);
  }

  /** Whether what is shown is this cell's figure, rounded to the decimals shown. */
  private boolean agrees(int i, int j, MagnitudeCell cell, int scale, int slack) {
    BigDecimal shown = amount(i, j);
    BigDecimal sum = BigDecimal.valueOf(cell.sum(), scale);
    BigDecimal count = BigDecimal.valueOf(column.mean() ? cell.units() : 1);
    BigDecimal half = BigDecimal.valueOf(5, shown.scale() + 1);
    BigDecimal most = half.multiply(count).multiply(BigDecimal.valueOf(1L + slack));
    return shown.multiply(count).subtract(sum).abs().compareTo(most) <= 0;
  }

  private MagnitudeCell merged(List<List<MagnitudeCell>> inner, int i, int j) {
    MagnitudeCell merged = MagnitudeCell.EMPTY;
    for (int a = 0; a < height; a++) {
      for (int b = 0; b < width; b++) {
        merged =
            (a == i || i == height) && (b == j || j == width)
                ? merged.merge(inner.get(a).get(b))
                : merged;
      }
    }
    return merged;
  }
}
