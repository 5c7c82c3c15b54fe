// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.linkage.compare.DateForm;
import org.meent.linkage.compare.FoldedText;

/**
 * One field of both files over one dictionary of folded values. Codes count from 0 in the order of
 * first appearance over the records sorted by id, so they do not depend on the order of rows.
 *
 * @param name the column
 * @param kind its kind
 * @param left code per left record, -1 where missing
 * @param right code per right record, empty when one file is linked with itself
 * @param values the folded values
 * @param leftCounts how often each value occurs left
 * @param rightCounts the same right
 * @param impossible dates that are no day of the calendar
 */
record FieldColumn(
    String name,
    FieldKind kind,
    int[] left,
    int[] right,
    String[] values,
    int[] leftCounts,
    int[] rightCounts,
    long impossible) {

  /** Builds a field; {@code right} is null when one file is linked with itself. */
  static FieldColumn of(
      String name,
      FieldKind kind,
      CsvTable.CsvColumn left,
      CsvTable.@org.jspecify.annotations.Nullable CsvColumn right) {
    Map<String, Integer> codes = new HashMap<>();
    List<String> values = new ArrayList<>();
    long[] impossible = new long[1];
    int[] leftCodes = encode(left, kind, codes, values, impossible);
    int[] rightCodes = right == null ? new int[0] : encode(right, kind, codes, values, impossible);
    return new FieldColumn(
        name,
        kind,
        leftCodes,
        rightCodes,
        values.toArray(String[]::new),
        count(leftCodes, values.size()),
        count(rightCodes, values.size()),
        impossible[0]);
  }

  /** The same with fewer records. */
  FieldColumn with(int[] fewerLeft, int[] fewerRight) {
    return new FieldColumn(
        name,
        kind,
        fewerLeft,
        fewerRight,
        values,
        count(fewerLeft, values.length),
        count(fewerRight, values.length),
        impossible);
  }

  /** Records that hold a value, left. */
  long presentLeft() {
    return Arrays.stream(leftCounts).asLongStream().sum();
  }

  /** Records that hold a value, right. */
  long presentRight() {
    return Arrays.stream(rightCounts).asLongStream().sum();
  }

  private static int[] encode(
      CsvTable.CsvColumn raw,
      FieldKind kind,
      Map<String, Integer> codes,
      List<String> values,
      long[] impossible) {
    int[] known = new int[raw.values().length];
    Arrays.fill(known, -2);
    boolean[] wrong = new boolean[known.length];
    DateForm form = kind.shape() == FieldKind.Shape.DATE ? DateColumn.form(raw) : null;
    int[] encoded = new int[raw.codes().length];
    for (int i = 0; i < encoded.length; i++) {
      int value = raw.codes()[i];
      if (known[value] == -2) {
        String folded =
            form == null
                ? fold(raw.values()[value], kind)
                : DateColumn.fold(raw.values()[value], form);
        wrong[value] = form != null && !folded.isEmpty() && !DateColumn.exists(folded);
        known[value] = folded.isEmpty() ? -1 : code(folded, codes, values);
      }
      encoded[i] = known[value];
      impossible[0] += wrong[value] ? 1 : 0;
    }
    return encoded;
  }

  private static int code(String folded, Map<String, Integer> codes, List<String> values) {
    Integer code = codes.putIfAbsent(folded, values.size());
    if (code == null) {
      values.add(folded);
      return values.size() - 1;
    }
    return code;
  }

  private static String fold(String text, FieldKind kind) {
    return switch (kind.shape()) {
      case TEXT, CATEGORY, DATE -> FoldedText.fold(text);
      case CODE -> FoldedText.compact(text);
    };
  }

  private static int[] count(int[] codes, int size) {
    int[] counts = new int[size];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    return counts;
  }
}
