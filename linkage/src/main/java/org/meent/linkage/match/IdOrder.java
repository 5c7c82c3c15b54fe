// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/** The order of ids: ascending by their code points, the same for any row order. */
final class IdOrder {
  private IdOrder() {}

  /** The positions in ascending order of their ids: a merge sort without boxing. */
  static int[] of(IdColumn ids) {
    int n = ids.size();
    int[] order = new int[n];
    boolean ascending = true;
    for (int i = 0; i < n; i++) {
      order[i] = i;
      ascending &= i == 0 || ids.compare(i - 1, i) <= 0;
    }
    if (ascending) {
      return order;
    }
    int[] target = new int[n];
    for (long width = 1; width < n; width *= 2) {
      for (long low = 0; low < n; low += 2 * width) {
        int middle = (int) Math.min(n, low + width);
        merge(ids, order, target, (int) low, middle, (int) Math.min(n, low + 2 * width));
      }
      int[] free = order;
      order = target;
      target = free;
    }
    return order;
  }

  private static void merge(IdColumn ids, int[] order, int[] target, int low, int middle, int end) {
    int left = low;
    int right = middle;
    for (int i = low; i < end; i++) {
      boolean takeLeft =
          left < middle && (right >= end || ids.compare(order[left], order[right]) <= 0);
      target[i] = takeLeft ? order[left++] : order[right++];
    }
  }
}
