// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.table.CsvReader;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A table of counts that was published elsewhere, such as an earlier export or a statistical
 * office's own table, taken into the ledger. CSV with a header: one column per variable, then the
 * count as the last column; {@code Total} for all codes of a variable, {@code 18-24|25-34} for
 * several together, and {@code .} or nothing for a count that was left out. The row that is a total
 * in every variable gives the units of the population.
 */
public final class PublishedTable {
  private static final String TOTAL = "Total";

  private final String file;
  private final List<ReleasedCount> counts = new ArrayList<>();
  private List<String> variables = List.of();
  private long units = -1;

  private PublishedTable(String file) {
    this.file = file;
  }

  /**
   * Reads a table.
   *
   * @param release id of the release it came in
   * @param output name of the table
   * @param population id of the population it speaks of
   * @param within id of a population that holds every unit of that one; empty if none is known
   * @throws org.meent.protocols.refusal.RefusalException if a count is no whole number, the total
   *     is missing, or the file is not CSV
   */
  public static ReleaseLedger.Entry read(
      Path csv, String release, String output, String population, String within) {
    String name = String.valueOf(csv.getFileName());
    PublishedTable table = new PublishedTable(name);
    CsvReader.read(
        csv, name, header -> table.variables = header.subList(0, header.size() - 1), table::row);
    if (table.units < 0) {
      throw Refusal.badInput("disclosure.ledger.no-total", Where.file(name)).asException();
    }
    return new ReleaseLedger.Entry(release, output, population, table.units, within, table.counts);
  }

  private void row(long line, List<String> fields) {
    SortedMap<String, String> codes = new TreeMap<>();
    for (int k = 0; k < variables.size(); k++) {
      if (!fields.get(k).equals(TOTAL)) {
        codes.put(variables.get(k), fields.get(k));
      }
    }
    String text = fields.getLast();
    if (text.isEmpty() || text.equals(".")) {
      return;
    }
    if (!text.matches("[0-9]{1,15}")) {
      throw Refusal.badInput("disclosure.ledger.count", Where.file(file).atLine(line))
          .asException();
    }
    if (codes.isEmpty()) {
      units = Long.parseLong(text);
    } else {
      counts.add(new ReleasedCount(codes, Long.parseLong(text)));
    }
  }
}
