// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** The cells of a table, counted and added up again from the records. */
final class RecordCells {
  private final Sheet sheet;
  private final Cross cross;
  private final Records records;
  private final int[] row;
  private final int[] column;

  /**
   * Finds the cell of each record.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a record has a code that the table
   *     lacks, or a variable is no column of the records
   */
  RecordCells(Sheet sheet, Cross cross, Records records) {
    this.sheet = sheet;
    this.cross = cross;
    this.records = records;
    row = places(cross.rows(), records.codes(cross.rows().variable()));
    column =
        cross.single()
            ? new int[records.size()]
            : places(cross.columns(), records.codes(cross.columns().variable()));
  }

  private int[] places(org.meent.disclosure.output.Dimension dimension, List<String> codes) {
    int[] places = new int[codes.size()];
    for (int i = 0; i < places.length; i++) {
      OptionalInt at = Cross.index(dimension, codes.get(i));
      if (at.isEmpty()) {
        throw Refusal.unverified(
                "disclosure.elsewhere.code-lacks",
                Where.file(sheet.name()).in(dimension.variable()))
            .asException();
      }
      places[i] = at.getAsInt();
    }
    return places;
  }

  /** Counts with totals last. */
  long[][] counts() {
    int height = cross.rows().categories().size();
    int width = cross.columns().categories().size();
    long[][] counts = new long[height + 1][width + 1];
    for (int i = 0; i < row.length; i++) {
      counts[row[i]][column[i]]++;
      counts[row[i]][width]++;
      counts[height][column[i]]++;
      counts[height][width]++;
    }
    return counts;
  }

  /** Counts without totals. */
  List<List<Long>> units() {
    List<List<Long>> units = new ArrayList<>();
    for (List<MagnitudeCell> cells : cells(new long[row.length])) {
      units.add(cells.stream().map(MagnitudeCell::units).toList());
    }
    return units;
  }

  /** Contributors of each cell, without totals. */
  List<List<MagnitudeCell>> cells(long[] amounts) {
    MagnitudeCell[][] cells =
        new MagnitudeCell[cross.rows().categories().size()][cross.columns().categories().size()];
    for (MagnitudeCell[] line : cells) {
      Arrays.fill(line, MagnitudeCell.EMPTY);
    }
    for (int i = 0; i < row.length; i++) {
      cells[row[i]][column[i]] = cells[row[i]][column[i]].with(amounts[i]);
    }
    return Arrays.stream(cells).map(List::of).toList();
  }

  /** The amounts of a column as whole numbers of a scale. */
  long[] amounts(String measure, int scale) {
    return records.amounts(measure).stream()
        .mapToLong(
            amount ->
                amount.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact())
        .toArray();
  }

  /** The most decimals of a column. */
  int scale(String measure) {
    return records.amounts(measure).stream().mapToInt(BigDecimal::scale).max().orElse(0);
  }
}
