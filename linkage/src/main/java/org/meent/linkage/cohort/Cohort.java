// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.linkage.flow.Flow;

/**
 * The analysis cohort: one row for each unit (a person, or a person at the start of a trial), in
 * ascending order of pseudonym, so that the order of the input files does not matter. Pseudonyms
 * themselves are not in it.
 *
 * @param units whom the rows speak of
 * @param arms arm of each unit, by name
 * @param closed the arms that were not open to each unit on its index date
 * @param weights what each row counts for, where rows were given up because people did not keep to
 *     their arm; empty if every row counts for itself
 * @param columns columns by name, in the order of the protocol: the covariates, the outcomes, then
 *     how people left
 * @param switching who did something else than the arm says, by arm and month
 * @param keptAndLost how those who are in the cohort differ from those who got lost
 * @param flows the flow of every source and of the cohort
 * @param groupFlows where everybody of the population ended, by each subgroup
 * @param lineage where the arm, each column and the weight come from, in that order
 */
public record Cohort(
    Units units,
    List<String> arms,
    List<Set<String>> closed,
    List<Double> weights,
    SequencedMap<String, Column> columns,
    Switching switching,
    KeptAndLost keptAndLost,
    List<Flow> flows,
    List<GroupFlow> groupFlows,
    List<Lineage> lineage) {

  /** Copies and checks the lengths. */
  public Cohort {
    arms = List.copyOf(arms);
    closed = List.copyOf(closed);
    weights = List.copyOf(weights);
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    flows = List.copyOf(flows);
    groupFlows = List.copyOf(groupFlows);
    lineage = List.copyOf(lineage);
    for (Column column : columns.values()) {
      if (column.size() != units.size()) {
        throw new IllegalArgumentException("a column has not as many values as there are units");
      }
    }
    if (arms.size() != units.size() || closed.size() != units.size()) {
      throw new IllegalArgumentException("there are not as many arms as units");
    }
    if (!weights.isEmpty() && weights.size() != units.size()) {
      throw new IllegalArgumentException("there are not as many weights as units");
    }
  }

  /** A cohort in which every arm is open to everybody, without weights, subgroups and lineage. */
  public Cohort(
      Units units, List<String> arms, SequencedMap<String, Column> columns, List<Flow> flows) {
    this(
        units,
        arms,
        Collections.nCopies(units.size(), Set.of()),
        List.of(),
        columns,
        Switching.NONE,
        KeptAndLost.NONE,
        flows,
        List.of(),
        List.of());
  }

  /** What a row counts for. */
  public double weight(int row) {
    return weights.isEmpty() ? 1 : weights.get(row);
  }

  /** Number of rows. */
  public int rows() {
    return units.size();
  }

  /** Number of persons; each has at least one row. */
  public int persons() {
    return units.persons();
  }

  /** Shows its shape, never a value. */
  @Override
  public String toString() {
    return "cohort of " + units + " with columns " + columns.sequencedKeySet();
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

    /** Whether the value of a unit is unknown. */
    boolean isMissing(int unit);
  }

  /**
   * Codes, as text; an empty text is unknown.
   *
   * @param values one per unit
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
    public boolean isMissing(int unit) {
      return values.get(unit).isEmpty();
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
    public boolean isMissing(int unit) {
      return missing[unit];
    }

    /** The unscaled integer of a unit; 0 where unknown. */
    public long unscaled(int unit) {
      return unscaled[unit];
    }

    /** Digits after the decimal mark. */
    public int scale() {
      return scale;
    }

    /** The value as a double; NaN where unknown. */
    public double value(int unit) {
      return missing[unit]
          ? Double.NaN
          : new java.math.BigDecimal(java.math.BigInteger.valueOf(unscaled[unit]), scale)
              .doubleValue();
    }
  }
}
