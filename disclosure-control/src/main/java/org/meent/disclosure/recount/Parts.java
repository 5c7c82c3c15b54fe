// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.util.Arrays;

/** Who contributes what to one cell, in the order in which they were counted. */
final class Parts {
  private int[] who = new int[1];
  private long[] amount = new long[1];
  private int size;

  void add(int contributor, long part) {
    if (size == who.length) {
      who = Arrays.copyOf(who, 2 * size);
      amount = Arrays.copyOf(amount, 2 * size);
    }
    who[size] = contributor;
    amount[size++] = part;
  }

  int size() {
    return size;
  }

  int who(int at) {
    return who[at];
  }

  long amount(int at) {
    return amount[at];
  }
}
