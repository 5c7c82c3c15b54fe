// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;

/** Numbers distinct patterns in order of first appearance and counts them. */
final class PatternCounter {
  private long[] patterns = new long[1024];
  private long[] counts = new long[1024];
  private int[] slots = new int[4096];
  private int size;

  PatternCounter() {
    Arrays.fill(slots, -1);
  }

  int add(long pattern) {
    return add(pattern, 1);
  }

  /** Adds what another counter has counted; returns the number here for each number there. */
  int[] addAll(PatternCounter other) {
    int[] numbers = new int[other.size];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = add(other.patterns[p], other.counts[p]);
    }
    return numbers;
  }

  private int add(long pattern, long times) {
    int mask = slots.length - 1;
    int slot = (int) (KeySink.mix(pattern) >>> 30) & mask;
    while (slots[slot] >= 0) {
      int number = slots[slot];
      if (patterns[number] == pattern) {
        counts[number] += times;
        return number;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = size;
    if (size == patterns.length) {
      patterns = Arrays.copyOf(patterns, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    patterns[size] = pattern;
    counts[size++] = times;
    if (4 * size > slots.length) {
      grow();
    }
    return size - 1;
  }

  long[] patterns() {
    return Arrays.copyOf(patterns, size);
  }

  long count(int number) {
    return counts[number];
  }

  private void grow() {
    slots = new int[4 * slots.length];
    Arrays.fill(slots, -1);
    int mask = slots.length - 1;
    for (int number = 0; number < size; number++) {
      int slot = (int) (KeySink.mix(patterns[number]) >>> 30) & mask;
      while (slots[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number;
    }
  }
}
