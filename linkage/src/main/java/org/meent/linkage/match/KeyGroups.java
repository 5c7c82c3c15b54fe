// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/** The values of a field grouped by the hash of their keys; ascending within a group. */
final class KeyGroups {
  private final int[] starts;
  private final int[] values;
  private final int mask;

  private KeyGroups(int[] starts, int[] values, int mask) {
    this.starts = starts;
    this.values = values;
    this.mask = mask;
  }

  static KeyGroups of(FieldComparison comparison, int n) {
    KeySink sink = new KeySink();
    long entries = 0;
    for (int v = 0; v < n; v++) {
      if (!comparison.scans(v)) {
        sink.clear();
        comparison.keys(v, sink);
        entries += sink.size();
      }
    }
    int buckets = Integer.highestOneBit((int) Math.min(1 << 27, Math.max(16, entries))) * 2;
    int mask = buckets - 1;
    int[] starts = new int[buckets + 1];
    for (int v = 0; v < n; v++) {
      if (!comparison.scans(v)) {
        sink.clear();
        comparison.keys(v, sink);
        for (int k = 0; k < sink.size(); k++) {
          starts[(int) (sink.get(k) >>> 20) & mask]++;
        }
      }
    }
    for (int b = 1; b <= buckets; b++) {
      starts[b] += starts[b - 1];
    }
    int[] values = new int[(int) entries];
    for (int v = n - 1; v >= 0; v--) {
      if (!comparison.scans(v)) {
        sink.clear();
        comparison.keys(v, sink);
        for (int k = 0; k < sink.size(); k++) {
          values[--starts[(int) (sink.get(k) >>> 20) & mask]] = v;
        }
      }
    }
    return new KeyGroups(starts, values, mask);
  }

  int bucket(long key) {
    return (int) (key >>> 20) & mask;
  }

  int start(int bucket) {
    return starts[bucket];
  }

  int value(int index) {
    return values[index];
  }
}
