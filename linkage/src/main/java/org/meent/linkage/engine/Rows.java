// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows in a total order, by column. It shows its shape, never a value.
 *
 * <p>Not thread-safe while it is built; afterwards it does not change.
 */
public final class Rows {
  private final Schema schema;
  private final int size;
  private final long[][] numbers;
  private final String[][] texts;
  private final BitSet[] missing;

  private Rows(Builder builder) {
    this.schema = builder.schema;
    this.size = builder.size;
    this.numbers = builder.numbers;
    this.texts = builder.texts;
    this.missing = builder.missing;
  }

  /** The fields. */
  public Schema schema() {
    return schema;
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Whether a value is missing. */
  public boolean isMissing(int row, int field) {
    return missing[field].get(row);
  }

  /** A number or day; 0 where missing. */
  public long number(int row, int field) {
    return numbers[field][row];
  }

  /** A text; empty where missing. */
  public String text(int row, int field) {
    return texts[field][row];
  }

  @Override
  public String toString() {
    return size + " rows of " + schema.names();
  }

  /** Collects rows from left to right, one after the other. */
  public static final class Builder {
    private final Schema schema;
    private int size;
    private final long[][] numbers;
    private final String[][] texts;
    private final BitSet[] missing;

    /** Starts without rows. */
    public Builder(Schema schema) {
      int width = schema.fields().size();
      this.schema = schema;
      this.numbers = new long[width][];
      this.texts = new String[width][];
      this.missing = new BitSet[width];
      for (int i = 0; i < width; i++) {
        boolean text = schema.fields().get(i).kind() == Field.Kind.TEXT;
        numbers[i] = new long[text ? 0 : 16];
        texts[i] = new String[text ? 16 : 0];
        missing[i] = new BitSet();
      }
    }

    /** Sets a number or day of the present row. */
    public void number(int field, long value) {
      if (size == numbers[field].length) {
        numbers[field] = Arrays.copyOf(numbers[field], grown());
      }
      numbers[field][size] = value;
    }

    /** Sets a text of the present row; null for missing. */
    public void text(int field, @Nullable String value) {
      if (size == texts[field].length) {
        texts[field] = Arrays.copyOf(texts[field], grown());
      }
      texts[field][size] = value == null ? "" : value;
      if (value == null) {
        missing[field].set(size);
      }
    }

    /** Sets a value of the present row to missing. */
    public void missing(int field) {
      if (schema.fields().get(field).kind() == Field.Kind.TEXT) {
        text(field, null);
      } else {
        number(field, 0);
        missing[field].set(size);
      }
    }

    /** Ends the present row. */
    public void endRow() {
      size++;
    }

    /** The rows. */
    public Rows build() {
      return new Rows(this);
    }

    private int grown() {
      return Math.addExact(size, Math.max(16, size >> 1));
    }
  }
}
