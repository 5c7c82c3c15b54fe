// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.models.measurement.ErrorGrid;
import org.meent.models.measurement.MeasurementAnswer;
import org.meent.models.measurement.MeasurementCheck;
import org.meent.models.measurement.RaterCheck;

/** What errors of measurement would do to an effect, in words and a table of rates. */
final class MeasurementSection {
  private final Texts texts;

  MeasurementSection(Texts texts) {
    this.texts = texts;
  }

  List<Block> blocks(MeasurementAnswer answer) {
    List<Block> blocks = new ArrayList<>();
    answer.checks().forEach(check -> blocks.add(check(check)));
    for (ErrorGrid grid : answer.grids()) {
      blocks.add(new Block.Paragraph(sentence(grid)));
      blocks.add(table(grid));
    }
    answer.rater().ifPresent(rater -> blocks.add(rater(rater)));
    return blocks;
  }

  private Block check(MeasurementCheck check) {
    List<String> assumed =
        check.assumed().stream()
            .map(one -> one.covariate() + " " + Figures.decimals(one.share(), 2))
            .toList();
    return new Block.Paragraph(
        texts.get(
            check.fragile() ? "further.fragile" : "further.sound",
            FitCard.number(check.with().value()),
            FitCard.number(check.without().value()),
            FitCard.number(check.corrected()),
            String.join(", ", assumed)));
  }

  private String sentence(ErrorGrid grid) {
    OptionalDouble at = grid.turnsAt();
    return at.isPresent()
        ? texts.get(
            grid.fragile() ? "further.grid.fragile" : "further.grid.turns",
            grid.subject(),
            Figures.decimals(at.getAsDouble(), 2))
        : texts.get("further.grid.never", grid.subject());
  }

  private Block.Table table(ErrorGrid grid) {
    List<List<String>> rows = new ArrayList<>();
    for (ErrorGrid.Cell cell : grid.cells()) {
      String whom = texts.get("further.grid.whom." + cell.whom().name().toLowerCase(Locale.ROOT));
      List<String> row =
          new ArrayList<>(
              List.of(
                  whom,
                  Figures.decimals(cell.falsePositive(), 2),
                  Figures.decimals(cell.falseNegative(), 2)));
      if (cell.possible()) {
        row.addAll(
            List.of(
                FitCard.number(cell.effect().value()),
                FitCard.number(cell.effect().lower()),
                FitCard.number(cell.effect().upper()),
                texts.get(
                    grid.recorded().contradicts(cell.effect())
                        ? "further.grid.yes"
                        : "further.grid.no")));
      } else {
        row.addAll(List.of("", "", "", texts.get("further.grid.impossible")));
      }
      rows.add(row);
    }
    return new Block.Table(
        texts.get("further.grid.table", grid.subject()),
        List.of(
            new Column(texts.get("further.grid.whom"), false),
            new Column(texts.get("further.grid.false-yes"), true),
            new Column(texts.get("further.grid.false-no"), true),
            new Column(texts.get("report.value"), true),
            new Column(texts.get("report.lower"), true),
            new Column(texts.get("report.upper"), true),
            new Column(texts.get("further.grid.turns.heading"), false)),
        rows);
  }

  private Block rater(RaterCheck check) {
    return new Block.Paragraph(
        texts.get(
            check.fragile() ? "further.rater.fragile" : "further.rater.sound",
            check.raters(),
            FitCard.number(check.within().lower()),
            FitCard.number(check.within().upper())));
  }
}
