// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.measure.Sample;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The records behind outputs, one per unit, in memory and never written. Columns are found by the
 * names that the outputs use.
 */
public final class Records {
  private static final String AMOUNT = "-?[0-9]{1,15}(\\.[0-9]{1,8})?";

  private final String name;
  private final SortedMap<String, List<String>> columns = new TreeMap<>();
  private int size;

  private Records(String name) {
    this.name = name;
  }

  /**
   * Reads a CSV of records.
   *
   * @throws RefusalException if it is not CSV in UTF-8, ragged, or without records
   */
  public static Records read(Path file) {
    Sheets.demand(file, "disclosure.elsewhere.no-records");
    Records records = new Records(String.valueOf(file.getFileName()));
    Delimited text = Delimited.read(file, records.name);
    for (int i = 0; i < text.header().size(); i++) {
      int at = i;
      List<String> values = text.rows().stream().map(row -> row.get(at)).toList();
      if (records.columns.put(text.header().get(i), values) != null) {
        throw Refusal.badInput("disclosure.csv.column-twice", Where.file(records.name).atLine(1))
            .asException();
      }
    }
    records.size = text.rows().size();
    if (records.size == 0) {
      throw Refusal.badInput("disclosure.csv.no-records", Where.file(records.name)).asException();
    }
    return records;
  }

  /** Number of records. */
  public int size() {
    return size;
  }

  /** The records to measure figures from. */
  Sample sample() {
    return Sample.of(size, columns);
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The codes of a column. */
  List<String> codes(String column) {
    List<String> codes = columns.get(column);
    if (codes == null) {
      throw Refusal.badInput("disclosure.csv.no-column", Where.file(name).atLine(1), column)
          .asException();
    }
    return codes;
  }

  /** The amounts of a column; a record without one is refused, for a missing amount is not zero. */
  List<BigDecimal> amounts(String column) {
    List<String> texts = codes(column);
    List<BigDecimal> amounts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).matches(AMOUNT)) {
        throw Refusal.badInput(
                "disclosure.csv.number", Where.file(name).atLine(i + 2L).in(column), 8)
            .asException();
      }
      amounts.add(new BigDecimal(texts.get(i)));
    }
    return amounts;
  }
}
