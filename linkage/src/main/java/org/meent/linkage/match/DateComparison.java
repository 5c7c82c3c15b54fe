// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;
import org.meent.linkage.compare.EditDistance;

/**
 * Dates: the same; one digit wrong, neighbours swapped, or day and month exchanged; two of day,
 * month and year the same; the same year where one of the two stands at 1 January, as an unknown
 * day is often written.
 */
final class DateComparison extends FieldComparison {
  private static final int DEFAULT_DAY = 2;
  private static final int TWO_PARTS = 3;
  private static final int NEAR = 4;
  private static final int MAX_SCANS = 2000;

  private final String[] values;
  private final int[] dates;
  private final boolean[] odd;
  private final long[] packed;

  DateComparison(String[] values) {
    super(List.of("missing", "different", "default day", "two parts", "near", "exact"));
    this.values = values;
    this.dates = new int[values.length];
    this.odd = new boolean[values.length];
    this.packed = PackedCode.of(values);
    int odds = 0;
    for (int v = 0; v < values.length; v++) {
      boolean digits =
          values[v].length() == 8 && values[v].chars().allMatch(c -> c >= '0' && c <= '9');
      dates[v] = digits ? Integer.parseInt(values[v]) : -1;
      odd[v] = !digits && odds++ < MAX_SCANS;
    }
  }

  @Override
  int compare(int a, int b, EditDistance distance) {
    int left = dates[a];
    int right = dates[b];
    if (left < 0 || right < 0) {
      return (odd[a] || odd[b]) && distance.within(values[a], values[b], 1) <= 1 ? NEAR : DIFFERENT;
    }
    boolean sameYear = left / 10_000 == right / 10_000;
    int dayMonthLeft = left % 10_000;
    int dayMonthRight = right % 10_000;
    boolean sameMonth = dayMonthLeft / 100 == dayMonthRight / 100;
    boolean sameDay = dayMonthLeft % 100 == dayMonthRight % 100;
    if (sameYear
        && dayMonthLeft / 100 == dayMonthRight % 100
        && dayMonthLeft % 100 == dayMonthRight / 100) {
      return NEAR;
    }
    if ((sameYear ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0) == 2) {
      return PackedCode.oneApart(packed[a], packed[b]) ? NEAR : TWO_PARTS;
    }
    return sameYear && (dayMonthLeft == 101 || dayMonthRight == 101) ? DEFAULT_DAY : DIFFERENT;
  }

  @Override
  void keys(int value, KeySink sink) {
    int date = dates[value];
    if (date < 0) {
      return;
    }
    int year = date / 10_000;
    int month = date / 100 % 100;
    int day = date % 100;
    sink.add(1_000_000L + year * 100 + month);
    sink.add(3_000_000L + year * 100 + day);
    sink.add(5_000_000L + month * 100 + day);
    sink.add(100_000_000L + year * 10_000L + Math.min(day, month) * 100 + Math.max(day, month));
  }

  @Override
  boolean scans(int value) {
    return odd[value] || dates[value] % 10_000 == 101;
  }
}
