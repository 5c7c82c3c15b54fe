// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.List;

/** The rows of one file, of whatever format, seen through what the protocol declares of it. */
interface DeclaredRows extends AutoCloseable {

  /** The names of all columns of the file, declared or not. */
  List<String> columns();

  /** Goes to the next row; false after the last. */
  boolean next();

  /** The row's place in the file, as refusals name it. */
  long line();

  /**
   * A part of a pseudonym in the present row.
   *
   * @param column place among the key columns of the protocol: 0 the set and 1 the number of the
   *     key, 2 and 3 those of a second person; 0 alone where it names a record
   */
  CharSequence key(int column);

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
