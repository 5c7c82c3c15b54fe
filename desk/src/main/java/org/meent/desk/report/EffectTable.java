// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Standing;
import org.meent.disclosure.report.Block;

/** The estimates of a planned effect as a table, with what holds for its whole family. */
final class EffectTable {
  private final Texts texts;
  private final String outcome;

  EffectTable(Texts texts, String outcome) {
    this.texts = texts;
    this.outcome = outcome;
  }

  Block.Table of(List<Estimate> estimates) {
    boolean declared =
        estimates.stream().anyMatch(row -> !(row.standing() instanceof Standing.Alone));
    List<List<String>> rows = new ArrayList<>();
    for (Estimate row : estimates) {
      List<String> cells =
          new ArrayList<>(
              List.of(row.method(), row.estimand(), new EffectWords(texts).group(row.group())));
      cells.addAll(figures(row.result()));
      if (declared) {
        cells.add(family(row));
      }
      cells.add(Long.toString(row.evidence().treated()));
      cells.add(Long.toString(row.evidence().controls()));
      rows.add(cells);
    }
    return new Block.Table(texts.get("report.effect.table", outcome), columns(declared), rows);
  }

  private List<Block.Column> columns(boolean declared) {
    List<Block.Column> columns = new ArrayList<>();
    for (String key : List.of("method", "estimand", "group")) {
      columns.add(new Block.Column(texts.get("report." + key), false));
    }
    for (String key : List.of("value", "se", "lower", "upper")) {
      columns.add(new Block.Column(texts.get("report." + key), true));
    }
    if (declared) {
      columns.add(new Block.Column(texts.get("report.family.adjusted"), false));
    }
    columns.add(new Block.Column(texts.get("report.treated"), true));
    columns.add(new Block.Column(texts.get("report.controls"), true));
    return columns;
  }

  private List<String> figures(Estimate.Result result) {
    return switch (result) {
      case Estimate.Estimated figures ->
          List.of(
              Figures.amount(figures.value()),
              Figures.amount(figures.standardError()),
              Figures.amount(figures.lower()),
              Figures.amount(figures.upper()));
      case Estimate.Refused refused -> List.of(texts.get("report.refused"), "", "", "");
    };
  }

  private String family(Estimate row) {
    return switch (row.standing()) {
      case Standing.Alone() -> "";
      case Standing.Exploratory() -> texts.get("fit.family.exploratory");
      case Standing.Simultaneous(double lower, double upper) ->
          texts.get("report.family.ends", Figures.amount(lower), Figures.amount(upper));
      case Standing.Discovery(double p) -> "p = " + Figures.decimals(p, 3);
    };
  }
}
