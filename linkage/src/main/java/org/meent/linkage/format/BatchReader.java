// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import org.jspecify.annotations.Nullable;

/** Rows of a file, batch after batch. */
public interface BatchReader extends AutoCloseable {
  /**
   * The next rows, or null after the last.
   *
   * @return a batch with at least one row; the same object each time
   * @throws org.meent.protocols.refusal.RefusalException if the file is cut off or not what its
   *     dictionary says
   */
  @Nullable ColumnBatch next();

  @Override
  void close();
}
