// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;

/**
 * The right records of one rule grouped by the hash of their keys. Blocks with too many pairs are
 * refused: nobody in them could be told apart on these keys; other rules with more keys reach them.
 */
final class BlockingIndex {
  private final LinkageFields fields;
  private final BlockingRule rule;
  private final BlockingKey[] keys;
  private int[] starts;
  private long[] entries;
  private final int shift;
  private final long[] refused;
  private long pairs;
  private long refusedBlocks;
  private double refusedPairs;
  private double reach = 1;

  private BlockingIndex(LinkageFields fields, BlockingRule rule, BlockingKey[] keys, int bits) {
    this.fields = fields;
    this.rule = rule;
    this.keys = keys;
    this.shift = 64 - bits;
    this.starts = new int[(1 << bits) + 1];
    this.entries = new long[fields.rowsRight()];
    this.refused = new long[1 << (bits - 6)];
  }

  static BlockingIndex of(
      LinkageFields fields, List<BlockingKey> all, BlockingRule rule, double budget) {
    BlockingKey[] keys =
        java.util.Arrays.stream(rule.keys()).mapToObj(all::get).toArray(BlockingKey[]::new);
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(64, fields.rowsRight()) - 1);
    BlockingIndex index = new BlockingIndex(fields, rule, keys, bits);
    index.build(budget);
    return index;
  }

  BlockingRule rule() {
    return rule;
  }

  /** What it proposes, each pair counted even if another rule proposes it too. */
  LinkageModel.Rule report(List<BlockingKey> all) {
    return new LinkageModel.Rule(rule.describe(fields, all), pairs, refusedBlocks, refusedPairs);
  }

  /** The share of the left records with these keys whose block is not refused. */
  double reach() {
    return reach;
  }

  /** Whether a pair of records is compared on account of this rule. */
  boolean proposes(List<BlockingKey> all, int left, int right) {
    return rule.holds(fields, all, left, right)
        && (refusedBlocks == 0 || !refuses((int) (hash(left, false) >>> shift)));
  }

  private boolean refuses(int bucket) {
    return (refused[bucket >>> 6] >>> bucket & 1) != 0;
  }

  /** Lets go of what is needed only to find pairs. */
  void release() {
    starts = new int[0];
    entries = new long[0];
  }

  /** The hash of a record's keys; 0 if one of them is missing. */
  private long hash(int row, boolean ofRight) {
    long hash = 1;
    for (BlockingKey key : keys) {
      int value = ofRight ? fields.right(row, key.field()) : fields.left(row, key.field());
      if (value < 0 || key.ofValue()[value] < 0) {
        return 0;
      }
      hash = KeySink.mix(hash ^ key.ofValue()[value]) + 0x9E3779B97F4A7C15L;
    }
    return KeySink.mix(hash) | 1;
  }

  /**
   * The blocks of a batch of left records, located together so that reads of memory overlap. Each
   * thread has its own.
   */
  static final class Lookup {
    private final BlockingIndex index;
    private final int[] prints;
    private final int[] starts;
    private final int[] sizes;
    private final long[] firsts;
    private int from;

    Lookup(BlockingIndex index, int batch) {
      this.index = index;
      this.prints = new int[batch];
      this.starts = new int[batch];
      this.sizes = new int[batch];
      this.firsts = new long[batch];
    }

    void locate(int fromRow, int toRow) {
      from = fromRow;
      for (int i = 0; i < toRow - fromRow; i++) {
        long hash = index.hash(fromRow + i, false);
        prints[i] = (int) hash;
        starts[i] = hash == 0 ? -1 : (int) (hash >>> index.shift);
      }
      for (int i = 0; i < toRow - fromRow; i++) {
        int bucket = Math.max(0, starts[i]);
        boolean none = starts[i] < 0 || index.refuses(bucket);
        starts[i] = index.starts[bucket];
        sizes[i] = none ? 0 : index.starts[bucket + 1] - starts[i];
      }
      for (int i = 0; i < toRow - fromRow; i++) {
        firsts[i] = sizes[i] == 0 ? 0 : index.entries[starts[i]];
      }
    }

    /** How many right records share the bucket of a left record. */
    int size(int row) {
      return sizes[row - from];
    }

    /** One of them, -1 if it is of another block. */
    int row(int row, int number) {
      int i = row - from;
      long entry = number == 0 ? firsts[i] : index.entries[starts[i] + number];
      return (int) (entry >>> 32) == prints[i] ? (int) entry : -1;
    }
  }

  private void build(double budget) {
    int n = fields.rowsRight();
    long[] hashes = countRight();
    for (int b = 1; b < starts.length; b++) {
      starts[b] += starts[b - 1];
    }
    for (int i = n - 1; i >= 0; i--) {
      if (hashes[i] != 0) {
        int at = --starts[(int) (hashes[i] >>> shift)];
        entries[at] = hashes[i] << 32 | i;
      }
    }
    refuseGiants(keys.length == 0 ? Double.MAX_VALUE : budget);
  }

  /** The hashes of the right records; counts them by bucket. */
  private long[] countRight() {
    long[] hashes = new long[fields.rowsRight()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(i, true);
      if (hashes[i] != 0) {
        starts[(int) (hashes[i] >>> shift)]++;
      }
    }
    return hashes;
  }

  private int[] countLeft() {
    int[] left = new int[starts.length - 1];
    for (int i = 0; i < fields.rowsLeft(); i++) {
      long hash = hash(i, false);
      if (hash != 0) {
        left[(int) (hash >>> shift)]++;
      }
    }
    return left;
  }

  private void refuseGiants(double budget) {
    int[] left = countLeft();
    double[] bySize = new double[64];
    int giant = 0;
    for (int b = 0; b < left.length; b++) {
      long size = (long) left[b] * (starts[b + 1] - starts[b]);
      int magnitude = magnitude(size);
      bySize[magnitude] += size;
      giant = Math.max(giant, magnitude);
    }
    int largest = 0;
    double total = 0;
    double mostPerBlock = Math.max(4096, budget / 100);
    while (largest < 63
        && total + bySize[largest] <= budget
        && StrictMath.scalb(1.0, largest) <= mostPerBlock) {
      total += bySize[largest++];
    }
    pairs = (long) total;
    long reached = 0;
    long unreached = 0;
    for (int b = 0; giant >= largest && b < left.length; b++) {
      long size = (long) left[b] * (starts[b + 1] - starts[b]);
      if (size > 0 && magnitude(size) >= largest) {
        refused[b >>> 6] |= 1L << b;
        refusedBlocks++;
        refusedPairs += size;
        unreached += left[b];
      } else {
        reached += left[b];
      }
    }
    reach = unreached == 0 ? 1 : (double) reached / (reached + unreached);
  }

  /** The largest power of two that is not above a size. */
  private static int magnitude(long size) {
    return size == 0 ? 0 : 63 - Long.numberOfLeadingZeros(size);
  }
}
