// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Loss;
import org.meent.linkage.format.Measure;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.Names;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * What Stata 118 files can hold: names of 32, labels of 80 characters, value labels of whole
 * numbers and tagged missings; no declared missing codes, no level of measurement.
 */
final class StataWriting implements TableWriting {
  private static final int COLUMNS = 32_767;
  private static final int NAME = 32;
  private static final int LABEL = 80;
  private static final int VALUE_LABEL = 32_000;
  private static final Set<String> RESERVED =
      Set.of(
          "_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long",
          "_n", "_N", "_pi", "_pred", "_rc", "_skip", "strL", "using", "with");

  @Override
  public boolean keepsTags() {
    return true;
  }

  @Override
  public String target() {
    return "Stata .dta";
  }

  @Override
  public Fitted fit(Schema schema) {
    if (schema.columns().size() > COLUMNS) {
      throw Refusal.badInput("linkage.dta.columns", Where.NOWHERE, COLUMNS, schema.columns().size())
          .asException();
    }
    Loss.Account account = new Loss.Account(target());
    Names names = new Names(NAME, true);
    List<Column> columns = new ArrayList<>();
    for (Column column : schema.columns()) {
      String wished = column.name();
      boolean reserved = RESERVED.contains(wished) || wished.matches("str[0-9]+");
      String name = names.take(reserved ? wished + "_" : wished);
      if (!name.equals(wished)) {
        account.add(Loss.Kind.RENAMED, wished + " → " + name);
      }
      columns.add(column(column, name, account));
    }
    String label = Names.cutCharacters(schema.label(), LABEL);
    if (!label.equals(schema.label())) {
      account.add(Loss.Kind.FILE_LABEL);
    }
    Schema fitted = new Schema(target(), label, "UTF-8", schema.rows(), columns, List.of());
    return new Fitted(fitted, account.losses());
  }

  private static Column column(Column column, String name, Loss.Account account) {
    String label = Names.cutCharacters(column.label(), LABEL);
    boolean cut = !label.equals(column.label());
    List<ValueLabel> labels = new ArrayList<>();
    for (ValueLabel value : column.labels()) {
      ValueLabel counted = StataSink.toFile(value, column.type());
      if (!column.type().isText() && StataNumbers.holds(counted.code())) {
        String kept = Names.cut(value.label(), VALUE_LABEL);
        cut |= !kept.equals(value.label());
        labels.add(new ValueLabel(value.code(), kept));
      }
    }
    if (labels.size() < column.labels().size()) {
      account.add(Loss.Kind.VALUE_LABELS_OF_KIND, column.name());
    }
    if (cut) {
      account.add(Loss.Kind.LABEL_CUT, column.name());
    }
    if (!column.missing().isEmpty()) {
      account.add(Loss.Kind.MISSING_CODES, column.name());
    }
    if (column.type() == ValueType.TIME) {
      account.add(Loss.Kind.TIMES, column.name());
    }
    if (column.measure() != Measure.UNKNOWN) {
      account.add(Loss.Kind.MEASURE, column.name());
    }
    return new Column(
        name,
        label,
        column.type(),
        column.width(),
        column.decimals(),
        column.format(),
        labels,
        MissingCodes.NONE,
        Measure.UNKNOWN);
  }

  @Override
  public TableSink create(Path file, Schema schema) {
    return new StataSink(file, schema);
  }

  @Override
  public long estimate(Schema schema, long rows) {
    long row = 0;
    for (Column column : schema.columns()) {
      row += column.type().isText() ? Math.max(1, column.width()) : 8;
    }
    return row * Math.max(0, rows);
  }
}
