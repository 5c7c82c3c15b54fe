// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.meent.disclosure.perturb.Alternative;
import org.meent.disclosure.perturb.Comparison;

/**
 * One table in several ways, side by side; inside only.
 *
 * @param table the true table
 * @param sensitive how many of its cells are sensitive
 * @param recodings the table as it is and with coarser codes; empty if records are not known
 * @param alternatives the ways that change values
 * @param comparisons what each costs and hides, in the same order
 */
public record AlternativeTables(
    HierarchicalTable table,
    int sensitive,
    List<Recoding> recodings,
    List<Alternative> alternatives,
    List<Comparison> comparisons) {

  /** Copies. */
  public AlternativeTables {
    recodings = List.copyOf(recodings);
    alternatives = List.copyOf(alternatives);
    comparisons = List.copyOf(comparisons);
  }

  /** The word for a method in files, such as {@code controlled-rounding}. */
  public static String word(Alternative.Method method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Writes {@code alternatives.csv}: the codes of each cell, its true value and the value by each
   * method.
   */
  public void write(Path folder) throws IOException {
    PatternFiles.save(folder.resolve("alternatives.csv"), this::write);
  }

  private void write(Writer out) throws IOException {
    for (Hierarchy dimension : table.dimensions()) {
      out.append(PatternFiles.quoted(dimension.name())).append(',');
    }
    out.append("value");
    for (Alternative alternative : alternatives) {
      out.append(',').append(word(alternative.method()));
    }
    out.append('\n');
    for (int cell = 0; cell < table.size(); cell++) {
      for (int d = 0; d < table.dimensions().size(); d++) {
        out.append(PatternFiles.quoted(table.code(cell, d))).append(',');
      }
      out.append(PatternFiles.number(table.value(cell), table.scale()));
      for (Alternative alternative : alternatives) {
        out.append(',').append(PatternFiles.number(alternative.values()[cell], table.scale()));
      }
      out.append('\n');
    }
  }
}
