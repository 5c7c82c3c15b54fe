// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Loss;
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
 * What SPSS system files can hold: names of 64 bytes that differ in more than case, labels of 255
 * and value labels of 120 bytes, three missing codes or a range and one code, texts of 32,767
 * bytes.
 *
 * @param zlib whether the rows are compressed in zlib blocks
 */
record SavWriting(boolean zlib) implements TableWriting {
  private static final int NAME = 64;
  private static final int LABEL = 255;
  private static final int VALUE_LABEL = 120;
  private static final int FILE_LABEL = 64;
  private static final int LONGEST = 32_767;
  private static final Set<String> RESERVED =
      Set.of("ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH");

  @Override
  public boolean keepsTags() {
    return false;
  }

  @Override
  public String target() {
    return zlib ? "SPSS .zsav" : "SPSS .sav";
  }

  @Override
  public Fitted fit(Schema schema) {
    Loss.Account account = new Loss.Account(target());
    Names names = new Names(NAME, false);
    boolean ownFormats = schema.format().isEmpty() || schema.format().startsWith("SPSS");
    List<Column> columns = new ArrayList<>();
    for (Column column : schema.columns()) {
      String wished = column.name();
      boolean reserved = RESERVED.contains(wished.toUpperCase(Locale.ROOT));
      boolean plain = wished.matches("[@\\p{L}][\\p{L}\\p{N}_.@#$]*") && !wished.endsWith(".");
      String name =
          reserved ? names.take(wished + "_") : plain ? names.keep(wished) : names.take(wished);
      if (!name.equals(wished)) {
        account.add(Loss.Kind.RENAMED, wished + " → " + name);
      }
      columns.add(column(column, name, ownFormats ? column.format() : "", account));
    }
    String label = Names.cut(schema.label(), FILE_LABEL);
    if (!label.equals(schema.label())) {
      account.add(Loss.Kind.FILE_LABEL);
    }
    Schema fitted = new Schema(target(), label, "UTF-8", schema.rows(), columns, List.of());
    return new Fitted(fitted, account.losses());
  }

  private static Column column(Column column, String name, String format, Loss.Account account) {
    int width = column.type().isText() ? Math.max(1, column.width()) : column.width();
    if (column.type().isText() && width > LONGEST) {
      throw Refusal.badInput(
              "linkage.sav.too-wide", Where.field(column.name()), LONGEST, column.width())
          .asException();
    }
    String label = Names.cut(column.label(), LABEL);
    List<ValueLabel> labels = labels(column, account);
    boolean cut = !label.equals(column.label());
    for (int l = 0; l < labels.size(); l++) {
      ValueLabel full = labels.get(l);
      String kept = Names.cut(full.label(), VALUE_LABEL);
      cut |= !kept.equals(full.label());
      labels.set(l, new ValueLabel(full.code(), kept));
    }
    if (cut) {
      account.add(Loss.Kind.LABEL_CUT, column.name());
    }
    return new Column(
        name,
        label,
        column.type(),
        width,
        column.decimals(),
        format,
        labels,
        missing(column, account),
        column.measure());
  }

  private static List<ValueLabel> labels(Column column, Loss.Account account) {
    List<ValueLabel> kept = new ArrayList<>();
    for (ValueLabel label : column.labels()) {
      boolean fits =
          switch (label.code()) {
            case Code.Number number -> !column.type().isText() && !Double.isNaN(number.value());
            case Code.Text text ->
                column.type().isText() && length(text) <= Math.max(8, column.width());
            case Code.Tag _ -> false;
          };
      if (fits) {
        kept.add(label);
      }
    }
    if (kept.size() < column.labels().size()) {
      account.add(Loss.Kind.VALUE_LABELS_OF_KIND, column.name());
    }
    return kept;
  }

  private static MissingCodes missing(Column column, Loss.Account account) {
    MissingCodes codes = column.missing();
    int most = codes.range().isPresent() ? 1 : 3;
    List<Code> kept = new ArrayList<>();
    for (Code code : codes.discrete()) {
      boolean fits =
          switch (code) {
            case Code.Number _ -> column.type() != ValueType.TEXT;
            case Code.Text text -> column.type().isText() && length(text) <= 8;
            case Code.Tag _ -> false;
          };
      if (fits && kept.size() < most) {
        kept.add(code);
      }
    }
    if (kept.size() < codes.discrete().size()) {
      account.add(Loss.Kind.MISSING_CODES, column.name());
    }
    return new MissingCodes(kept, codes.range());
  }

  private static int length(Code.Text text) {
    return text.value().getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public TableSink create(Path file, Schema schema) {
    return new SavSink(file, schema, zlib);
  }

  @Override
  public long estimate(Schema schema, long rows) {
    long row = 0;
    for (Column column : schema.columns()) {
      row += column.type().isText() ? 1 + column.width() : 5;
    }
    return row * Math.max(0, rows) / (zlib ? 5 : 2);
  }
}
