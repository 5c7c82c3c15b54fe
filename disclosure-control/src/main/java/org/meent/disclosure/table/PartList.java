// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.disclosure.protect.Insider;

/** Who contributed how much to which cell, collected cell by cell and given out per contributor. */
final class PartList {
  private int[] who = new int[1024];
  private int[] cell = new int[1024];
  private long[] part = new long[1024];
  private int size;

  void add(int contributor, int inCell, long amount) {
    if (size == who.length) {
      who = Arrays.copyOf(who, size * 2);
      cell = Arrays.copyOf(cell, size * 2);
      part = Arrays.copyOf(part, size * 2);
    }
    who[size] = contributor;
    cell[size] = inCell;
    part[size++] = amount;
  }

  List<Insider> insiders(int contributors) {
    int[] start = new int[contributors + 1];
    for (int i = 0; i < size; i++) {
      start[who[i] + 1]++;
    }
    for (int i = 0; i < contributors; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[next[who[i]]++] = i;
    }
    List<Insider> out = new ArrayList<>();
    for (int k = 0; k < contributors; k++) {
      int[] cells = new int[start[k + 1] - start[k]];
      long[] parts = new long[cells.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell[order[start[k] + i]];
        parts[i] = part[order[start[k] + i]];
      }
      out.add(new Insider(cells, parts));
    }
    return out;
  }
}
