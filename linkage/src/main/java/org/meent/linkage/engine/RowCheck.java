// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

/** Counts the values of a row that is being written, the same for all engines. */
public final class RowCheck {
  private final Schema schema;
  private int next;

  /** Starts before the first value of a row. */
  public RowCheck(Schema schema) {
    this.schema = schema;
  }

  /**
   * Takes note of a value.
   *
   * @throws IllegalArgumentException if the row is full or the kind differs
   */
  public void value(boolean text) {
    if (next == schema.fields().size()) {
      throw new IllegalArgumentException("the row has more values than fields");
    }
    if (text != (schema.fields().get(next).kind() == Field.Kind.TEXT)) {
      throw new IllegalArgumentException(
          "field " + schema.fields().get(next).name() + " cannot take this kind of value");
    }
    next++;
  }

  /**
   * Takes note of a missing value.
   *
   * @throws IllegalArgumentException if the row is full
   */
  public void missing() {
    if (next == schema.fields().size()) {
      throw new IllegalArgumentException("the row has more values than fields");
    }
    next++;
  }

  /**
   * Takes note of the end of a row.
   *
   * @throws IllegalArgumentException if values lack
   */
  public void end() {
    if (next != schema.fields().size()) {
      throw new IllegalArgumentException("the row lacks values");
    }
    next = 0;
  }
}
