// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;

/** A growing list of 64-bit keys. */
final class KeySink {
  private long[] keys = new long[64];
  private int size;

  void add(int family, CharSequence text, int from, int to) {
    long key = family * 0x9E3779B97F4A7C15L;
    for (int i = from; i < to; i++) {
      key = mix(key ^ text.charAt(i));
    }
    add(key);
  }

  /** The text without the letter at {@code hole}. */
  void addWithout(int family, CharSequence text, int hole) {
    long key = family * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < text.length(); i++) {
      if (i != hole) {
        key = mix(key ^ text.charAt(i));
      }
    }
    add(key);
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
