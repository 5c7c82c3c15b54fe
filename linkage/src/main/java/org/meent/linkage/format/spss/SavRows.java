// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Rows of a system file as raw bytes. Only the elements that a projection needs are kept, one after
 * the other, so that a row of the result is short.
 */
interface SavRows extends AutoCloseable {
  /** Eight bytes at any place of an array; one order for all, whatever the file's is. */
  VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * Reads rows.
   *
   * @param into where the kept elements go
   * @param rows how many at most
   * @return how many there were; fewer than asked only at the end
   */
  int fill(byte[] into, int rows);

  @Override
  void close();
}
