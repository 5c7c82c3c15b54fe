// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Units with their codes and numbers, one row per unit, as texts by column. A missing value is
 * empty, {@code .} or {@code NA}. No method shows a value by {@code toString}.
 */
public final class Sample {
  private static final Set<String> MISSING = Set.of("", ".", "NA", "NaN");
  private static final String NUMBER = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?";
  private static final int MOST_DECIMALS = 8;

  private final int size;
  private final SortedMap<String, List<String>> columns;
  private final Map<String, double[]> numbers = new HashMap<>();

  private Sample(int size, SortedMap<String, List<String>> columns) {
    this.size = size;
    this.columns = Collections.unmodifiableSortedMap(columns);
  }

  /**
   * Units by column.
   *
   * @throws IllegalArgumentException if columns differ in length
   */
  public static Sample of(int size, Map<String, List<String>> columns) {
    if (columns.values().stream().anyMatch(column -> column.size() != size)) {
      throw new IllegalArgumentException("columns of a sample differ in length");
    }
    return new Sample(size, new TreeMap<>(columns));
  }

  /** Number of units. */
  public int size() {
    return size;
  }

  /** Whether there is such a column. */
  public boolean has(String variable) {
    return columns.containsKey(variable);
  }

  private List<String> column(String variable) {
    List<String> column = columns.get(variable);
    if (column == null) {
      throw Refusal.badInput("disclosure.csv.no-column", Where.field(variable), variable)
          .asException();
    }
    return column;
  }

  /** The code of a unit; empty where it is missing. */
  public String code(String variable, int unit) {
    String code = column(variable).get(unit).strip();
    return MISSING.contains(code) ? "" : code;
  }

  /** The codes that occur: as numbers where all are, otherwise as texts. */
  public List<String> codes(String variable) {
    TreeSet<String> codes = new TreeSet<>();
    for (int unit = 0; unit < size; unit++) {
      codes.add(code(variable, unit));
    }
    codes.remove("");
    List<String> sorted = new ArrayList<>(codes);
    if (sorted.stream().allMatch(code -> code.matches(NUMBER))) {
      sorted.sort(
          java.util.Comparator.comparingDouble(Double::parseDouble)
              .thenComparing(java.util.Comparator.naturalOrder()));
    }
    return sorted;
  }

  /** Units with a code. */
  public long count(String variable, String code) {
    long count = 0;
    for (int unit = 0; unit < size; unit++) {
      count += code(variable, unit).equals(code) ? 1 : 0;
    }
    return count;
  }

  /**
   * The number of a unit; NaN where it is missing.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the column holds something else
   */
  public double number(String variable, int unit) {
    return numbers.computeIfAbsent(variable, this::parsed)[unit];
  }

  private double[] parsed(String variable) {
    List<String> texts = column(variable);
    double[] parsed = new double[size];
    for (int unit = 0; unit < size; unit++) {
      String text = texts.get(unit).strip();
      if (MISSING.contains(text)) {
        parsed[unit] = Double.NaN;
      } else if (text.matches(NUMBER)) {
        parsed[unit] = Double.parseDouble(text);
      } else {
        throw Refusal.badInput(
                "disclosure.csv.number", Where.field(variable).atLine(unit + 2L), MOST_DECIMALS)
            .asException();
      }
    }
    return parsed;
  }

  /** Whether every value of a column is a number or missing. */
  public boolean numeric(String variable) {
    return has(variable)
        && column(variable).stream()
            .map(String::strip)
            .allMatch(text -> MISSING.contains(text) || text.matches(NUMBER));
  }

  /** The most decimals of a column of numbers. */
  public int scale(String variable) {
    int scale = 0;
    for (String text : column(variable)) {
      int point = text.indexOf('.');
      scale =
          Math.max(scale, point < 0 ? 0 : text.strip().length() - 1 - text.strip().indexOf('.'));
    }
    return Math.min(scale, MOST_DECIMALS);
  }

  /** Whether a unit is in a group. */
  public boolean in(SortedMap<String, String> group, int unit) {
    for (Map.Entry<String, String> entry : group.entrySet()) {
      if (!code(entry.getKey(), unit).equals(entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** The numbers of a group that are known, in ascending order. */
  public double[] values(String variable, SortedMap<String, String> group) {
    double[] values = new double[size];
    int found = 0;
    for (int unit = 0; unit < size; unit++) {
      double value = number(variable, unit);
      if (!Double.isNaN(value) && in(group, unit)) {
        values[found++] = value;
      }
    }
    double[] sorted = Arrays.copyOf(values, found);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The units for which all of these are known. */
  public BitSet known(Collection<String> variables) {
    BitSet known = new BitSet(size);
    known.set(0, size);
    for (String variable : variables) {
      for (int unit = 0; unit < size; unit++) {
        if (code(variable, unit).isEmpty()) {
          known.clear(unit);
        }
      }
    }
    return known;
  }

  /** The same units, with one code for several. */
  public Sample merged(String variable, Collection<String> codes, String into) {
    List<String> merged = new ArrayList<>(size);
    for (int unit = 0; unit < size; unit++) {
      String code = code(variable, unit);
      merged.add(codes.contains(code) ? into : code);
    }
    return with(variable, merged);
  }

  /**
   * The same units, with the outermost values of a number made alike: nothing is higher than the
   * value that so many units reach or exceed, and nothing lower than its counterpart below. Where
   * there are not units enough for both, only the highest are made alike.
   */
  public Sample topCoded(String variable, int units) {
    double[] values = values(variable, new TreeMap<>());
    if (values.length < units) {
      return this;
    }
    double low = values.length < 2 * units ? values[0] : values[units - 1];
    double high = values[values.length - units];
    List<String> texts = column(variable);
    String lowest = "";
    String highest = "";
    for (int unit = 0; unit < size; unit++) {
      lowest = number(variable, unit) == low ? texts.get(unit) : lowest;
      highest = number(variable, unit) == high ? texts.get(unit) : highest;
    }
    List<String> coded = new ArrayList<>(size);
    for (int unit = 0; unit < size; unit++) {
      double value = number(variable, unit);
      coded.add(value < low ? lowest : value > high ? highest : texts.get(unit));
    }
    return with(variable, coded);
  }

  private Sample with(String variable, List<String> column) {
    TreeMap<String, List<String>> changed = new TreeMap<>(columns);
    changed.put(variable, column);
    return new Sample(size, changed);
  }

  /** The shape; never a value. */
  @Override
  public String toString() {
    return "Sample[" + size + " x " + columns.size() + "]";
  }
}
