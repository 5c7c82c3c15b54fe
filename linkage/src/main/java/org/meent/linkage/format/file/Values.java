// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.TableSource;

/** All values of a few columns, held in memory as text; a missing value is empty. */
public final class Values {
  private Values() {}

  /**
   * Reads them.
   *
   * @param source the file
   * @param columns exact names
   * @return per column, the value of every row: text as it stands, numbers, days and seconds in
   *     their shortest decimal form
   * @throws org.meent.protocols.refusal.RefusalException if a column does not exist or the file
   *     cannot be read
   */
  public static List<String[]> of(TableSource source, List<String> columns) {
    List<List<String>> values = new ArrayList<>();
    columns.forEach(column -> values.add(new ArrayList<>()));
    try (BatchReader reader = source.read(columns)) {
      for (@Nullable ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int c = 0; c < columns.size(); c++) {
          for (int row = 0; row < batch.rows(); row++) {
            values.get(c).add(value(batch, c, row));
          }
        }
      }
    }
    return values.stream().map(column -> column.toArray(String[]::new)).toList();
  }

  private static String value(ColumnBatch batch, int column, int row) {
    if (batch.columns().get(column).type().isText()) {
      return batch.texts(column).text(row);
    }
    double number = batch.numbers(column)[row];
    if (Double.isNaN(number)) {
      return "";
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}
