// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.parquet;

import java.nio.file.Path;
import org.meent.linkage.engine.duckdb.ParquetSpool;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Loss;
import org.meent.linkage.format.Measure;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TableWriting;

/** Writes Parquet with zstd; numbers and times of day as doubles, dates and moments as such. */
final class ParquetWriting implements TableWriting {
  @Override
  public boolean keepsTags() {
    return false;
  }

  @Override
  public String target() {
    return "Parquet";
  }

  @Override
  public Fitted fit(Schema schema) {
    Loss.Account account = new Loss.Account(target());
    for (Column column : schema.columns()) {
      boolean described =
          !column.label().isEmpty()
              || !column.labels().isEmpty()
              || !column.missing().isEmpty()
              || column.measure() != Measure.UNKNOWN;
      if (described) {
        account.add(Loss.Kind.ONLY_MEENT, column.name());
      }
    }
    return new Fitted(schema, account.losses());
  }

  @Override
  public TableSink create(Path file, Schema schema) {
    return new ParquetSpool(file, schema.columns(), ParquetDictionary.write(schema));
  }

  /** The file, and the rows that wait beside it. */
  @Override
  public long estimate(Schema schema, long rows) {
    long row = 0;
    for (Column column : schema.columns()) {
      row += column.type().isText() ? 16 + column.width() : 12;
    }
    return row * Math.max(0, rows);
  }
}
