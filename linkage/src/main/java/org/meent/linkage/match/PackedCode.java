// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/** Texts of at most eight ASCII characters in one number, so that one error is seen at once. */
final class PackedCode {
  private PackedCode() {}

  /** A number per text, the first character highest; 0 for texts that do not fit. */
  static long[] of(String[] texts) {
    long[] packed = new long[texts.length];
    for (int t = 0; t < texts.length; t++) {
      packed[t] = of(texts[t]);
    }
    return packed;
  }

  private static long of(String text) {
    if (text.length() > 8) {
      return 0;
    }
    long packed = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return 0;
      }
      packed = packed << 8 | text.charAt(i);
    }
    return packed;
  }

  static boolean sameLength(long a, long b) {
    return Long.numberOfLeadingZeros(a) >> 3 == Long.numberOfLeadingZeros(b) >> 3;
  }

  /**
   * Whether two different texts of equal length differ in one place or by two swapped neighbours.
   */
  static boolean oneApart(long a, long b) {
    long difference = a ^ b;
    int low = Long.numberOfTrailingZeros(difference) & ~7;
    long rest = difference >>> low;
    if (rest <= 0xFF) {
      return true;
    }
    long first = rest & 0xFF;
    return rest == (first << 8 | first) && (a >>> low & 0xFF) == (b >>> (low + 8) & 0xFF);
  }
}
