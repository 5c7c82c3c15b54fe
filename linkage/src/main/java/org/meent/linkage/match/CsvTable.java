// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;

/**
 * A file in memory, records in the order of their ids.
 *
 * @param file the name for messages
 * @param header the column names
 * @param ids the ids, ascending
 * @param columns the columns, in the order of the header; empty where they were not wanted
 */
public record CsvTable(String file, List<String> header, IdColumn ids, List<CsvColumn> columns) {

  /**
   * A column as codes.
   *
   * @param codes per record the number of its value; 0 is the empty value
   * @param values the distinct values, trimmed; the first is empty
   */
  public record CsvColumn(int[] codes, String[] values) {}

  /** The number of records. */
  public int rows() {
    return ids.size();
  }
}
