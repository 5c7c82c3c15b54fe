// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

/** The rows of one file, of whatever format, seen through what the protocol declares of it. */
interface DeclaredRows extends AutoCloseable {

  /** Goes to the next row; false after the last. */
  boolean next();

  /** The row's place in the file, as refusals name it. */
  long line();

  /** Which set the key of the present row belongs to. */
  CharSequence keySet();

  /** The number of the key of the present row. */
  CharSequence keyNumber();

  /**
   * Reads a cell of the present row.
   *
   * @param variable place of the variable in the protocol
   * @param into takes what the cell says
   * @throws org.meent.protocols.refusal.RefusalException if the cell is not of its type
   */
  void read(int variable, CellReader into);

  @Override
  void close();
}
