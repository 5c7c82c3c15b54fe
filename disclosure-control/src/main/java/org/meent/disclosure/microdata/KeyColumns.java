// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.microdata;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody outside may know of a person: some columns, as codes from 0. A missing value is a
 * category of its own, so it neither hides nor reveals more than it shows.
 */
public final class KeyColumns {
  private final List<String> names;
  private final int[][] codes;
  private final int[] categories;

  private KeyColumns(List<String> names, int[][] codes, int[] categories) {
    this.names = names;
    this.codes = codes;
    this.categories = categories;
  }

  /**
   * Codes the columns.
   *
   * @param names names of the columns, 1 to 20
   * @param values per column, the value of every record
   * @throws IllegalArgumentException if names and columns do not fit together
   */
  public static KeyColumns of(List<String> names, List<String[]> values) {
    if (names.size() != values.size() || names.isEmpty() || names.size() > 20) {
      throw new IllegalArgumentException("1 to 20 columns, each with a name");
    }
    int[][] codes = new int[names.size()][];
    int[] categories = new int[names.size()];
    for (int c = 0; c < codes.length; c++) {
      if (values.get(c).length != values.getFirst().length) {
        throw new IllegalArgumentException("columns of one length");
      }
      Map<String, Integer> code = new HashMap<>();
      codes[c] =
          Arrays.stream(values.get(c))
              .mapToInt(value -> code.computeIfAbsent(value, key -> code.size()))
              .toArray();
      categories[c] = code.size();
    }
    return new KeyColumns(List.copyOf(names), codes, categories);
  }

  /** Names of the columns. */
  public List<String> names() {
    return names;
  }

  /** Number of records. */
  public int size() {
    return codes[0].length;
  }

  /**
   * How many records share a record's values in some columns, itself counted.
   *
   * @param columns indices of the columns
   */
  int[] frequencies(int... columns) {
    int[] group = groups(columns);
    int[] count = new int[size()];
    for (int g : group) {
      count[g]++;
    }
    return Arrays.stream(group).map(g -> count[g]).toArray();
  }

  /** Per record, the sum over all records that share its values in all columns. */
  double[] sums(double[] values) {
    int[] group = groups(all());
    double[] sum = new double[size()];
    for (int i = 0; i < group.length; i++) {
      sum[group[i]] += values[i];
    }
    return Arrays.stream(group).mapToDouble(g -> sum[g]).toArray();
  }

  /** Records with the same values in some columns have the same number, from 0. */
  private int[] groups(int[] columns) {
    long[] group = new long[size()];
    long groups = 1;
    for (int column : columns) {
      if (groups > (1L << 62) / Math.max(1, categories[column])) {
        groups = rank(group);
      }
      groups *= categories[column];
      for (int i = 0; i < group.length; i++) {
        group[i] = group[i] * categories[column] + codes[column][i];
      }
    }
    rank(group);
    return Arrays.stream(group).mapToInt(Math::toIntExact).toArray();
  }

  /** Numbers the groups from 0 in their order; how many there are. */
  private static long rank(long[] group) {
    long[] distinct = Arrays.stream(group).sorted().distinct().toArray();
    for (int i = 0; i < group.length; i++) {
      group[i] = Arrays.binarySearch(distinct, group[i]);
    }
    return distinct.length;
  }

  /** All columns. */
  int[] all() {
    int[] all = new int[codes.length];
    Arrays.setAll(all, c -> c);
    return all;
  }
}
