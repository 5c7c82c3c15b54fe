// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.util.Arrays;
import org.meent.linkage.format.bytes.ByteFeed;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;

/**
 * Inflates the blocks of a {@code .zsav} file one after the other. A block gives exactly as many
 * bytes as the table says, or the file is refused; memory is two blocks, see {@link ZsavTable}.
 */
final class ZsavFeed implements ByteFeed {
  private final ByteInput in;
  private final ZsavTable table;
  private final BlockInflater inflater = new BlockInflater();
  private byte[] packed = new byte[0];
  private byte[] plain = new byte[0];
  private int block;
  private int at;
  private int end;

  /** Reads the table of blocks; the input stands at the header of the compressed rows. */
  ZsavFeed(ByteInput in) {
    this.in = in;
    this.table = ZsavTable.read(in);
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    while (at == end) {
      if (block == table.blocks()) {
        return -1;
      }
      inflateNext();
    }
    int got = Math.min(length, end - at);
    System.arraycopy(plain, at, into, offset, got);
    at += got;
    return got;
  }

  private void inflateNext() {
    int expected = table.plain()[block];
    int length = table.packed()[block];
    if (plain.length < expected + BlockInflater.SLACK) {
      plain = new byte[expected + BlockInflater.SLACK];
    }
    if (packed.length < length + BlockInflater.PADDING) {
      packed = new byte[length + BlockInflater.PADDING];
    }
    in.seek(table.packedAt()[block]);
    for (int got = 0; got < length; ) {
      int some = in.read(packed, got, length - got);
      if (some < 0) {
        throw in.truncated();
      }
      got += some;
    }
    Arrays.fill(packed, length, length + BlockInflater.PADDING, (byte) 0);
    if (!inflater.inflate(packed, length, plain, expected)) {
      throw Refusal.badInput("linkage.sav.zlib", in.where()).asException();
    }
    at = 0;
    end = expected;
    block++;
  }

  @Override
  public void close() {
    in.close();
  }
}
