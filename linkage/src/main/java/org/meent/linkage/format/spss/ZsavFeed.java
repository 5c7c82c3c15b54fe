// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.meent.linkage.format.bytes.ByteFeed;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/**
 * Inflates the blocks of a {@code .zsav} file one after the other. A block gives exactly as many
 * bytes as the trailer of the file says, or the file is refused; memory is bounded whatever that
 * number is.
 */
final class ZsavFeed implements ByteFeed {
  private static final int CHUNK = 1 << 16;
  private static final int ENTRY = 24;

  /** SPSS writes blocks of 4 MB. */
  private static final int USUAL = 1 << 23;

  private final ByteInput in;
  private final Inflater inflater = new Inflater();
  private final byte[] chunk = new byte[CHUNK];
  private final BlockInflater fast = new BlockInflater();
  private byte[] whole = new byte[0];
  private byte[] packedWhole = new byte[0];
  private int wholeAt;
  private int wholeEnd;
  private final long[] packedAt;
  private final int[] packed;
  private final int[] plain;
  private int block = -1;
  private int packedLeft;
  private int plainLeft;
  private boolean streamed;

  /** Reads the table of blocks; the input stands at the header of the compressed rows. */
  ZsavFeed(ByteInput in) {
    this.in = in;
    long headerAt = in.int64();
    long trailerAt = in.int64();
    long trailerLength = in.int64();
    if (headerAt != in.position() - 24 || trailerAt < in.position() || trailerAt > in.size()) {
      throw broken();
    }
    long dataAt = in.position();
    in.seek(trailerAt);
    in.skip(16);
    int blockSize = in.int32();
    int blocks = in.int32();
    if (blocks < 0 || blockSize < 0 || (long) blocks * ENTRY > in.remaining()) {
      throw broken();
    }
    if (trailerLength != 24 + (long) blocks * ENTRY) {
      throw broken();
    }
    packedAt = new long[blocks];
    packed = new int[blocks];
    plain = new int[blocks];
    for (int b = 0; b < blocks; b++) {
      in.int64();
      packedAt[b] = in.int64();
      plain[b] = in.int32();
      packed[b] = in.int32();
      boolean inside = packedAt[b] == dataAt && packed[b] >= 0 && packed[b] <= trailerAt - dataAt;
      if (!inside || plain[b] < 0 || plain[b] > blockSize) {
        throw broken();
      }
      dataAt += packed[b];
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    try {
      while (true) {
        if (wholeAt < wholeEnd) {
          int got = Math.min(length, wholeEnd - wholeAt);
          System.arraycopy(whole, wholeAt, into, offset, got);
          wholeAt += got;
          return got;
        }
        while (plainLeft == 0) {
          if (!nextBlock()) {
            return -1;
          }
        }
        if (inflateWhole()) {
          continue;
        }
        int got = inflater.inflate(into, offset, Math.min(length, plainLeft));
        if (got > 0) {
          plainLeft -= got;
          return got;
        }
        feedInflater();
      }
    } catch (DataFormatException e) {
      RefusalException refusal = broken();
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** Inflates a block at once if it just began and is not larger than usual. */
  private boolean inflateWhole() {
    int expected = plain[block];
    int length = packed[block];
    if (expected > USUAL || length > USUAL || plainLeft != expected || packedLeft != length) {
      return false;
    }
    if (whole.length < expected) {
      whole = new byte[expected];
    }
    if (packedWhole.length < length + BlockInflater.PADDING) {
      packedWhole = new byte[length + BlockInflater.PADDING];
    }
    for (int at = 0; at < length; ) {
      int got = in.read(packedWhole, at, length - at);
      if (got < 0) {
        throw in.truncated();
      }
      at += got;
    }
    Arrays.fill(packedWhole, length, length + BlockInflater.PADDING, (byte) 0);
    if (!fast.inflate(packedWhole, length, whole, expected)) {
      throw broken();
    }
    streamed = false;
    wholeAt = 0;
    wholeEnd = expected;
    plainLeft = 0;
    packedLeft = 0;
    return true;
  }

  private void feedInflater() {
    if (inflater.finished() || inflater.needsDictionary() || packedLeft == 0) {
      throw broken();
    }
    int got = in.read(chunk, 0, Math.min(CHUNK, packedLeft));
    if (got < 0) {
      throw in.truncated();
    }
    packedLeft -= got;
    inflater.setInput(chunk, 0, got);
  }

  /** Goes to the next block, if the one before ended where it should. */
  private boolean nextBlock() throws DataFormatException {
    if (streamed) {
      byte[] more = new byte[1];
      while (!inflater.finished()) {
        if (inflater.inflate(more) > 0) {
          throw broken();
        }
        if (inflater.needsInput() && !inflater.finished()) {
          feedInflater();
        }
      }
    }
    streamed = false;
    block++;
    if (block >= plain.length) {
      block = plain.length;
      return false;
    }
    inflater.reset();
    wholeAt = 0;
    wholeEnd = 0;
    in.seek(packedAt[block]);
    packedLeft = packed[block];
    plainLeft = plain[block];
    streamed = true;
    return true;
  }

  private RefusalException broken() {
    return Refusal.badInput("linkage.sav.zlib", in.where()).asException();
  }

  @Override
  public void close() {
    inflater.end();
    in.close();
  }
}
