// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.csv;

import java.nio.file.Path;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Loss;
import org.meent.linkage.format.Measure;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TableWriting;

/** Writes UTF-8, comma, a line of names, LF, quotes by RFC 4180. */
final class CsvWriting implements TableWriting {
  @Override
  public boolean keepsTags() {
    return false;
  }

  @Override
  public String target() {
    return "CSV";
  }

  @Override
  public Fitted fit(Schema schema) {
    Loss.Account account = new Loss.Account(target());
    if (!schema.label().isEmpty()) {
      account.add(Loss.Kind.FILE_LABEL);
    }
    for (Column column : schema.columns()) {
      if (!column.label().isEmpty()) {
        account.add(Loss.Kind.COLUMN_LABELS, column.name());
      }
      if (!column.labels().isEmpty()) {
        account.add(Loss.Kind.VALUE_LABELS, column.name());
      }
      if (!column.missing().isEmpty()) {
        account.add(Loss.Kind.MISSING_CODES, column.name());
      }
      if (column.measure() != Measure.UNKNOWN) {
        account.add(Loss.Kind.MEASURE, column.name());
      }
    }
    return new Fitted(schema, account.losses());
  }

  @Override
  public TableSink create(Path file, Schema schema) {
    return new CsvSink(file, schema);
  }

  @Override
  public long estimate(Schema schema, long rows) {
    long row = 1;
    for (Column column : schema.columns()) {
      row += column.type().isText() ? 1 + column.width() / 2 : 6;
    }
    return row * Math.max(0, rows);
  }
}
