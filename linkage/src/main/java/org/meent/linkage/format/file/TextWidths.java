// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.TextColumn;

/**
 * How wide texts are in UTF-8. A file in another character set declares widths in its own bytes,
 * and long texts of Stata have none, so its texts are read once before they are written.
 */
final class TextWidths {
  private TextWidths() {}

  /** The wanted columns of a source, with widths in bytes of UTF-8. */
  static Schema measured(TableSource source, List<String> names) {
    Schema schema = source.schema();
    List<Column> wanted = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String name : names) {
      Column column =
          schema.index(name).isPresent()
              ? schema.columns().get(schema.index(name).getAsInt())
              : Column.text(name, 1);
      wanted.add(column);
      if (column.type().isText()) {
        texts.add(name);
      }
    }
    boolean unknown =
        wanted.stream().anyMatch(column -> column.type().isText() && column.width() == 0);
    if ((unknown || !schema.charset().equals("UTF-8")) && !texts.isEmpty()) {
      int[] widths = widths(source, texts);
      int at = 0;
      for (int c = 0; c < wanted.size(); c++) {
        if (wanted.get(c).type().isText()) {
          wanted.set(c, widened(wanted.get(c), widths[at++]));
        }
      }
    }
    return schema.with(wanted);
  }

  private static int[] widths(TableSource source, List<String> texts) {
    int[] widths = new int[texts.size()];
    try (BatchReader reader = source.read(texts)) {
      for (@Nullable ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int c = 0; c < widths.length; c++) {
          TextColumn column = batch.texts(c);
          for (int r = 0; r < batch.rows(); r++) {
            widths[c] = Math.max(widths[c], column.length(r));
          }
        }
      }
    }
    return widths;
  }

  private static Column widened(Column column, int width) {
    return new Column(
        column.name(),
        column.label(),
        column.type(),
        Math.max(column.width(), width),
        0,
        column.format(),
        column.labels(),
        column.missing(),
        column.measure());
  }
}
