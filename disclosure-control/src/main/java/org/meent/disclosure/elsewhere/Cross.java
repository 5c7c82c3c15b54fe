// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.meent.disclosure.output.Dimension;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The cells of a sheet by one or two columns of codes, totals among them; with one column the other
 * side of the table is everybody.
 */
final class Cross {
  private static final Set<String> TOTALS = Set.of("Total", "total", "Totaal", "All");
  private static final String EVERYBODY = "everybody";

  private final Sheet sheet;
  private final Dimension rows;
  private final Dimension columns;
  private final boolean single;
  private final Map<List<String>, Integer> places = new HashMap<>();

  /**
   * Finds the cells.
   *
   * @param codes the columns of codes
   * @throws org.meent.protocols.refusal.RefusalException if there is none or more than two, or a
   *     cell is there twice
   */
  Cross(Sheet sheet, List<String> codes) {
    if (codes.isEmpty() || codes.size() > 2) {
      throw Refusal.badInput(
              "disclosure.elsewhere.dimensions",
              Where.file(sheet.name()).atLine(1),
              codes.size(),
              String.join(", ", codes))
          .asException();
    }
    this.sheet = sheet;
    single = codes.size() == 1;
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>(single ? List.of("all") : List.of());
    for (int row = 0; row < sheet.rows().size(); row++) {
      String a = code(row, codes.getFirst(), first);
      String b = single ? Dimension.TOTAL : code(row, codes.getLast(), second);
      if (places.put(List.of(a, b), row) != null) {
        throw sheet.refuse("disclosure.elsewhere.cell-twice", row, codes.getFirst());
      }
    }
    if (first.isEmpty() || second.isEmpty()) {
      throw Refusal.badInput("disclosure.elsewhere.only-totals", Where.file(sheet.name()))
          .asException();
    }
    rows = new Dimension(codes.getFirst(), codes.getFirst(), first);
    columns =
        single
            ? new Dimension(EVERYBODY, EVERYBODY, second)
            : new Dimension(codes.getLast(), codes.getLast(), second);
  }

  /** Whether a code stands for everybody. */
  static boolean isTotal(String code) {
    return TOTALS.contains(code);
  }

  private String code(int row, String column, List<String> seen) {
    String code = sheet.text(row, column).strip();
    if (isTotal(code)) {
      return Dimension.TOTAL;
    }
    String known = code.equals("NA") || code.equals(Dimension.UNKNOWN) ? "" : code;
    if (!seen.contains(known)) {
      seen.add(known);
    }
    return known;
  }

  Dimension rows() {
    return rows;
  }

  Dimension columns() {
    return columns;
  }

  /** The row of the sheet that shows a cell, totals last; empty if none does. */
  OptionalInt place(int i, int j) {
    Integer place = places.get(List.of(at(rows, i), single ? Dimension.TOTAL : at(columns, j)));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The texts that name a cell where it is shown. */
  List<String> codes(int i, int j) {
    return List.of(shown(at(rows, i)), shown(at(columns, j)));
  }

  /** Whether a table of one variable shows its cells only as totals of everybody. */
  boolean single() {
    return single;
  }

  /** Which code each record has; empty where a record's code is in no cell. */
  static OptionalInt index(Dimension dimension, String code) {
    int at = dimension.categories().indexOf(code.equals("NA") ? "" : code);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  private static String at(Dimension dimension, int index) {
    return index == dimension.categories().size()
        ? Dimension.TOTAL
        : dimension.categories().get(index);
  }

  private static String shown(String code) {
    return code.isEmpty() ? Dimension.UNKNOWN : code;
  }
}
