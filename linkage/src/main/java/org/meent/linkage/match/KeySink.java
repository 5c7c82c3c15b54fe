// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;

/**
 * A growing list of 64-bit keys. Texts are hashed as polynomials in a fixed odd base, so that a
 * text without one of its letters costs no more than one step from the whole text.
 */
final class KeySink {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[64];
  private int size;

  /** A text, and the text without each of its letters: texts one edit apart share one of these. */
  void addOneEdit(String text) {
    int length = text.length();
    long whole = 0;
    for (int i = 0; i < length; i++) {
      whole = whole * BASE + text.charAt(i) + 1;
    }
    add(whole);
    long before = whole;
    long after = 0;
    long power = 1;
    for (int hole = length - 1; hole >= 0; hole--) {
      long letter = text.charAt(hole) + 1L;
      before -= letter * power;
      add(before * INVERSE + after);
      after += letter * power;
      power *= BASE;
    }
  }

  /**
   * What {@link #BASE} times it is one, modulo 2^64 (Newton's iteration doubles the right bits).
   */
  private static final long INVERSE = inverse();

  private static long inverse() {
    long inverse = BASE;
    for (int bits = 3; bits < 64; bits *= 2) {
      inverse *= 2 - BASE * inverse;
    }
    return inverse;
  }

  void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = mix(key);
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  long get(int i) {
    return keys[i];
  }

  static long mix(long value) {
    long z = value * 0xBF58476D1CE4E5B9L;
    return z ^ (z >>> 29);
  }
}
