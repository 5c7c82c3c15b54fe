// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * One side of a table: the categories of a variable, whose total is the margin. Every unit of the
 * population is in exactly one category; units whose category is unknown are in the category "".
 *
 * @param variable name in the protocol, the same in every output, so that tables can be linked
 * @param label name for people
 * @param categories codes, in the order shown
 */
public record Dimension(String variable, String label, List<String> categories) {

  /** Stands for all categories together. */
  public static final String TOTAL = "Total";

  /** Stands for units whose category is not known. */
  public static final String UNKNOWN = "unknown";

  private static final List<String> RESERVED = List.of(TOTAL, UNKNOWN, ".");

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if there is no category or one is twice there
   * @throws org.meent.protocols.refusal.RefusalException if a category is a word that tables use
   *     for something else
   */
  public Dimension {
    categories = List.copyOf(categories);
    if (variable.isEmpty() || categories.isEmpty()) {
      throw new IllegalArgumentException("a dimension needs a variable and at least one category");
    }
    if (new HashSet<>(categories).size() != categories.size()) {
      throw new IllegalArgumentException("dimension " + variable + " has a category twice");
    }
    for (String reserved : RESERVED) {
      if (categories.contains(reserved)) {
        throw Refusal.badInput("disclosure.output.category", Where.field(variable), reserved)
            .asException();
      }
    }
  }

  /** The dimension of the codes that occur, in ascending order; an unknown code is the text "". */
  public static Dimension observed(String variable, String label, List<String> codes) {
    return new Dimension(variable, label, List.copyOf(new TreeSet<>(codes)));
  }

  /**
   * Place of a code.
   *
   * @throws IllegalArgumentException if it is none of the categories; the message does not show it
   */
  int indexOf(String code) {
    int index = categories.indexOf(code);
    if (index < 0) {
      throw new IllegalArgumentException("a unit has a code that dimension " + variable + " lacks");
    }
    return index;
  }
}
