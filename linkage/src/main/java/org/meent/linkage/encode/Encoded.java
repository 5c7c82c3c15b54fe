// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The encodings of a population, all columns of a record one behind the other. */
record Encoded(long[][] records) {

  static Encoded of(FileEncoding encoding, List<List<String>> population) {
    return new Encoded(
        population.stream().map(person -> words(encoding.encode(person))).toArray(long[][]::new));
  }

  private static long[] words(List<byte[]> columns) {
    int size = columns.stream().mapToInt(column -> column.length).sum();
    ByteBuffer all = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    columns.forEach(all::put);
    long[] words = new long[size / Long.BYTES];
    all.flip().asLongBuffer().get(words);
    return words;
  }

  int size() {
    return records.length;
  }

  int bits() {
    return records[0].length * Long.SIZE;
  }

  double dice(int a, int b) {
    int common = 0;
    int ones = 0;
    for (int w = 0; w < records[a].length; w++) {
      common += Long.bitCount(records[a][w] & records[b][w]);
      ones += Long.bitCount(records[a][w]) + Long.bitCount(records[b][w]);
    }
    return 2.0 * common / Math.max(1, ones);
  }

  /** Per bit the set of the records that have it. */
  long[][] columns() {
    long[][] columns = new long[bits()][(size() + 63) / 64];
    for (int r = 0; r < size(); r++) {
      for (int bit = 0; bit < columns.length; bit++) {
        if ((records[r][bit >>> 6] >>> bit & 1) != 0) {
          columns[bit][r >>> 6] |= 1L << r;
        }
      }
    }
    return columns;
  }
}
