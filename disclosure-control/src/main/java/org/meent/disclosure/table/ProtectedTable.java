// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.Arrays;
import org.meent.disclosure.protect.SuppressionPattern;

/**
 * A table with its pattern. The pattern and its certificate stay inside.
 *
 * @param table the cells
 * @param pattern which are suppressed, and why that protects
 */
public record ProtectedTable(HierarchicalTable table, SuppressionPattern pattern) {

  /** Sum of the values of the secondary cells, in units of 10^-scale. */
  public long secondaryValue() {
    return Arrays.stream(pattern.secondaries()).mapToLong(table::value).sum();
  }
}
