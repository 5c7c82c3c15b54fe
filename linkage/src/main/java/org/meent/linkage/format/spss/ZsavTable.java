// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;

/**
 * The table of compressed blocks at the end of a {@code .zsav} file.
 *
 * @param packedAt where each block begins in the file
 * @param packed bytes of each block in the file
 * @param plain bytes that each block gives
 */
record ZsavTable(long[] packedAt, int[] packed, int[] plain) {
  private static final int ENTRY = 24;

  /** Deflate never makes more of a byte than this. */
  private static final long MOST_OF_A_BYTE = 1032;

  /** SPSS writes blocks of 4 MB; what claims more than 64 is no file of SPSS. */
  private static final int GREATEST = 1 << 26;

  /**
   * Reads the table; the input stands at the header of the compressed rows and is left anywhere.
   *
   * @throws org.meent.protocols.refusal.RefusalException if blocks do not lie one after the other
   *     inside the file, or claim more than their bytes can give
   */
  static ZsavTable read(ByteInput in) {
    long headerAt = in.int64();
    long trailerAt = in.int64();
    long trailerLength = in.int64();
    check(in, headerAt == in.position() - ENTRY);
    check(in, trailerAt >= in.position() && trailerAt <= in.size());
    long next = in.position();
    in.seek(trailerAt);
    in.skip(16);
    int blockSize = in.int32();
    int blocks = in.int32();
    check(in, blocks >= 0 && blockSize >= 0 && blockSize <= GREATEST);
    check(in, (long) blocks * ENTRY <= in.remaining());
    check(in, trailerLength == ENTRY + (long) blocks * ENTRY);
    ZsavTable table = new ZsavTable(new long[blocks], new int[blocks], new int[blocks]);
    for (int b = 0; b < blocks; b++) {
      in.int64();
      table.packedAt[b] = in.int64();
      int plain = in.int32();
      int packed = in.int32();
      check(in, table.packedAt[b] == next && packed >= 0 && packed <= trailerAt - next);
      check(in, packed <= GREATEST && plain >= 0 && plain <= blockSize);
      check(in, plain <= packed * MOST_OF_A_BYTE);
      table.plain[b] = plain;
      table.packed[b] = packed;
      next += packed;
    }
    return table;
  }

  int blocks() {
    return plain.length;
  }

  private static void check(ByteInput in, boolean holds) {
    if (!holds) {
      throw Refusal.badInput("linkage.sav.zlib", in.where()).asException();
    }
  }
}
