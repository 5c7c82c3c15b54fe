// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.meent.linkage.design.CensoringWeights;
import org.meent.linkage.design.TrialRow;
import org.meent.linkage.design.TrialRows;

/** A deviation model that counts: the share that deviated, by arm, month, phase and covariates. */
final class SharesModel {
  private SharesModel() {}

  static CensoringWeights.Hazard learn(
      TrialRows rows, SequencedMap<String, ? extends Cohort.Column> covariates) {
    Map<List<Object>, long[]> cells = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      TrialRow row = rows.row(i);
      for (int month = row.from(); month < row.mayDeviateTo(); month++) {
        long[] counts = cells.computeIfAbsent(cell(rows, covariates, i, month), c -> new long[2]);
        counts[0]++;
        counts[1] += row.end() == TrialRow.End.DEVIATED && month == row.to() ? 1 : 0;
      }
    }
    return (i, month) -> {
      long[] counts = cells.getOrDefault(cell(rows, covariates, i, month), new long[] {1, 0});
      return (double) counts[1] / counts[0];
    };
  }

  private static List<Object> cell(
      TrialRows rows,
      SequencedMap<String, ? extends Cohort.Column> covariates,
      int row,
      int month) {
    List<Object> cell =
        new ArrayList<>(List.of(rows.row(row).arm(), month, rows.phase(row, month)));
    for (Cohort.Column column : covariates.values()) {
      switch (column) {
        case Cohort.Codes codes -> cell.add(codes.values().get(row));
        case Cohort.Numbers numbers -> cell.add(numbers.unscaled(row));
      }
    }
    return cell;
  }
}
