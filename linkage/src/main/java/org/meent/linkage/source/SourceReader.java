// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.TableWriter;
import org.meent.linkage.key.ClearIdentifiers;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Where;

/**
 * Reads the declared files of a source into a table: the key and the declared variables, of rows
 * whose key is right and which hold on a day that the study needs. A row of two persons is written
 * once for each. If a file is refused, the table is thrown away.
 */
final class SourceReader {
  /** Field of a table that holds the pseudonym as a whole number. */
  static final String KEY = "key";

  private final SourcePlan plan;
  private final RowKeys keys;
  private final RowTimes times;
  private final Map<String, Long> untimely = new TreeMap<>();
  private final ClearIdentifiers keyNumbers = new ClearIdentifiers();
  private final ClearIdentifiers[] codes;
  private long rows;

  SourceReader(SourcePlan plan, RowKeys keys, Periods periods) {
    this.plan = plan;
    this.keys = keys;
    this.times = new RowTimes(plan, periods);
    this.codes = new ClearIdentifiers[plan.variables().size()];
    Arrays.setAll(codes, i -> new ClearIdentifiers());
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
   * @param dated whether rows have a time
   * @param untimely rows with a right key that went no further, by what was wrong with their time;
   *     a row of two persons counts for each
   */
  record Counts(long rows, boolean dated, Map<String, Long> untimely) {}

  /** Reads the files; the writer is left open on success and discarded on failure. */
  Counts read(DeclaredFiles files, Door door, TableWriter writer) {
    boolean whole = false;
    try {
      files.each((row, cells, file) -> copy(row, cells, file, writer));
      checkValues(door);
      whole = true;
      return new Counts(rows, times.dated(), untimely);
    } finally {
      if (!whole) {
        writer.discard();
      }
    }
  }

  private void copy(DeclaredRows row, CellReader[] cells, String file, TableWriter writer) {
    rows++;
    look(row, cells);
    for (long key : keys.of(row, file, times.day(cells))) {
      Optional<String> loss = times.loss(cells);
      if (loss.isPresent()) {
        untimely.merge(loss.get(), 1L, Long::sum);
      } else {
        write(writer, key, cells);
      }
    }
  }

  /** Looks at what could be citizen service numbers. */
  private void look(DeclaredRows row, CellReader[] cells) {
    keyNumbers.see(row.key(plan.key().size() - 1));
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].isText() && !cells[i].isMissing()) {
        codes[i].see(cells[i].text());
      }
    }
  }

  private void checkValues(Door door) {
    Where where = Where.file(plan.paths());
    door.checkValues(keyNumbers, plan.key().getLast(), where);
    List<String> names = List.copyOf(plan.variables().sequencedKeySet());
    for (int i = 0; i < codes.length; i++) {
      door.checkValues(codes[i], names.get(i), where);
    }
  }

  private static void write(TableWriter writer, long key, CellReader[] cells) {
    writer.number(key);
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
