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
  private static final int CHUNKS = 32;
  private static final int BATCH = 512;

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
    int size = chunks.stream().mapToInt(chunk -> chunk.size).reduce(0, Math::addExact);
    PatternCounter counter = new PatternCounter();
    List<int[]> numbers = chunks.stream().map(chunk -> counter.addAll(chunk.patterns)).toList();
    long[] found = counter.patterns();
    int[] order = ascending(found);
    int[] rank = new int[order.length];
    CandidatePairs pairs =
        new CandidatePairs(
            new int[size],
            new int[size],
            new int[size],
            new long[order.length],
            new long[order.length]);
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
      pairs.patterns[i] = found[order[i]];
      pairs.counts[i] = counter.count(order[i]);
    }
    int at = 0;
    for (int c = 0; c < chunks.size(); c++) {
      Chunk chunk = chunks.get(c);
      System.arraycopy(chunk.left, 0, pairs.left, at, chunk.size);
      System.arraycopy(chunk.right, 0, pairs.right, at, chunk.size);
      for (int i = 0; i < chunk.size; i++) {
        pairs.pattern[at + i] = rank[numbers.get(c)[chunk.pattern[i]]];
      }
      at += chunk.size;
      chunk.release();
    }
    return pairs;
  }

  private static int[] ascending(long[] patterns) {
    return IntStream.range(0, patterns.length)
        .boxed()
        .sorted((a, b) -> Long.compareUnsigned(patterns[a], patterns[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static final class Chunk {
    private final PatternCounter patterns = new PatternCounter();
    private final EditDistance distance = new EditDistance();
    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private int[] pattern = new int[1024];
    private int size;

    /** Per right record the left record that found it last. */
    private int[] seen = new int[0];

    private int[] found = new int[256];
    private int count;

    Chunk fill(LinkageFields fields, List<BlockingIndex> rules, int from, int to) {
      seen = new int[fields.rowsRight()];
      Arrays.fill(seen, -1);
      BlockingIndex.Lookup[] lookups = new BlockingIndex.Lookup[rules.size()];
      Arrays.setAll(lookups, r -> new BlockingIndex.Lookup(rules.get(r), BATCH));
      for (int batch = from; batch < to; batch += BATCH) {
        int end = Math.min(to, batch + BATCH);
        for (BlockingIndex.Lookup lookup : lookups) {
          lookup.locate(batch, end);
        }
        for (int row = batch; row < end; row++) {
          count = 0;
          for (BlockingIndex.Lookup lookup : lookups) {
            collect(lookup, row, fields.oneFile() ? row : -1);
          }
          compare(fields, row);
        }
      }
      seen = new int[0];
      return this;
    }

    /** Adds the right records behind {@code after} that share a block with a left record. */
    private void collect(BlockingIndex.Lookup lookup, int row, int after) {
      int size = lookup.size(row);
      for (int i = 0; i < size; i++) {
        int other = lookup.row(row, i);
        if (other > after && seen[other] != row) {
          seen[other] = row;
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = other;
        }
      }
    }

    private void compare(LinkageFields fields, int row) {
      Arrays.sort(found, 0, count);
      for (int i = 0; i < count; i++) {
        add(row, found[i], fields.pattern(row, found[i], distance));
      }
    }

    private void add(int l, int r, long levels) {
      if (size == left.length) {
        left = Arrays.copyOf(left, 2 * size);
        right = Arrays.copyOf(right, 2 * size);
        pattern = Arrays.copyOf(pattern, 2 * size);
      }
      left[size] = l;
      right[size] = r;
      pattern[size++] = patterns.add(levels);
    }

    void release() {
      left = new int[0];
      right = left;
      pattern = left;
    }
  }
}
