// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import org.meent.protocols.literature.Reference;

/** SipHash-2-4: a keyed hash of short inputs, 64 bits. */
@Reference(
    authors = "J.-P. Aumasson, D. J. Bernstein (2012)",
    title = "SipHash: a fast short-input PRF",
    source = "INDOCRYPT 2012, LNCS 7668, 489-508",
    url = "https://doi.org/10.1007/978-3-642-34931-7_28")
final class SipHash {
  private final long key0;
  private final long key1;
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  /** A hash under a key of 128 bits. */
  SipHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The hash of some bytes. */
  long of(byte[] bytes, int offset, int length) {
    start();
    int whole = offset + (length & ~7);
    for (int at = offset; at < whole; at += 8) {
      absorb(littleEndian(bytes, at, 8));
    }
    return finish(((long) length << 56) | littleEndian(bytes, whole, length & 7));
  }

  /** The hash of a whole number, as its eight bytes in little-endian order. */
  long of(long value) {
    start();
    absorb(value);
    return finish(8L << 56);
  }

  private void start() {
    v0 = key0 ^ 0x736f6d6570736575L;
    v1 = key1 ^ 0x646f72616e646f6dL;
    v2 = key0 ^ 0x6c7967656e657261L;
    v3 = key1 ^ 0x7465646279746573L;
  }

  private void absorb(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  private long finish(long last) {
    absorb(last);
    v2 ^= 0xff;
    for (int i = 0; i < 4; i++) {
      round();
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }

  private static long littleEndian(byte[] bytes, int at, int count) {
    long word = 0;
    for (int i = count - 1; i >= 0; i--) {
      word = (word << 8) | (bytes[at + i] & 0xff);
    }
    return word;
  }
}
