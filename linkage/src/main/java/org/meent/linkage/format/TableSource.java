// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.util.List;

/**
 * A file of rows whose dictionary has been read. Holds nothing open; read it as often as needed.
 */
public interface TableSource {
  /** What the file says about itself. */
  Schema schema();

  /**
   * Reads some columns of all rows, in the file's order of rows.
   *
   * @param columns exact names, in the order wanted
   * @return batches with those columns; to be closed
   * @throws org.meent.protocols.refusal.RefusalException if a column does not exist or the file
   *     cannot be read
   */
  BatchReader read(List<String> columns);
}
