// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

/**
 * A file of rows being written. Only {@link #finish} makes it whole; closing without it leaves a
 * file that no reader should see.
 */
public interface TableSink extends AutoCloseable {
  /**
   * Adds rows; the batch has the columns of the schema, in order.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the disk refuses
   */
  void write(ColumnBatch batch);

  /** Writes what comes after the rows, and syncs to disk. */
  void finish();

  @Override
  void close();
}
