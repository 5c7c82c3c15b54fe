// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.meent.disclosure.gate.Releasable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A table that passed the gate, as text: what {@link Releasable} wrote, read back.
 *
 * @param id id of the output in the protocol
 * @param population whom it speaks of, in one line
 * @param columns headings
 * @param rows cells, each row as long as the columns
 */
public record ReleasedSheet(
    String id, String population, List<String> columns, List<List<String>> rows) {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?([eE][+-]?[0-9]{1,2})?");

  /**
   * Copies and checks.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a heading stands there twice or a row
   *     is not as long as the headings
   */
  public ReleasedSheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    if (new HashSet<>(columns).size() != columns.size()) {
      throw Refusal.badInput("models.described.sheet", Where.file(id).atLine(1)).asException();
    }
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).size() != columns.size()) {
        throw wrong(id, row);
      }
    }
  }

  String text(int row, String column) {
    return rows.get(row).get(columns.indexOf(column));
  }

  /**
   * A figure; empty where it was left out or there can be none.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the cell is neither a number, nor
   *     empty, nor the mark
   */
  OptionalDouble figure(int row, String column) {
    String cell = text(row, column);
    if (cell.isEmpty() || cell.equals(Releasable.MARK)) {
      return OptionalDouble.empty();
    }
    if (!NUMBER.matcher(cell).matches()) {
      throw wrong(id, row);
    }
    return OptionalDouble.of(Double.parseDouble(cell));
  }

  /** The refusal for a row that no released table has. */
  static RuntimeException wrong(String id, int row) {
    return Refusal.badInput("models.described.sheet", Where.file(id).atLine(row + 2L))
        .asException();
  }
}
