// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.Arrays;
import java.util.function.Supplier;

/** Decimal numbers while they are read; afterwards all have the same number of decimals. */
final class NumberColumn {
  /** Most decimals that a number may have. */
  static final int MOST_DECIMALS = 8;

  private long[] digits = new long[1024];
  private byte[] decimals = new byte[1024];
  private int count;
  private int scale;

  /**
   * Takes the next number.
   *
   * @param otherwise the exception if it is none
   */
  void add(String text, Supplier<RuntimeException> otherwise) {
    int point = text.indexOf('.');
    int after = point < 0 ? 0 : text.length() - point - 1;
    String plain = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
    if (after > MOST_DECIMALS || !plain.matches("-?[0-9]{1,15}") || (point >= 0 && after == 0)) {
      throw otherwise.get();
    }
    if (count == digits.length) {
      digits = Arrays.copyOf(digits, count * 2);
      decimals = Arrays.copyOf(decimals, count * 2);
    }
    digits[count] = Long.parseLong(plain);
    decimals[count++] = (byte) after;
    scale = Math.max(scale, after);
  }

  /** The last number, in its own units. */
  long last() {
    return digits[count - 1];
  }

  int scale() {
    return scale;
  }

  /** All numbers in units of 10^-decimals, which are at least their own. */
  long[] inUnitsOf(int places) {
    long[] out = Arrays.copyOf(digits, count);
    for (int i = 0; i < count; i++) {
      for (int d = decimals[i]; d < places; d++) {
        out[i] = Math.multiplyExact(out[i], 10);
      }
    }
    return out;
  }
}
