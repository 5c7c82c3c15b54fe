// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.output.GroupMean;

/** Writes what may leave of the rows of an output, as text. */
final class RowText {
  private final Protection protection;
  private final FigureFormat format;

  RowText(Protection protection, FigureFormat format) {
    this.protection = protection;
    this.format = format;
  }

  List<List<String>> of(Reading reading) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : reading.rows()) {
      boolean hidden = row.hidden(protection);
      rows.add(row.items().stream().map(item -> text(item, hidden)).toList());
    }
    return rows;
  }

  private String text(Item item, boolean hidden) {
    return switch (item) {
      case Item.Text text -> text.words();
      case Item.Empty empty -> "";
      case Item.Figure figure -> hidden ? Releasable.MARK : format.text(figure.value());
      case Item.Count count ->
          count.cells().stream().anyMatch(protection::hidesCount)
              ? Releasable.MARK
              : String.valueOf(count.value());
      case Item.Mean mean ->
          hidden || mean.cell().hidden(protection) ? Releasable.MARK : mean(mean.cell().mean());
    };
  }

  private String mean(GroupMean mean) {
    return format.mean(mean.cell().sum(), mean.scale(), mean.cell().units());
  }
}
