// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.bytes;

/** Bytes in order, wherever they come from. */
public interface ByteFeed extends AutoCloseable {
  /**
   * Reads at least one byte, at most {@code length}; -1 at the end.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the bytes cannot be had
   */
  int read(byte[] into, int offset, int length);

  @Override
  void close();
}
