// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The subgroups that one column of the left file makes; records without a value are one too.
 *
 * @param column the column
 * @param values its values, ascending
 * @param ofRow per compared left record the number of its subgroup
 */
record Subgroups(String column, List<String> values, int[] ofRow) {
  /** More subgroups than this say nothing about any of them. */
  static final int MOST = 100;

  static List<Subgroups> of(LinkageJob job, CsvTable left) {
    List<Subgroups> all = new ArrayList<>();
    for (String column : job.asks().subgroups()) {
      int at = left.header().indexOf(column);
      if (at < 0 || column.equals(job.idColumn())) {
        throw Refusal.badInput(
                "linkage.match.no-column",
                Where.file(left.file()).in(column),
                String.join(", ", left.header()))
            .asException();
      }
      all.add(of(left.file(), column, left.columns().get(at)));
    }
    return all;
  }

  private static Subgroups of(String file, String column, CsvTable.CsvColumn codes) {
    if (codes.values().length > MOST) {
      throw Refusal.badInput(
              "linkage.match.many-subgroups",
              Where.file(file).in(column),
              MOST,
              codes.values().length)
          .asException();
    }
    List<String> values = Arrays.stream(codes.values()).sorted().toList();
    int[] rank = Arrays.stream(codes.values()).mapToInt(value -> values.indexOf(value)).toArray();
    int[] ofRow = Arrays.stream(codes.codes()).map(code -> rank[code]).toArray();
    return new Subgroups(column, values, ofRow);
  }

  /** The same for the rows that are compared. */
  Subgroups of(IdenticalRows rows) {
    return new Subgroups(column, values, rows.codes(ofRow));
  }
}
