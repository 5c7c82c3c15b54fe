// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

/**
 * A field of a table.
 *
 * @param name its name
 * @param kind what it holds
 * @param scale digits after the decimal mark of a number: {@code value = unscaled / 10^scale}; 0
 *     for text and days
 */
public record Field(String name, Kind kind, int scale) {

  /**
   * Checks name and scale.
   *
   * @throws IllegalArgumentException if the name is empty or the scale does not fit the kind
   */
  public Field {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a field needs a name");
    }
    if (scale < 0 || scale > 18 || (kind != Kind.NUMBER && scale != 0)) {
      throw new IllegalArgumentException("field " + name + " cannot have scale " + scale);
    }
  }

  /** What a field holds. Any value may be missing. */
  public enum Kind {
    /** Text without a NUL character. */
    TEXT,
    /** An unscaled 64-bit integer. */
    NUMBER,
    /** A day, as the number of days since 1970-01-01. */
    DAY
  }

  /** A text field. */
  public static Field text(String name) {
    return new Field(name, Kind.TEXT, 0);
  }

  /** A field of whole numbers. */
  public static Field number(String name) {
    return new Field(name, Kind.NUMBER, 0);
  }

  /** A field of decimal numbers. */
  public static Field number(String name, int scale) {
    return new Field(name, Kind.NUMBER, scale);
  }

  /** A field of days. */
  public static Field day(String name) {
    return new Field(name, Kind.DAY, 0);
  }

  /** The same field under another name. */
  public Field named(String other) {
    return new Field(other, kind, scale);
  }
}
