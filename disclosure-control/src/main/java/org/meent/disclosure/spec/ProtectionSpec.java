// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.meent.disclosure.protect.Cost;
import org.meent.disclosure.protect.Standard;

/**
 * What to tabulate and how to protect it.
 *
 * @param input the file with records or cells, relative to the specification
 * @param dimensions by name, in the order of the file; the total of each is implied
 * @param tables dimensions of each table by its name; empty for one table of all dimensions
 * @param columns what the other columns of the input mean
 * @param sensitivity when a cell is sensitive
 * @param standard how strong the protection is
 * @param choices what secondary suppressions cost, and which are not allowed
 */
public record ProtectionSpec(
    String input,
    SequencedMap<String, DimensionSpec> dimensions,
    SequencedMap<String, List<String>> tables,
    Columns columns,
    Sensitivity sensitivity,
    Standard standard,
    Choices choices) {

  /**
   * What secondary suppressions cost, and which are not allowed.
   *
   * @param cost what a secondary cell costs
   * @param priorities cells that cost more or less than that; all that fit are multiplied
   * @param mustStay cells that must stay published
   */
  public record Choices(Cost cost, List<Priority> priorities, List<CellPattern> mustStay) {
    /** Copies the lists. */
    public Choices {
      priorities = List.copyOf(priorities);
      mustStay = List.copyOf(mustStay);
    }
  }

  /**
   * Some cells cost more or less.
   *
   * @param cells which
   * @param weight what their cost is multiplied by; above 0
   */
  public record Priority(CellPattern cells, BigDecimal weight) {}

  /** Copies, keeping the order of dimensions and tables. */
  public ProtectionSpec {
    dimensions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dimensions));
    SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
    tables.forEach((name, of) -> copy.put(name, List.copyOf(of)));
    tables = Collections.unmodifiableSequencedMap(copy);
  }

  /** Every pattern of cells that the specification has. */
  public List<CellPattern> patterns() {
    return Stream.of(
            sensitivity.structuralZeros().stream(),
            choices.priorities().stream().map(Priority::cells),
            choices.mustStay().stream())
        .flatMap(each -> each)
        .toList();
  }

  /** The same with dimensions described in another way. */
  public ProtectionSpec with(Map<String, DimensionSpec> others) {
    return new ProtectionSpec(
        input, new LinkedHashMap<>(others), tables, columns, sensitivity, standard, choices);
  }

  /** The same records with another column to be summed, each record for itself. */
  public ProtectionSpec measuring(String column) {
    return new ProtectionSpec(
        input, dimensions, tables, Columns.measuring(column), sensitivity, standard, choices);
  }
}
