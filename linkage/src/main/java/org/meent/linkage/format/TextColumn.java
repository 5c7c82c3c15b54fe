// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts of one column of a batch: UTF-8 bytes, one after the other. Row {@code r} is the slice from
 * {@link #start} to {@link #end}; a text is only made into a {@code String} by {@link #text}.
 */
public final class TextColumn {
  private byte[] bytes = new byte[64];
  private int[] ends = new int[16];
  private int rows;

  /** How many texts there are. */
  public int rows() {
    return rows;
  }

  /** The bytes that all slices lie in; changed by every append. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where a row's slice begins. */
  public int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /** Where a row's slice ends (exclusive). */
  public int end(int row) {
    return ends[row];
  }

  /** The length of a row's text in bytes; 0 for an empty text. */
  public int length(int row) {
    return ends[row] - start(row);
  }

  /** A row's text. */
  public String text(int row) {
    return new String(bytes, start(row), length(row), StandardCharsets.UTF_8);
  }

  /** Forgets all texts and keeps the room. */
  public void clear() {
    rows = 0;
  }

  /** Adds a text that is UTF-8 already. */
  public void append(byte[] from, int offset, int length) {
    int at = reserve(length);
    System.arraycopy(from, offset, bytes, at, length);
    ends[rows++] = at + length;
  }

  /** Adds a text. */
  public void append(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    append(encoded, 0, encoded.length);
  }

  /** Makes room for one more text and returns where its bytes go. */
  private int reserve(int length) {
    int at = rows == 0 ? 0 : ends[rows - 1];
    if (at + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(at, length), bytes.length * 2));
    }
    if (rows == ends.length) {
      ends = Arrays.copyOf(ends, rows * 2);
    }
    return at;
  }
}
