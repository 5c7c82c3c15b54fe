// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.util.List;
import java.util.Optional;

/**
 * What the columns beside the dimensions mean.
 *
 * @param measure the column that is summed; absent for a frequency table
 * @param contributor the column that says whose record it is; absent if every record stands alone
 * @param weight the column with the sampling weight of the record; absent if all count once
 * @param request the column that says who asked for protection; absent if no rule looks at it
 * @param evidence what stands beside each cell; present if the input is a table of cells
 */
public record Columns(
    Optional<String> measure,
    Optional<String> contributor,
    Optional<String> weight,
    Optional<Request> request,
    Optional<Evidence> evidence) {

  /**
   * Who asked for protection.
   *
   * @param column the column
   * @param code what it says of a contributor who asked
   */
  public record Request(String column, String code) {}

  /**
   * What a table of cells says of the contributors of each.
   *
   * @param units the column with the number of contributors
   * @param largest columns with the largest contributions, descending; may be empty
   */
  public record Evidence(String units, List<String> largest) {
    /** Copies the list. */
    public Evidence {
      largest = List.copyOf(largest);
    }
  }

  /** Only a measure. */
  static Columns measuring(String column) {
    return new Columns(
        Optional.of(column),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
