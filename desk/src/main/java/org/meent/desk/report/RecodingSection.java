// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.table.AlternativeTables;
import org.meent.disclosure.table.Recoding;

/** Which codes to take together: what that leaves sensitive, and what it costs. */
final class RecodingSection {
  private RecodingSection() {}

  static List<Block> of(AlternativeTables tables, Texts texts) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(texts.get("recoding.what"), false));
    for (String name : List.of("cells", "sensitive", "beside", "hidden", "published")) {
      columns.add(new Column(texts.get("recoding." + name), true));
    }
    List<List<String>> rows =
        tables.recodings().stream()
            .map(recoding -> row(recoding, tables.table().scale(), texts))
            .toList();
    return List.of(
        new Block.Heading(2, texts.get("recoding.title")),
        new Block.Table(texts.get("recoding.table"), columns, rows),
        new Block.Paragraph(texts.get("recoding.note")));
  }

  private static List<String> row(Recoding recoding, int scale, Texts texts) {
    boolean done = recoding.protectable();
    String not = texts.get("recoding.impossible");
    return List.of(
        words(recoding, texts),
        String.valueOf(recoding.cells()),
        String.valueOf(recoding.primaries()),
        done ? String.valueOf(recoding.secondaries()) : not,
        done ? BigDecimal.valueOf(recoding.hidden(), scale).toPlainString() : not,
        done ? String.valueOf(recoding.published()) : not);
  }

  /** The recoding in words, such as {@code region: A and B become A+B}. */
  private static String words(Recoding recoding, Texts texts) {
    String kind = recoding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return texts.get(
        "recoding." + kind,
        recoding.dimension(),
        String.join(", ", recoding.codes()),
        String.join(", ", new TreeSet<>(recoding.into().values())));
  }
}
