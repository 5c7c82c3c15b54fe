// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;

/** Estimates of an effect with their errors and intervals, a row each. */
final class EstimateTable {
  private EstimateTable() {}

  static Block.Table of(String outcome, List<List<String>> rows, Texts texts) {
    return new Block.Table(
        texts.get("report.effect.table", outcome),
        List.of(
            new Column(texts.get("report.estimand"), false),
            new Column(texts.get("report.value"), true),
            new Column(texts.get("report.se"), true),
            new Column(texts.get("report.lower"), true),
            new Column(texts.get("report.upper"), true)),
        rows);
  }
}
