// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meent.linkage.format.ValueType;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.Timing.Spell;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Reads the cells of one declared variable, one after the other: as unknown where a declared code
 * says so, as the last day of all where a spell is open, otherwise as the declared type. Nothing is
 * rounded: a number of a binary file is the decimal that it stands for, or a fault.
 */
final class CellReader {
  /** The end of a spell that has not ended: 9999-12-31. */
  static final long OPEN = LocalDate.of(9999, 12, 31).toEpochDay();

  private static final double LARGEST = 1L << 53;
  private static final long SECONDS = 86_400;

  private final String name;
  private final SourcePlan.Variable variable;
  private final Where where;
  private final CellParser parser;
  private final Set<String> unknownTexts;
  private final Set<Long> unknownNumbers = new HashSet<>();
  private final Set<String> open;

  private boolean missing;
  private String text = "";
  private long number;

  /**
   * A reader of one variable.
   *
   * @param open texts that mean "not ended yet"; none unless it is the end of a spell
   * @param mark decimal mark of numbers written as text
   */
  CellReader(String name, SourcePlan.Variable variable, List<String> open, char mark, Where where) {
    this.name = name;
    this.variable = variable;
    this.where = where;
    this.parser = new CellParser(mark);
    this.unknownTexts = Set.copyOf(variable.missing());
    this.open = Set.copyOf(open);
    if (variable.type() == Type.INTEGER || variable.type() == Type.DECIMAL) {
      CellParser point = new CellParser('.');
      for (String code : variable.missing()) {
        if (!code.isEmpty() && point.parse(code, variable) == CellParser.Fault.NONE) {
          unknownNumbers.add(point.value());
        }
      }
    }
  }

  boolean isMissing() {
    return missing;
  }

  boolean isText() {
    return variable.type() == Type.CODE;
  }

  String text() {
    return text;
  }

  /** The unscaled integer, or days since 1970-01-01. */
  long number() {
    return number;
  }

  /** The cell is empty. */
  void empty() {
    if (open.contains(Spell.BLANK)) {
      known(OPEN);
    } else {
      missing = true;
    }
  }

  /** The cell holds text. */
  void read(CharSequence cell, long line) {
    if (cell.isEmpty()) {
      empty();
    } else if (isText()) {
      text = cell.toString();
      missing = unknownTexts.contains(text);
    } else if (!isCode(cell)) {
      CellParser.Fault fault = parser.parse(cell, variable);
      if (fault != CellParser.Fault.NONE) {
        throw refused(fault, line);
      }
      known(parser.value());
    }
  }

  /** The cell holds a number, day or time of a binary file; never a missing one. */
  void read(double value, ValueType type, long line) {
    switch (variable.type()) {
      case CODE -> read(Long.toString(whole(value, line, CellParser.Fault.INTEGER)), line);
      case INTEGER -> known(whole(value, line, CellParser.Fault.INTEGER));
      case DECIMAL -> known(scaled(value, line));
      case DATE -> day(value, type, line);
    }
  }

  /** Whether the text is one of the declared codes; then the value is set. */
  private boolean isCode(CharSequence cell) {
    if (unknownTexts.isEmpty() && open.isEmpty()) {
      return false;
    }
    String code = cell.toString();
    if (open.contains(code)) {
      known(OPEN);
      return true;
    }
    missing = unknownTexts.contains(code);
    return missing;
  }

  private void known(long value) {
    number = value;
    missing = unknownNumbers.contains(value);
  }

  private long whole(double value, long line, CellParser.Fault otherwise) {
    long nearest = (long) value;
    if (nearest != value || Math.abs(value) > LARGEST) {
      throw refused(otherwise, line);
    }
    return nearest;
  }

  /** The decimal of the declared scale whose nearest double the value is. */
  private long scaled(double value, long line) {
    double power = 1;
    for (int i = 0; i < variable.scale(); i++) {
      power *= 10;
    }
    double unscaled = StrictMath.rint(value * power);
    if (Math.abs(unscaled) > LARGEST) {
      throw refused(CellParser.Fault.RANGE, line);
    }
    if (unscaled / power != value) {
      throw refused(CellParser.Fault.SCALE, line);
    }
    return (long) unscaled;
  }

  private void day(double value, ValueType type, long line) {
    long whole = whole(value, line, CellParser.Fault.DATE);
    switch (type) {
      case DATE -> known(whole);
      case DATETIME -> {
        if (Math.floorMod(whole, SECONDS) != 0) {
          throw refused(CellParser.Fault.DATE, line);
        }
        known(Math.floorDiv(whole, SECONDS));
      }
      case NUMBER, TEXT -> read(Long.toString(whole), line);
      case TIME -> throw refused(CellParser.Fault.DATE, line);
    }
  }

  private RefusalException refused(CellParser.Fault fault, long line) {
    return Refusal.badInput(fault.code(), where.atLine(line).in(name), variable.scale())
        .asException();
  }
}
