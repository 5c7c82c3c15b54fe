// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.TextColumn;

/**
 * What a file is: its dictionary, and per column how many values are there. Never a value of a row.
 *
 * @param file the name of the file
 * @param bytes its length
 * @param schema its dictionary; the number of rows is the one that was counted
 * @param counts per column, in the same order
 */
public record FileReport(String file, long bytes, Schema schema, List<Counts> counts) {
  /**
   * How many rows of a column have what.
   *
   * @param valid a value that was not declared missing
   * @param declared a value that the dictionary declares missing
   * @param absent no value: system-missing or tagged missing, or an empty text
   */
  public record Counts(long valid, long declared, long absent) {}

  /** Copies the counts. */
  public FileReport {
    counts = List.copyOf(counts);
  }

  /**
   * Reads a file from beginning to end.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it cannot be read to its end
   */
  public static FileReport show(Path file) {
    TableSource source = DataFile.open(file);
    return of(file, source);
  }

  /** As {@link #show}, for a file that is open. */
  public static FileReport of(Path file, TableSource source) {
    Schema schema = source.schema();
    List<Column> columns = schema.columns();
    long[][] counts = new long[columns.size()][3];
    long rows = 0;
    try (BatchReader reader = source.read(columns.stream().map(Column::name).toList())) {
      for (@Nullable ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int c = 0; c < columns.size(); c++) {
          if (columns.get(c).type().isText()) {
            texts(batch.texts(c), batch.rows(), columns.get(c).missing(), counts[c]);
          } else {
            numbers(batch.numbers(c), batch.rows(), columns.get(c).missing(), counts[c]);
          }
        }
        rows += batch.rows();
      }
    }
    List<Counts> totals = new ArrayList<>();
    for (long[] count : counts) {
      totals.add(new Counts(count[0], count[1], count[2]));
    }
    Schema counted =
        new Schema(
            schema.format(), schema.label(), schema.charset(), rows, columns, schema.notes());
    return new FileReport(Conversion.name(file), Conversion.length(file), counted, totals);
  }

  private static void numbers(double[] values, int rows, MissingCodes codes, long[] counts) {
    boolean none = codes.isEmpty();
    for (int r = 0; r < rows; r++) {
      boolean absent = Double.isNaN(values[r]);
      counts[absent ? 2 : none || !codes.holds(values[r]) ? 0 : 1]++;
    }
  }

  private static void texts(TextColumn values, int rows, MissingCodes codes, long[] counts) {
    boolean none = codes.isEmpty();
    for (int r = 0; r < rows; r++) {
      boolean declared = !none && codes.holds(values.text(r));
      counts[declared ? 1 : values.length(r) == 0 ? 2 : 0]++;
    }
  }
}
