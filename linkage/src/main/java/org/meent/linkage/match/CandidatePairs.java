// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.linkage.compare.EditDistance;

/**
 * The compared pairs in ascending order (left, then right), each once, with its pattern.
 *
 * @param left left records
 * @param right right records; in one file always the later one
 * @param pattern per pair the number of its pattern
 * @param patterns the distinct patterns, ascending
 * @param counts how many pairs show each pattern
 */
record CandidatePairs(int[] left, int[] right, int[] pattern, long[] patterns, long[] counts) {
  private static final int CHUNKS = 64;

  int size() {
    return left.length;
  }

  static CandidatePairs find(LinkageFields fields, List<BlockingIndex> rules, Workers workers) {
    int n = fields.rowsLeft();
    List<Chunk> chunks =
        workers.map(
            CHUNKS,
            c -> {
              int from = (int) ((long) n * c / CHUNKS);
              int to = (int) ((long) n * (c + 1) / CHUNKS);
              return new Chunk().fill(fields, rules, from, to);
            });
    return join(chunks);
  }

  private static CandidatePairs join(List<Chunk> chunks) {
    int size = chunks.stream().mapToInt(chunk -> chunk.size).sum();
    int[] left = new int[size];
    int[] right = new int[size];
    PatternCounter counter = new PatternCounter();
    int[] first = new int[size];
    int at = 0;
    for (Chunk chunk : chunks) {
      System.arraycopy(chunk.left, 0, left, at, chunk.size);
      System.arraycopy(chunk.right, 0, right, at, chunk.size);
      for (int i = 0; i < chunk.size; i++) {
        first[at + i] = counter.add(chunk.pattern[i]);
      }
      at += chunk.size;
      chunk.release();
    }
    long[] sorted = counter.patterns();
    int[] order =
        IntStream.range(0, sorted.length)
            .boxed()
            .sorted((a, b) -> Long.compareUnsigned(sorted[a], sorted[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rank = new int[order.length];
    long[] patterns = new long[order.length];
    long[] counts = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
      patterns[i] = sorted[order[i]];
      counts[i] = counter.count(order[i]);
    }
    for (int i = 0; i < size; i++) {
      first[i] = rank[first[i]];
    }
    return new CandidatePairs(left, right, first, patterns, counts);
  }

  private static final class Chunk {
    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private long[] pattern = new long[1024];
    private int size;

    Chunk fill(LinkageFields fields, List<BlockingIndex> rules, int from, int to) {
      EditDistance distance = new EditDistance();
      int[] seen = new int[fields.rowsRight()];
      Arrays.fill(seen, -1);
      int[] found = new int[256];
      for (int row = from; row < to; row++) {
        int count = 0;
        for (BlockingIndex rule : rules) {
          long hash = rule.hashLeft(row);
          if (hash == 0) {
            continue;
          }
          int end = rule.end(hash);
          for (int i = rule.start(hash); i < end; i++) {
            int other = rule.row(i, hash);
            if (other >= 0 && seen[other] != row && (!fields.oneFile() || other > row)) {
              seen[other] = row;
              if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
              }
              found[count++] = other;
            }
          }
        }
        Arrays.sort(found, 0, count);
        for (int i = 0; i < count; i++) {
          add(row, found[i], fields.pattern(row, found[i], distance));
        }
      }
      return this;
    }

    private void add(int l, int r, long levels) {
      if (size == left.length) {
        left = Arrays.copyOf(left, 2 * size);
        right = Arrays.copyOf(right, 2 * size);
        pattern = Arrays.copyOf(pattern, 2 * size);
      }
      left[size] = l;
      right[size] = r;
      pattern[size++] = levels;
    }

    void release() {
      left = new int[0];
      right = left;
      pattern = new long[0];
    }
  }
}
