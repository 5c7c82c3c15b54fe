// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

/** Writes elements as bytecodes: see {@link SavBytecodeRows}. */
final class SavEncoder {
  private static final int BIAS = 100;
  private static final long BLANKS = 0x2020_2020_2020_2020L;

  private final SavBlocks out;
  private final byte[] group = new byte[72];
  private int codes;
  private int end = 8;

  SavEncoder(SavBlocks out) {
    this.out = out;
  }

  void number(double value) {
    int small = (int) value;
    boolean whole =
        small > -BIAS
            && small < 252 - BIAS
            && Double.doubleToRawLongBits(small) == Double.doubleToRawLongBits(value);
    if (whole) {
      code(small + BIAS);
    } else {
      literal(Double.doubleToRawLongBits(value));
    }
  }

  void missing() {
    code(255);
  }

  /** A text filled with blanks to its width, and that to a multiple of eight. */
  void text(byte[] bytes, int start, int end, int width) {
    int elements = (width + 7) / 8;
    int at = start;
    for (int e = 0; e < elements; e++, at += 8) {
      long eight = BLANKS;
      if (at + 8 <= end) {
        eight = (long) SavRows.EIGHT.get(bytes, at);
      } else {
        for (int i = 0; at + i < end; i++) {
          eight ^= (long) ((bytes[at + i] ^ ' ') & 0xff) << (8 * i);
        }
      }
      if (eight == BLANKS) {
        code(254);
      } else {
        literal(eight);
      }
    }
  }

  private void literal(long eight) {
    SavRows.EIGHT.set(group, end, eight);
    end += 8;
    code(253);
  }

  private void code(int code) {
    group[codes++] = (byte) code;
    if (codes == 8) {
      flush();
    }
  }

  private void flush() {
    out.bytes(group, 0, end);
    codes = 0;
    end = 8;
  }

  void finish() {
    if (codes > 0) {
      while (codes < 8) {
        group[codes++] = 0;
      }
      flush();
    }
  }
}
