// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;

/**
 * The right records of one rule grouped by the hash of their keys. Blocks with too many pairs are
 * refused: nobody in them could be told apart on these keys; other rules with more keys reach them.
 */
final class BlockingIndex {
  private final LinkageFields fields;
  private final BlockingKey[] keys;
  private final int[] starts;
  private final int[] rows;
  private final int[] prints;
  private final int shift;
  private final long[] refused;
  private long pairs;
  private long refusedBlocks;
  private double refusedPairs;

  private BlockingIndex(LinkageFields fields, BlockingKey[] keys, int bits) {
    this.fields = fields;
    this.keys = keys;
    this.shift = 64 - bits;
    this.starts = new int[(1 << bits) + 1];
    this.rows = new int[fields.rowsRight()];
    this.prints = new int[rows.length];
    this.refused = new long[1 << (bits - 6)];
  }

  static BlockingIndex of(
      LinkageFields fields, List<BlockingKey> all, BlockingRule rule, double budget) {
    BlockingKey[] keys =
        java.util.Arrays.stream(rule.keys()).mapToObj(all::get).toArray(BlockingKey[]::new);
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(64, fields.rowsRight()) - 1);
    BlockingIndex index = new BlockingIndex(fields, keys, bits);
    index.build(budget);
    return index;
  }

  /** Comparisons that the rule proposes, each counted even if another rule proposes it too. */
  long pairs() {
    return pairs;
  }

  long refusedBlocks() {
    return refusedBlocks;
  }

  double refusedPairs() {
    return refusedPairs;
  }

  /** The hash of a left record's keys; 0 if one of them is missing. */
  long hashLeft(int row) {
    long hash = 1;
    for (BlockingKey key : keys) {
      int value = fields.left(row, key.field());
      if (value < 0 || key.ofValue()[value] < 0) {
        return 0;
      }
      hash = KeySink.mix(hash ^ key.ofValue()[value]) + 0x9E3779B97F4A7C15L;
    }
    return KeySink.mix(hash) | 1;
  }

  private long hashRight(int row) {
    long hash = 1;
    for (BlockingKey key : keys) {
      int value = fields.right(row, key.field());
      if (value < 0 || key.ofValue()[value] < 0) {
        return 0;
      }
      hash = KeySink.mix(hash ^ key.ofValue()[value]) + 0x9E3779B97F4A7C15L;
    }
    return KeySink.mix(hash) | 1;
  }

  /** The first position of the block of a hash, or {@link #end} if it is refused. */
  int start(long hash) {
    int bucket = (int) (hash >>> shift);
    return (refused[bucket >>> 6] >>> bucket & 1) != 0 ? starts[bucket + 1] : starts[bucket];
  }

  int end(long hash) {
    return starts[(int) (hash >>> shift) + 1];
  }

  /** The record at a position, -1 if it only shares the bucket. */
  int row(int position, long hash) {
    return prints[position] == (int) hash ? rows[position] : -1;
  }

  private void build(double budget) {
    int n = fields.rowsRight();
    long[] hashes = new long[n];
    for (int i = 0; i < n; i++) {
      hashes[i] = hashRight(i);
      if (hashes[i] != 0) {
        starts[(int) (hashes[i] >>> shift)]++;
      }
    }
    for (int b = 1; b < starts.length; b++) {
      starts[b] += starts[b - 1];
    }
    for (int i = n - 1; i >= 0; i--) {
      if (hashes[i] != 0) {
        int at = --starts[(int) (hashes[i] >>> shift)];
        rows[at] = i;
        prints[at] = (int) hashes[i];
      }
    }
    refuseGiants(budget);
  }

  private void refuseGiants(double budget) {
    int[] left = new int[starts.length - 1];
    for (int i = 0; i < fields.rowsLeft(); i++) {
      long hash = hashLeft(i);
      if (hash != 0) {
        left[(int) (hash >>> shift)]++;
      }
    }
    double[] bySize = new double[64];
    for (int b = 0; b < left.length; b++) {
      double size = (double) left[b] * (starts[b + 1] - starts[b]);
      bySize[size < 1 ? 0 : Math.getExponent(size)] += size;
    }
    int largest = 0;
    double total = 0;
    double mostPerBlock = Math.max(4096, budget / 100);
    while (largest < 63
        && total + bySize[largest] <= budget
        && StrictMath.scalb(1.0, largest) <= mostPerBlock) {
      total += bySize[largest++];
    }
    for (int b = 0; b < left.length; b++) {
      double size = (double) left[b] * (starts[b + 1] - starts[b]);
      if (size >= 1 && Math.getExponent(size) >= largest) {
        refused[b >>> 6] |= 1L << b;
        refusedBlocks++;
        refusedPairs += size;
      } else {
        pairs += (long) size;
      }
    }
  }
}
