// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

/** Where bytecodes go. */
interface SavBlocks {
  /** Takes bytes. */
  void bytes(byte[] bytes, int offset, int length);

  /** Writes what comes after the last byte. */
  default void finish() {}

  /** Frees what is not memory. */
  default void close() {}
}
