// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;
import java.util.List;

/** Who contributes to a cell, largest part first. */
final class InsiderIndex {
  private final List<Insider> insiders;
  private final int[] start;
  private final int[] who;
  private final long[] part;

  InsiderIndex(int cells, List<Insider> insiders) {
    this.insiders = insiders;
    start = new int[cells + 1];
    for (Insider insider : insiders) {
      for (int cell : insider.cells()) {
        start[cell + 1]++;
      }
    }
    for (int i = 0; i < cells; i++) {
      start[i + 1] += start[i];
    }
    who = new int[start[cells]];
    part = new long[start[cells]];
    fill(insiders);
    for (int cell = 0; cell < cells; cell++) {
      sort(start[cell], start[cell + 1]);
    }
  }

  private void fill(List<Insider> all) {
    int[] next = start.clone();
    for (int k = 0; k < all.size(); k++) {
      Insider insider = all.get(k);
      for (int i = 0; i < insider.cells().length; i++) {
        int at = next[insider.cells()[i]]++;
        who[at] = k;
        part[at] = insider.parts()[i];
      }
    }
  }

  private void sort(int from, int to) {
    if (to - from < 2) {
      return;
    }
    Integer[] order = new Integer[to - from];
    Arrays.setAll(order, i -> from + i);
    Arrays.sort(
        order, (a, b) -> part[a] != part[b] ? Long.compare(part[b], part[a]) : who[a] - who[b]);
    int[] sortedWho = Arrays.stream(order).mapToInt(i -> who[i]).toArray();
    long[] sortedPart = Arrays.stream(order).mapToLong(i -> part[i]).toArray();
    System.arraycopy(sortedWho, 0, who, from, to - from);
    System.arraycopy(sortedPart, 0, part, from, to - from);
  }

  boolean isEmpty() {
    return insiders.isEmpty();
  }

  Insider get(int insider) {
    return insiders.get(insider);
  }

  int from(int cell) {
    return start[cell];
  }

  int to(int cell) {
    return start[cell + 1];
  }

  int who(int at) {
    return who[at];
  }

  long part(int at) {
    return part[at];
  }

  /** The largest single part of a cell. */
  long largest(int cell) {
    return start[cell] == start[cell + 1] ? 0 : part[start[cell]];
  }
}
