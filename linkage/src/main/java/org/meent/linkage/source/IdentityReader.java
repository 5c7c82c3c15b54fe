// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Function;
import org.meent.linkage.pairing.Identities;
import org.meent.protocols.PairingPlan;
import org.meent.protocols.PairingPlan.Field;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.LockedPath;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.SourcePlan.Variable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Reads what a linkage compares, and nothing else, of the same locked files; it never reaches a
 * table. Values are taken as they are written; a date of birth of a file that knows its own columns
 * must be a date there.
 */
final class IdentityReader {
  private final Path studyFolder;
  private final Door door;

  IdentityReader(Path studyFolder, Door door) {
    this.studyFolder = studyFolder;
    this.door = door;
  }

  /**
   * Reads identities.
   *
   * @param plan the source
   * @param columns column by the name under which it is compared
   * @param names whom or what a row is of; empty text for nobody
   */
  Identities read(
      SourcePlan plan, SequencedMap<String, Column> columns, Function<Row, String> names) {
    Identities identities = new Identities(List.copyOf(columns.sequencedKeySet()));
    List<String> distinct = columns.values().stream().map(Column::name).distinct().toList();
    int[] places = columns.values().stream().mapToInt(c -> distinct.indexOf(c.name())).toArray();
    SourcePlan seen = plan.withVariables(variables(plan, columns));
    new DeclaredFiles(studyFolder, seen, door)
        .each(
            (row, cells, file) -> {
              String name = names.apply(new Row(row, file));
              if (!name.isEmpty()) {
                List<String> values = new ArrayList<>();
                for (int place : places) {
                  values.add(text(cells[place]));
                }
                identities.add(name, values);
              }
            });
    if (identities.contradictions() > 0) {
      throw Refusal.badInput(
              "linkage.pairing.contradiction",
              Where.file(plan.paths()),
              identities.contradictions())
          .asException();
    }
    return identities;
  }

  /**
   * A row and where it stands.
   *
   * @param cells the row
   * @param file its file
   */
  record Row(DeclaredRows cells, String file) {
    /** The one person of the row; empty text for nobody. */
    String person(RowPersons persons) {
      List<Long> found = persons.of(cells, file, OptionalLong.empty());
      return found.isEmpty() ? "" : Long.toString(found.getFirst());
    }
  }

  /**
   * A column that is compared.
   *
   * @param name its name in the file
   * @param date whether it holds a day
   */
  record Column(String name, boolean date) {}

  /** The fields of a plan, of the base source or of the linked one. */
  static SequencedMap<String, Column> fields(PairingPlan plan, Function<Field, String> side) {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    plan.fields()
        .forEach(
            (name, field) ->
                columns.put(
                    name,
                    new Column(side.apply(field), field.kind() == PairingPlan.Kind.DATE_OF_BIRTH)));
    return columns;
  }

  private static SequencedMap<String, Variable> variables(
      SourcePlan plan, SequencedMap<String, Column> columns) {
    boolean text = plan.files().stream().allMatch(LockedPath::isText);
    SequencedMap<String, Variable> variables = new LinkedHashMap<>();
    columns
        .values()
        .forEach(
            column -> {
              Type type = column.date() && !text ? Type.DATE : Type.CODE;
              Variable declared = plan.variables().get(column.name());
              List<String> missing = declared == null ? List.of() : declared.missing();
              variables.put(column.name(), new Variable(type, 0, missing, "", ""));
            });
    return variables;
  }

  private static String text(CellReader cell) {
    if (cell.isMissing()) {
      return "";
    }
    return cell.isText() ? cell.text() : LocalDate.ofEpochDay(cell.number()).toString();
  }
}
