// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.file.FileReport;

/** The dictionary of a data file: columns, labels, missing codes and counts, never a row. */
public final class FileDictionary {
  private final FileReport file;
  private final Texts texts;

  private FileDictionary(FileReport file, Locale language) {
    this.file = file;
    this.texts = Texts.of(language);
  }

  /**
   * The dictionary as a report.
   *
   * @param register what is known of the register that the file is of; may be empty
   */
  public static Report of(FileReport file, List<Block> register, Locale language) {
    FileDictionary dictionary = new FileDictionary(file, language);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(dictionary.summary()));
    file.schema().notes().forEach(note -> blocks.add(new Block.Paragraph(note)));
    blocks.add(dictionary.columns());
    Block.Table labels = dictionary.labels();
    if (!labels.rows().isEmpty()) {
      blocks.add(labels);
    }
    blocks.addAll(register);
    return new Report(file.file(), Report.Marking.INSIDE_ONLY, false, language, blocks);
  }

  private String summary() {
    String label = file.schema().label();
    return texts.get(
        "show.summary",
        file.schema().format(),
        file.schema().charset(),
        file.schema().rows(),
        file.schema().columns().size(),
        label.isEmpty() ? "-" : label);
  }

  private Block.Table columns() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < file.schema().columns().size(); i++) {
      Column column = file.schema().columns().get(i);
      FileReport.Counts counts = file.counts().get(i);
      rows.add(
          List.of(
              column.name(),
              column.label(),
              column.type().name().toLowerCase(Locale.ROOT),
              column.format(),
              missing(column.missing()),
              Long.toString(counts.valid()),
              Long.toString(counts.declared()),
              Long.toString(counts.absent())));
    }
    return new Block.Table(
        texts.get("show.columns"),
        List.of(
            column("show.name", false),
            column("show.label", false),
            column("show.type", false),
            column("show.format", false),
            column("show.missing", false),
            column("show.valid", true),
            column("show.declared", true),
            column("show.absent", true)),
        rows);
  }

  private Block.Table labels() {
    List<List<String>> rows = new ArrayList<>();
    for (Column column : file.schema().columns()) {
      for (ValueLabel label : column.labels()) {
        rows.add(List.of(column.name(), written(label.code()), label.label()));
      }
    }
    return new Block.Table(
        texts.get("show.labels"),
        List.of(
            column("show.name", false), column("show.code", false), column("show.label", false)),
        rows);
  }

  private static String missing(MissingCodes codes) {
    List<String> all = new ArrayList<>();
    codes.range().ifPresent(range -> all.add(bound(range.low()) + ".." + bound(range.high())));
    codes.discrete().forEach(code -> all.add(written(code)));
    return String.join(", ", all);
  }

  private static String bound(double value) {
    return Double.isInfinite(value) ? "" : number(value);
  }

  private static String written(Code code) {
    return switch (code) {
      case Code.Number number -> number(number.value());
      case Code.Text text -> "\"" + text.value() + "\"";
      case Code.Tag tag -> "." + tag.letter();
    };
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  private Block.Column column(String key, boolean numeric) {
    return new Block.Column(texts.get(key), numeric);
  }
}
