// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import org.meent.linkage.format.bytes.ByteInput;

/** Rows without compression. */
final class SavPlainRows implements SavRows {
  private final ByteInput in;
  private final int[] slots;
  private final int kept;
  private final byte[] row;

  /**
   * Rows from where the input stands.
   *
   * @param slots per element the place in a kept row, in bytes; -1 if it is not kept
   * @param kept bytes of a kept row
   */
  SavPlainRows(ByteInput in, int[] slots, int kept) {
    this.in = in;
    this.slots = slots.clone();
    this.kept = kept;
    this.row = new byte[slots.length * 8];
  }

  @Override
  public int fill(byte[] into, int rows) {
    for (int r = 0; r < rows; r++) {
      if (!readRow()) {
        return r;
      }
      for (int e = 0; e < slots.length; e++) {
        if (slots[e] >= 0) {
          EIGHT.set(into, r * kept + slots[e], (long) EIGHT.get(row, e * 8));
        }
      }
    }
    return rows;
  }

  private boolean readRow() {
    for (int at = 0; at < row.length; ) {
      int got = in.read(row, at, row.length - at);
      if (got < 0) {
        if (at == 0) {
          return false;
        }
        throw in.truncated();
      }
      at += got;
    }
    return true;
  }

  @Override
  public void close() {
    in.close();
  }
}
