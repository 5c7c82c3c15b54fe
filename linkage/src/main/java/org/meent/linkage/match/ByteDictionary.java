// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;

/** Numbers the distinct byte strings of a column in the order of first appearance, from 0. */
final class ByteDictionary {
  private byte[] pool = new byte[1 << 12];
  private int[] ends = new int[256];
  private int[] hashes = new int[256];
  private int[] slots = new int[1 << 10];
  private int size;

  ByteDictionary() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return size;
  }

  byte[] pool() {
    return pool;
  }

  int start(int code) {
    return code == 0 ? 0 : ends[code - 1];
  }

  int end(int code) {
    return ends[code];
  }

  /** The number of a byte string; {@code -1 - code} if it is new. */
  int codeOf(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] >= 0) {
      int code = slots[slot];
      if (hashes[code] == hash && Arrays.equals(pool, start(code), ends[code], bytes, from, to)) {
        return code;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = size;
    add(bytes, from, to, hash);
    return -1 - (size - 1);
  }

  private void add(byte[] bytes, int from, int to, int hash) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = start + (to - from);
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(end, pool.length + (pool.length >> 1)));
    }
    System.arraycopy(bytes, from, pool, start, to - from);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + (size >> 1));
      hashes = Arrays.copyOf(hashes, ends.length);
    }
    ends[size] = end;
    hashes[size] = hash;
    size++;
    if (2 * size > slots.length) {
      grow();
    }
  }

  private void grow() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    int mask = slots.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = hashes[code] & mask;
      while (slots[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = code;
    }
  }

  private static int hash(byte[] bytes, int from, int to) {
    long hash = 0x9E3779B97F4A7C15L ^ (to - from);
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001B3L;
    }
    hash ^= hash >>> 29;
    hash *= 0xBF58476D1CE4E5B9L;
    return (int) (hash >>> 32);
  }
}
