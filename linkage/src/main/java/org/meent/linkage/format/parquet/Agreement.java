// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.parquet;

import org.meent.linkage.engine.duckdb.ParquetFile;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueType;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Brings together what a Parquet file stores and what the dictionary in it says. */
final class Agreement {
  private Agreement() {}

  /**
   * The column as stored, with the labels that the dictionary has for it. The width of texts is
   * left open: another program may have put in longer ones and left the dictionary as it was.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the dictionary declares another type
   */
  static Column of(ParquetFile.Stored stored, Schema said, Where where) {
    if (said.index(stored.name()).isEmpty()) {
      return stored.meaning().isText()
          ? Column.text(stored.name(), 0)
          : Column.of(stored.name(), stored.meaning());
    }
    Column declared = said.columns().get(said.index(stored.name()).getAsInt());
    boolean seconds = declared.type() == ValueType.TIME && stored.meaning() == ValueType.NUMBER;
    if (declared.type() != stored.meaning() && !seconds) {
      throw Refusal.badInput(
              "linkage.parquet.other-type",
              where.in(stored.name()),
              stored.name(),
              declared.type().name(),
              stored.type())
          .asException();
    }
    return new Column(
        declared.name(),
        declared.label(),
        declared.type(),
        declared.type().isText() ? 0 : declared.width(),
        declared.decimals(),
        declared.format(),
        declared.labels(),
        declared.missing(),
        declared.measure());
  }
}
