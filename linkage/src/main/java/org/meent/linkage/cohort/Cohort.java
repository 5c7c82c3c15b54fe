// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.linkage.flow.Flow;

/**
 * The analysis cohort: one row per person, in ascending order of pseudonym, so that the order of
 * the input files does not matter. Pseudonyms themselves are not in it.
 *
 * @param persons number of persons
 * @param arms arm of each person, by name
 * @param columns columns by name, in the order of the protocol: the covariates, then the outcome
 * @param flows the flow of every source and of the cohort
 * @param lineage where the arm and each column come from, the arm first
 */
public record Cohort(
    int persons,
    List<String> arms,
    SequencedMap<String, Column> columns,
    List<Flow> flows,
    List<Lineage> lineage) {

  /** Copies and checks the lengths. */
  public Cohort {
    arms = List.copyOf(arms);
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    flows = List.copyOf(flows);
    lineage = List.copyOf(lineage);
    for (Column column : columns.values()) {
      if (column.size() != persons) {
        throw new IllegalArgumentException("a column has not as many values as there are persons");
      }
    }
    if (arms.size() != persons) {
      throw new IllegalArgumentException("there are not as many arms as persons");
    }
  }

  /** A cohort whose lineage is not told, such as one made by hand. */
  public Cohort(
      int persons, List<String> arms, SequencedMap<String, Column> columns, List<Flow> flows) {
    this(persons, arms, columns, flows, List.of());
  }

  /** Shows its shape, never a value. */
  @Override
  public String toString() {
    return "cohort of " + persons + " persons with columns " + columns.sequencedKeySet();
  }

  /**
   * A column by name.
   *
   * @throws IllegalArgumentException if the cohort has none of that name
   */
  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("the cohort has no column " + name);
    }
    return column;
  }

  /** A column of the cohort. */
  public sealed interface Column {
    /** Number of values. */
    int size();

    /** Whether the value of a person is unknown. */
    boolean isMissing(int person);
  }

  /**
   * Codes, as text; an empty text is unknown.
   *
   * @param values one per person
   */
  public record Codes(List<String> values) implements Column {
    /** Copies the values. */
    public Codes {
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public boolean isMissing(int person) {
      return values.get(person).isEmpty();
    }
  }

  /**
   * Exact numbers: unscaled integers with a common scale. A day is the number of days since
   * 1970-01-01, with scale 0.
   */
  public static final class Numbers implements Column {
    private final long[] unscaled;
    private final boolean[] missing;
    private final int scale;

    /** Copies the values: {@code value = unscaled / 10^scale}. */
    public Numbers(long[] unscaled, boolean[] missing, int scale) {
      if (unscaled.length != missing.length) {
        throw new IllegalArgumentException("values and missing marks differ in length");
      }
      this.unscaled = unscaled.clone();
      this.missing = missing.clone();
      this.scale = scale;
    }

    @Override
    public int size() {
      return unscaled.length;
    }

    @Override
    public boolean isMissing(int person) {
      return missing[person];
    }

    /** The unscaled integer of a person; 0 where unknown. */
    public long unscaled(int person) {
      return unscaled[person];
    }

    /** Digits after the decimal mark. */
    public int scale() {
      return scale;
    }

    /** The value as a double; NaN where unknown. */
    public double value(int person) {
      return missing[person]
          ? Double.NaN
          : new java.math.BigDecimal(java.math.BigInteger.valueOf(unscaled[person]), scale)
              .doubleValue();
    }
  }
}
