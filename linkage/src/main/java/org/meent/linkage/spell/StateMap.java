// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;

/** A number for each state of one person; emptied in constant time. Open addressing. */
final class StateMap {
  private int[] states = new int[32];
  private int[] values = new int[32];
  private int[] round = new int[32];
  private int now = 1;
  private int size;

  void clear() {
    size = 0;
    if (++now == Integer.MAX_VALUE) {
      Arrays.fill(round, 0);
      now = 1;
    }
  }

  /** The number of a state; {@code absent} if it has none. */
  int get(int state, int absent) {
    int slot = slot(state);
    return round[slot] == now ? values[slot] : absent;
  }

  void put(int state, int value) {
    int slot = slot(state);
    if (round[slot] != now) {
      if (2 * size >= states.length) {
        grow();
        slot = slot(state);
      }
      size++;
      round[slot] = now;
      states[slot] = state;
    }
    values[slot] = value;
  }

  private int slot(int state) {
    int mask = states.length - 1;
    int hash = state * 0x9E3779B9;
    int slot = (hash ^ hash >>> 16) & mask;
    while (round[slot] == now && states[slot] != state) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldStates = states;
    int[] oldValues = values;
    int[] oldRound = round;
    states = new int[2 * oldStates.length];
    values = new int[states.length];
    round = new int[states.length];
    for (int i = 0; i < oldStates.length; i++) {
      if (oldRound[i] == now) {
        int slot = slot(oldStates[i]);
        round[slot] = now;
        states[slot] = oldStates[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
