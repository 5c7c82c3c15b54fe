// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.EstimateTable;

/**
 * A released table of one field against the arms.
 *
 * @param cells figures by group and arm
 */
record ArmTable(SequencedMap<Likeness, Map<String, Cell>> cells) {

  /**
   * A cell.
   *
   * @param figure the count or the mean; empty where it was left out
   * @param units how many people it is of; empty where that was left out
   */
  record Cell(OptionalDouble figure, OptionalDouble units) {
    static final Cell NONE = new Cell(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** The table of counts in a sheet; empty if it is another kind of sheet. */
  static Optional<ArmTable> counts(ReleasedSheet sheet, Set<String> fields) {
    return sheet.columns().size() == 3
        ? read(sheet, fields, sheet.columns().get(2), sheet.columns().get(2))
        : Optional.empty();
  }

  /** The table of means of an outcome in a sheet; empty if it is another kind of sheet. */
  static Optional<ArmTable> means(ReleasedSheet sheet, Set<String> fields, String outcome) {
    List<String> columns = sheet.columns();
    boolean fits =
        columns.size() == 4
            && columns.get(2).equals("mean_" + outcome)
            && columns.get(3).equals("units");
    return fits ? read(sheet, fields, columns.get(2), columns.get(3)) : Optional.empty();
  }

  private static Optional<ArmTable> read(
      ReleasedSheet sheet, Set<String> fields, String figure, String units) {
    String first = sheet.columns().get(0);
    String second = sheet.columns().get(1);
    String field = first.equals(EstimateTable.ARM) ? second : first;
    boolean byArm = first.equals(EstimateTable.ARM) || second.equals(EstimateTable.ARM);
    if (!byArm || !fields.contains(field)) {
      return Optional.empty();
    }
    SequencedMap<Likeness, Map<String, Cell>> cells = new LinkedHashMap<>();
    for (int row = 0; row < sheet.rows().size(); row++) {
      String code = sheet.text(row, field);
      Likeness group = code.equals(Dimension.TOTAL) ? Likeness.EVERYBODY : Likeness.of(field, code);
      Cell cell = new Cell(sheet.figure(row, figure), sheet.figure(row, units));
      String arm = sheet.text(row, EstimateTable.ARM);
      if (cells.computeIfAbsent(group, g -> new LinkedHashMap<>()).put(arm, cell) != null) {
        throw ReleasedSheet.wrong(sheet.id(), row);
      }
    }
    return Optional.of(new ArmTable(cells));
  }

  Cell cell(Likeness group, String arm) {
    return cells.getOrDefault(group, Map.of()).getOrDefault(arm, Cell.NONE);
  }

  Cell total(Likeness group) {
    return cell(group, Dimension.TOTAL);
  }
}
