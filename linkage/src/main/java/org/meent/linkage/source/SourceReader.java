// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.TableWriter;
import org.meent.linkage.key.KeyRule;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.LockedPath;
import org.meent.protocols.refusal.Where;

/**
 * Reads the declared files of a source into a table: the pseudonym and the declared variables, of
 * rows whose key identifies a person and which hold on a day that the study needs. A row of two
 * persons is written once for each. A file's SHA-256 is compared with the lock before and after it
 * is parsed; a file that changed in between is refused, and the table thrown away.
 */
final class SourceReader {
  /** Field of a table that holds the pseudonym as a whole number. */
  static final String KEY = "key";

  private final SourcePlan plan;
  private final RowPersons persons;
  private final RowTimes times;
  private final Map<String, Long> untimely = new TreeMap<>();
  private long rows;

  SourceReader(SourcePlan plan, KeyRule keys, Periods periods) {
    this.plan = plan;
    this.persons = new RowPersons(plan, keys);
    this.times = new RowTimes(plan, periods);
  }

  /** Name of the field that holds a declared variable. */
  static String field(String variable) {
    return "v:" + variable;
  }

  /** The table that {@link #read} fills. */
  static Schema schema(SourcePlan plan) {
    List<Field> fields = new ArrayList<>(List.of(Field.number(KEY)));
    plan.variables().forEach((name, variable) -> fields.add(field(name, variable)));
    return new Schema(fields);
  }

  private static Field field(String name, SourcePlan.Variable variable) {
    return switch (variable.type()) {
      case CODE -> Field.text(field(name));
      case INTEGER -> Field.number(field(name));
      case DECIMAL -> Field.number(field(name), variable.scale());
      case DATE -> Field.day(field(name));
    };
  }

  /**
   * Rows of a source.
   *
   * @param rows rows read, without headers
   * @param persons whom the rows are of, and who of them went no further
   * @param dated whether rows have a time
   * @param untimely rows with a right key that went no further, by what was wrong with their time;
   *     a row of two persons counts for each
   */
  record Counts(long rows, RowPersons persons, boolean dated, Map<String, Long> untimely) {}

  /** Reads the files; the writer is left open on success and discarded on failure. */
  Counts read(java.nio.file.Path studyFolder, TableWriter writer) {
    boolean whole = false;
    try {
      for (LockedPath file : plan.files()) {
        read(StudyFile.find(studyFolder, file.path()), file, writer);
      }
      whole = true;
      return new Counts(rows, persons, times.dated(), untimely);
    } finally {
      if (!whole) {
        writer.discard();
      }
    }
  }

  private void read(StudyFile file, LockedPath locked, TableWriter writer) {
    Where where = Where.file(file.name());
    StudyFile.Scanned scanned = file.scan();
    file.checkLock(scanned.sha256(), locked.lock());
    try (DeclaredRows found =
        locked.isText()
            ? CsvRows.open(file, scanned, plan, where)
            : TableRows.open(file, plan, where)) {
      copy(found, cells(where), writer);
    }
    file.checkLock(file.scan().sha256(), locked.lock());
  }

  private CellReader[] cells(Where where) {
    List<CellReader> cells = new ArrayList<>();
    plan.variables()
        .forEach(
            (name, variable) ->
                cells.add(
                    new CellReader(
                        name,
                        variable,
                        RowTimes.open(plan, name),
                        plan.format().decimal(),
                        where)));
    return cells.toArray(CellReader[]::new);
  }

  private void copy(DeclaredRows found, CellReader[] cells, TableWriter writer) {
    while (found.next()) {
      rows++;
      for (int i = 0; i < cells.length; i++) {
        found.read(i, cells[i]);
      }
      for (long pseudonym : persons.of(found)) {
        Optional<String> loss = times.loss(cells);
        if (loss.isPresent()) {
          untimely.merge(loss.get(), 1L, Long::sum);
        } else {
          write(writer, pseudonym, cells);
        }
      }
    }
  }

  private static void write(TableWriter writer, long pseudonym, CellReader[] cells) {
    writer.number(pseudonym);
    for (CellReader cell : cells) {
      if (cell.isMissing()) {
        writer.missing();
      } else if (cell.isText()) {
        writer.text(cell.text());
      } else {
        writer.number(cell.number());
      }
    }
    writer.endRow();
  }
}
