// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.TableWriter;
import org.meent.linkage.key.KeyFault;
import org.meent.linkage.key.KeyRule;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Reads one declared file into a table: the pseudonym and the declared variables, of rows whose key
 * identifies a person. The file is read twice: first only to compare its SHA-256 with the lock,
 * then to parse it, hashing the very bytes that are parsed; a file that changed in between is
 * refused, and its table thrown away.
 */
final class SourceReader {
  /** Field of a table that holds the pseudonym as a whole number. */
  static final String KEY = "key";

  private final SourcePlan plan;
  private final StudyFile file;
  private final KeyRule keys;
  private final Where where;
  private final CellParser parser;
  private final List<SourcePlan.Variable> variables;
  private final List<String> names;
  private final Cell cell = new Cell();
  private final long[] numbers;
  private final String[] texts;
  private final boolean[] missing;

  SourceReader(SourcePlan plan, StudyFile file, KeyRule keys) {
    this.plan = plan;
    this.file = file;
    this.keys = keys;
    this.where = Where.file(file.name());
    this.parser = new CellParser(plan.format().decimal());
    this.variables = List.copyOf(plan.variables().sequencedValues());
    this.names = List.copyOf(plan.variables().sequencedKeySet());
    this.numbers = new long[variables.size()];
    this.texts = new String[variables.size()];
    this.missing = new boolean[variables.size()];
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
   * Rows of a file.
   *
   * @param rows rows read, without the header
   * @param faults rows that went no further, by what was wrong with their key
   */
  record Counts(long rows, Map<KeyFault, Long> faults) {}

  /** Reads the file; the writer is left open on success and discarded on failure. */
  Counts read(TableWriter writer) {
    boolean whole = false;
    try {
      SourceText text = new SourceText(plan, where);
      StudyFile.Scanned scanned = file.scan();
      file.checkLock(scanned.sha256(), plan.lock());
      text.checkCharset(scanned);
      Counts counts = parse(text, writer);
      whole = true;
      return counts;
    } finally {
      if (!whole) {
        writer.discard();
      }
    }
  }

  private Counts parse(SourceText text, TableWriter writer) {
    MessageDigest digest = StudyFile.sha256();
    Counts counts;
    try (InputStream in = new DigestInputStream(file.open(), digest)) {
      counts = rows(text.open(in), writer);
      if (in.read() >= 0) {
        throw new IllegalStateException("the text ended before the file");
      }
    } catch (IOException e) {
      throw Refusal.badInput("linkage.source.unreadable", where).asException();
    }
    file.checkLock(StudyFile.hex(digest), plan.lock());
    return counts;
  }

  private Counts rows(CsvReader csv, TableWriter writer) {
    if (!csv.next()) {
      throw Refusal.badInput("linkage.text.empty", where).asException();
    }
    Header header = Header.of(csv, plan, where);
    Map<KeyFault, Long> faults = new EnumMap<>(KeyFault.class);
    long rows = 0;
    while (csv.next()) {
      rows++;
      header.checkWidth(csv, where);
      readCells(csv, header);
      Cell set = csv.cell(header.set(), new Cell());
      Cell number = csv.cell(header.number(), cell);
      Optional<KeyFault> fault = keys.fault(set, number);
      if (fault.isPresent()) {
        faults.merge(fault.get(), 1L, Long::sum);
      } else {
        write(writer, keys.pseudonym(set, number));
      }
    }
    return new Counts(rows, faults);
  }

  private void readCells(CsvReader csv, Header header) {
    for (int i = 0; i < numbers.length; i++) {
      Cell value = csv.cell(header.variables()[i], cell);
      missing[i] = value.isEmpty();
      if (missing[i]) {
        continue;
      }
      SourcePlan.Variable variable = variables.get(i);
      if (variable.type() == SourcePlan.Type.CODE) {
        texts[i] = value.text();
      } else {
        CellParser.Fault fault = parser.parse(value, variable);
        if (fault != CellParser.Fault.NONE) {
          throw Refusal.badInput(
                  fault.code(), where.atLine(csv.line()).in(names.get(i)), variable.scale())
              .asException();
        }
        numbers[i] = parser.value();
      }
    }
  }

  private void write(TableWriter writer, long pseudonym) {
    writer.number(pseudonym);
    for (int i = 0; i < numbers.length; i++) {
      if (missing[i]) {
        writer.missing();
      } else if (variables.get(i).type() == SourcePlan.Type.CODE) {
        writer.text(texts[i]);
      } else {
        writer.number(numbers[i]);
      }
    }
    writer.endRow();
  }
}
