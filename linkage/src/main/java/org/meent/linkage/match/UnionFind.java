// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/** Disjoint sets; the smallest member stands for the set. */
final class UnionFind {
  private final int[] parent;

  UnionFind(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  int find(int member) {
    int at = member;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void join(int a, int b) {
    int first = find(a);
    int second = find(b);
    if (first < second) {
      parent[second] = first;
    } else {
      parent[first] = second;
    }
  }
}
