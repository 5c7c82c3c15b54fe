// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.List;
import java.util.Optional;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The column of a magnitude table that holds its amounts.
 *
 * @param column name of the column
 * @param measure name of the measure, as the records have it
 * @param mean whether it holds means, not sums
 */
record AmountColumn(String column, String measure, boolean mean) {
  private static final List<String> WORDS = List.of("mean", "sum", "total");

  /** The column, if there is one. */
  static Optional<AmountColumn> find(Sheet sheet) {
    for (String column : sheet.columns()) {
      for (String word : WORDS) {
        boolean named = column.startsWith(word + "_");
        if (named || column.equals(word)) {
          String measure =
              sheet.free("measure", named ? column.substring(word.length() + 1) : "amount");
          return Optional.of(new AmountColumn(column, measure, word.equals("mean")));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The column.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is none
   */
  static AmountColumn of(Sheet sheet) {
    return find(sheet)
        .orElseThrow(
            () ->
                Refusal.badInput(
                        "disclosure.elsewhere.column",
                        Where.file(sheet.name()).atLine(1),
                        String.join(", ", WORDS))
                    .asException());
  }
}
