// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meent.disclosure.protect.PrimaryRule;
import org.meent.disclosure.protect.Standard;

/**
 * What to tabulate and how to protect it.
 *
 * @param input the file with records, relative to the specification
 * @param dimensions columns of each dimension from coarse to fine, in the order of the file; the
 *     total is implied
 * @param measure the column that is summed; absent for a frequency table
 * @param contributor the column that says whose record it is; absent if every record stands alone
 * @param rules when a cell is sensitive, at least one
 * @param standard how strong the protection is
 */
public record ProtectionSpec(
    String input,
    Map<String, List<String>> dimensions,
    Optional<String> measure,
    Optional<String> contributor,
    List<PrimaryRule> rules,
    Standard standard) {

  /** Copies, keeping the order of the dimensions. */
  public ProtectionSpec {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    dimensions.forEach((name, columns) -> copy.put(name, List.copyOf(columns)));
    dimensions = java.util.Collections.unmodifiableMap(copy);
    rules = List.copyOf(rules);
  }

  /** The same records with another column to be summed. */
  ProtectionSpec measuring(String column) {
    return new ProtectionSpec(
        input, dimensions, Optional.of(column), Optional.empty(), rules, standard);
  }

  /** How many of the largest contributors the rules look at. */
  int depth() {
    return rules.stream().mapToInt(PrimaryRule::depth).max().orElse(0);
  }
}
