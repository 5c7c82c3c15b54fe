// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Bloom filters of the records of a file; several encoded columns stand one behind the other.
 *
 * @param words the bits, record by record
 * @param width words per record
 * @param ones per record how many bits are set
 */
record EncodedRecords(long[] words, int width, int[] ones) {
  /** Shorter values are no encodings. */
  private static final int LEAST_BYTES = 16;

  static EncodedRecords of(CsvTable table, List<FieldSpec> columns) {
    int[] widths = new int[columns.size()];
    long[][][] decoded = new long[columns.size()][][];
    int width = 0;
    for (int c = 0; c < decoded.length; c++) {
      String column = columns.get(c).column();
      decoded[c] = decode(table, column);
      widths[c] = decoded[c].length < 2 ? 0 : decoded[c][1].length;
      width += widths[c];
    }
    int n = table.rows();
    long[] words = new long[Math.multiplyExact(n, width)];
    int[] ones = new int[n];
    int from = 0;
    for (int c = 0; c < decoded.length; c++) {
      int[] codes = table.columns().get(table.header().indexOf(columns.get(c).column())).codes();
      for (int row = 0; row < n; row++) {
        for (int w = 0; w < widths[c] && codes[row] > 0; w++) {
          words[row * width + from + w] = decoded[c][codes[row]][w];
          ones[row] += Long.bitCount(decoded[c][codes[row]][w]);
        }
      }
      from += widths[c];
    }
    return new EncodedRecords(words, width, ones);
  }

  int rows() {
    return ones.length;
  }

  /** How alike two records are: twice the common ones over all ones. */
  double dice(int row, EncodedRecords others, int other) {
    int common = 0;
    int a = row * width;
    int b = other * width;
    for (int w = 0; w < width; w++) {
      common += Long.bitCount(words[a + w] & others.words[b + w]);
    }
    return 2.0 * common / Math.max(1, ones[row] + others.ones[other]);
  }

  private static long[][] decode(CsvTable table, String column) {
    String[] values = table.columns().get(table.header().indexOf(column)).values();
    long[][] words = new long[values.length][];
    for (int v = 1; v < values.length; v++) {
      words[v] = decode(table, column, values[v]);
      if (words[v].length != words[1].length) {
        throw clear(table, column);
      }
    }
    return words;
  }

  private static long[] decode(CsvTable table, String column, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw clear(table, column);
    }
    if (bytes.length < LEAST_BYTES || bytes.length % Long.BYTES != 0) {
      throw clear(table, column);
    }
    long[] words = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    return words;
  }

  /** Values in clear where encodings were promised. */
  private static RefusalException clear(CsvTable table, String column) {
    return Refusal.refused("linkage.encode.clear-text", Where.file(table.file()).in(column))
        .asException();
  }
}
