// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;

/**
 * The spells of one person, in order of start, end and state; a buffer that is filled again for
 * each person, so that a file of any size passes through the memory of one person. Not safe for
 * several threads.
 */
public final class Track {
  private int[] start = new int[16];
  private int[] end = new int[16];
  private int[] state = new int[16];
  private long[] order = new long[16];
  private int size;
  private boolean sorted = true;

  /** An empty track. */
  public Track() {}

  /** Takes all spells away. */
  public void clear() {
    size = 0;
    sorted = true;
  }

  /**
   * Adds a spell, in any order.
   *
   * @param from first day
   * @param to first day after; {@link Spell#OPEN} if it has not ended
   * @param code state
   * @throws IllegalArgumentException if the spell has no day
   */
  public void add(int from, int to, int code) {
    if (from >= to) {
      throw new IllegalArgumentException("a spell must end after the day it starts");
    }
    if (size == start.length) {
      grow();
    }
    start[size] = from;
    end[size] = to;
    state[size] = code;
    sorted = sorted && (size == 0 || compare(size - 1, size) <= 0);
    size++;
  }

  /** Fills this track with the spells of another. */
  public void set(Track other) {
    clear();
    append(other);
  }

  /** Adds the spells of another track. */
  void append(Track other) {
    boolean behind = size == 0 || other.size == 0 || isBehind(other);
    copy(other.start, other.end, other.state, 0, other.size);
    sorted = sorted && other.sorted && behind;
  }

  private boolean isBehind(Track other) {
    return start[size - 1] < other.start[0];
  }

  /** Fills this track with spells that stand in order in columns. */
  void setSorted(int[] starts, int[] ends, int[] states, int from, int to) {
    clear();
    copy(starts, ends, states, from, to - from);
  }

  private void copy(int[] starts, int[] ends, int[] states, int from, int count) {
    while (size + count > start.length) {
      grow();
    }
    System.arraycopy(starts, from, start, size, count);
    System.arraycopy(ends, from, end, size, count);
    System.arraycopy(states, from, state, size, count);
    size += count;
  }

  /** Number of spells. */
  public int size() {
    return size;
  }

  /** Whether there is no spell. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** First day of a spell. */
  public int start(int spell) {
    return start[spell];
  }

  /** First day after a spell; {@link Spell#OPEN} if it has not ended. */
  public int end(int spell) {
    return end[spell];
  }

  /** State of a spell. */
  public int state(int spell) {
    return state[spell];
  }

  /** Puts the spells in order of start, end and state. Every operation leaves its result sorted. */
  public void sort() {
    if (sorted) {
      return;
    }
    if (size <= 24) {
      insertionSort();
    } else {
      longSort();
    }
    sorted = true;
  }

  /** Lengthens a spell; the order is looked at again where another spell starts on its day. */
  void lengthen(int spell, int to) {
    if (to > end[spell]) {
      end[spell] = to;
      boolean alone =
          (spell == 0 || start[spell - 1] < start[spell])
              && (spell == size - 1 || start[spell] < start[spell + 1]);
      sorted = sorted && alone;
    }
  }

  /** Whether the spells stand in order. */
  boolean isSorted() {
    return sorted;
  }

  private void insertionSort() {
    for (int i = 1; i < size; i++) {
      int s = start[i];
      int e = end[i];
      int c = state[i];
      int j = i - 1;
      while (j >= 0 && after(j, s, e, c)) {
        start[j + 1] = start[j];
        end[j + 1] = end[j];
        state[j + 1] = state[j];
        j--;
      }
      start[j + 1] = s;
      end[j + 1] = e;
      state[j + 1] = c;
    }
  }

  private boolean after(int place, int s, int e, int c) {
    if (start[place] != s) {
      return start[place] > s;
    }
    return end[place] != e ? end[place] > e : state[place] > c;
  }

  /** Three stable passes, the least significant key first. */
  private void longSort() {
    pass(state);
    pass(end);
    pass(start);
  }

  private void pass(int[] key) {
    if (order.length < size) {
      order = new long[start.length];
    }
    for (int i = 0; i < size; i++) {
      order[i] = ((long) key[i] << 32) | i;
    }
    Arrays.sort(order, 0, size);
    start = permuted(start);
    end = permuted(end);
    state = permuted(state);
  }

  private int[] permuted(int[] values) {
    int[] moved = new int[values.length];
    for (int i = 0; i < size; i++) {
      moved[i] = values[(int) order[i]];
    }
    return moved;
  }

  private int compare(int a, int b) {
    if (start[a] != start[b]) {
      return Integer.compare(start[a], start[b]);
    }
    return end[a] != end[b] ? Integer.compare(end[a], end[b]) : Integer.compare(state[a], state[b]);
  }

  private void grow() {
    int length = 2 * start.length;
    start = Arrays.copyOf(start, length);
    end = Arrays.copyOf(end, length);
    state = Arrays.copyOf(state, length);
  }

  /** Shows how many spells there are, never when. */
  @Override
  public String toString() {
    return "track of " + size + " spells";
  }
}
