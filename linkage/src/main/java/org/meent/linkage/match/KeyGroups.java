// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;

/** The values of a field grouped by the hash of their keys; ascending within a group. */
final class KeyGroups {
  private static final int MOST_GROUPS = 1 << 27;

  /** Per value where its keys start, and behind the last where they end. */
  private final int[] firstKey;

  private int[] group = new int[1024];
  private int[] starts = new int[0];
  private int[] values = new int[0];

  private KeyGroups(int n) {
    this.firstKey = new int[n + 1];
  }

  static KeyGroups of(FieldComparison comparison, int n) {
    KeyGroups groups = new KeyGroups(n);
    KeySink sink = new KeySink();
    for (int v = 0; v < n; v++) {
      sink.clear();
      if (!comparison.scans(v)) {
        comparison.keys(v, sink);
      }
      groups.add(v, sink);
    }
    groups.gather();
    return groups;
  }

  private void add(int value, KeySink sink) {
    int at = firstKey[value];
    int end = Math.addExact(at, sink.size());
    if (end > group.length) {
      group = Arrays.copyOf(group, Math.max(end, group.length + (group.length >> 1)));
    }
    for (int k = 0; k < sink.size(); k++) {
      group[at + k] = (int) (sink.get(k) >>> 20);
    }
    firstKey[value + 1] = end;
  }

  private void gather() {
    int n = firstKey.length - 1;
    int entries = firstKey[n];
    int buckets = Integer.highestOneBit(Math.min(MOST_GROUPS, Math.max(16, entries))) * 2;
    starts = new int[buckets + 1];
    for (int k = 0; k < entries; k++) {
      group[k] &= buckets - 1;
      starts[group[k]]++;
    }
    for (int b = 1; b <= buckets; b++) {
      starts[b] += starts[b - 1];
    }
    values = new int[entries];
    for (int v = n - 1; v >= 0; v--) {
      for (int k = firstKey[v]; k < firstKey[v + 1]; k++) {
        values[--starts[group[k]]] = v;
      }
    }
  }

  int firstKey(int value) {
    return firstKey[value];
  }

  /** The first value of the group of a key. */
  int start(int key) {
    return starts[group[key]];
  }

  /** Behind the last value of the group of a key. */
  int end(int key) {
    return starts[group[key] + 1];
  }

  int value(int index) {
    return values[index];
  }
}
