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
    Encoder encoder = new Encoder(kind, left.values().length);
    int[] leftCodes = encoder.encode(left);
    int[] rightCodes = right == null ? new int[0] : encoder.encode(right);
    String[] values = encoder.values.toArray(String[]::new);
    return new FieldColumn(
        name,
        kind,
        leftCodes,
        rightCodes,
        values,
        count(leftCodes, values.length),
        count(rightCodes, values.length),
        encoder.impossible);
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

  private static int[] count(int[] codes, int size) {
    int[] counts = new int[size];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    return counts;
  }

  /** Folds the values of one file after the other and numbers them as they appear. */
  private static final class Encoder {
    private static final int UNSEEN = -2;

    private final FieldKind kind;
    private final Map<String, Integer> codes;
    private final List<String> values = new ArrayList<>();
    private long impossible;

    Encoder(FieldKind kind, int expected) {
      this.kind = kind;
      this.codes = HashMap.newHashMap(expected + (expected >> 1));
    }

    int[] encode(CsvTable.CsvColumn raw) {
      boolean dates = kind.shape() == FieldKind.Shape.DATE;
      DateForm form = dates ? DateColumn.form(raw) : DateForm.YEAR_MONTH_DAY;
      int[] known = new int[raw.values().length];
      Arrays.fill(known, UNSEEN);
      int[] encoded = new int[raw.codes().length];
      for (int i = 0; i < encoded.length; i++) {
        int value = raw.codes()[i];
        if (known[value] == UNSEEN) {
          known[value] = code(fold(raw.values()[value], form));
        }
        encoded[i] = known[value];
      }
      if (dates) {
        countImpossible(encoded);
      }
      return encoded;
    }

    private void countImpossible(int[] encoded) {
      boolean[] wrong = new boolean[values.size()];
      for (int code = 0; code < wrong.length; code++) {
        wrong[code] = !DateColumn.exists(values.get(code));
      }
      for (int code : encoded) {
        impossible += code >= 0 && wrong[code] ? 1 : 0;
      }
    }

    private int code(String folded) {
      if (folded.isEmpty()) {
        return -1;
      }
      Integer code = codes.putIfAbsent(folded, values.size());
      if (code == null) {
        values.add(folded);
        return values.size() - 1;
      }
      return code;
    }

    private String fold(String text, DateForm form) {
      return switch (kind.shape()) {
        case TEXT, CATEGORY -> FoldedText.fold(text);
        case CODE -> FoldedText.compact(text);
        case DATE -> DateColumn.fold(text, form);
      };
    }
  }
}
