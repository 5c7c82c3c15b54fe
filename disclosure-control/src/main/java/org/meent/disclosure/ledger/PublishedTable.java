// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A table that was published elsewhere, such as an earlier export or a table of StatLine, to be
 * taken into the ledger. One column per variable and one per figure; {@code Total} (or what {@link
 * #withTotal} says, or a code such as {@code T001038}) for all codes of a variable, {@code
 * 18-24|25-34} for several together, and {@code .} or nothing for a figure that was left out. The
 * row that is a total in every variable gives the units of the population.
 *
 * <p>Columns whose names end in an underscore and a number are topics of StatLine, and columns
 * called {@code ID} are numbers of rows: both are no variables. Counts must not be rounded or
 * weighted; what follows from such counts is not exact.
 *
 * @param release id of the release it came in
 * @param output name of the table
 * @param population id of the population it speaks of
 * @param within id of a population that holds every unit of that one; empty if none is known
 * @param counts the column with numbers of units; empty for the last column
 * @param amounts the measure of each column with sums, means or estimates
 * @param totals the code of the whole, by variable
 * @param only which code to take of a variable that is none of the population's, such as a period
 */
public record PublishedTable(
    String release,
    String output,
    String population,
    String within,
    String counts,
    SortedMap<String, String> amounts,
    SortedMap<String, String> totals,
    SortedMap<String, String> only) {

  private static final String TOTAL = "Total|T[0-9]{6}";
  private static final String TOPIC = ".*_[0-9]+|ID|Id";

  /** Copies. */
  public PublishedTable {
    amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    only = Collections.unmodifiableSortedMap(new TreeMap<>(only));
  }

  /** A table of counts, the last column, of a population that lies within no other. */
  public static PublishedTable of(String release, String output, String population) {
    SortedMap<String, String> none = Collections.emptySortedMap();
    return new PublishedTable(release, output, population, "", "", none, none, none);
  }

  /** The same within a population that holds every unit of this one. */
  public PublishedTable within(String other) {
    return new PublishedTable(release, output, population, other, counts, amounts, totals, only);
  }

  /** The same with another column of counts. */
  public PublishedTable withCounts(String column) {
    return new PublishedTable(release, output, population, within, column, amounts, totals, only);
  }

  /** The same with columns of sums, means or estimates, and what each is of. */
  public PublishedTable withAmounts(Map<String, String> measures) {
    return new PublishedTable(
        release, output, population, within, counts, new TreeMap<>(measures), totals, only);
  }

  /** The same with the code that stands for the whole in some variables. */
  public PublishedTable withTotal(Map<String, String> codes) {
    return new PublishedTable(
        release, output, population, within, counts, amounts, new TreeMap<>(codes), only);
  }

  /** The same with rows of one code of some variables only, which are no variables then. */
  public PublishedTable withOnly(Map<String, String> codes) {
    return new PublishedTable(
        release, output, population, within, counts, amounts, totals, new TreeMap<>(codes));
  }

  /**
   * Reads a file: CSV with commas or semicolons, or JSON of an OData service.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a count is no whole number, the total
   *     or a column is missing, or the file is none of these
   */
  public ReleaseLedger.Entry read(Path file) {
    PublishedRows rows = PublishedRows.read(file);
    int countAt = counts.isEmpty() ? rows.columns().size() - 1 : rows.place(counts);
    Map<String, Integer> amountAt = new TreeMap<>();
    amounts.forEach((column, measure) -> amountAt.put(measure, rows.place(column)));
    totals.keySet().forEach(rows::place);
    Map<Integer, String> wanted = new TreeMap<>();
    only.forEach((column, code) -> wanted.put(rows.place(column), code));
    Map<String, Integer> variables = variables(rows, countAt);
    List<ReleasedCount> found = new ArrayList<>();
    List<ReleasedAmount> sums = new ArrayList<>();
    long units = -1;
    for (int r = 0; r < rows.rows().size(); r++) {
      List<String> row = rows.rows().get(r);
      if (!wanted.entrySet().stream().allMatch(e -> row.get(e.getKey()).equals(e.getValue()))) {
        continue;
      }
      SortedMap<String, String> codes = codes(row, variables);
      OptionalLong count = count(row.get(countAt), rows, r);
      if (codes.isEmpty()) {
        units = count.orElse(units);
      } else {
        count.ifPresent(value -> found.add(new ReleasedCount(codes, value)));
      }
      amountAt.entrySet().stream()
          .filter(amount -> !left(row.get(amount.getValue())))
          .forEach(amount -> sums.add(new ReleasedAmount(amount.getKey(), codes, count)));
    }
    if (units < 0) {
      throw Refusal.badInput("disclosure.ledger.no-total", Where.file(rows.file())).asException();
    }
    return new ReleaseLedger.Entry(release, output, population, units, within, found, sums);
  }

  /** The columns that hold codes. */
  private Map<String, Integer> variables(PublishedRows rows, int countAt) {
    Map<String, Integer> variables = new TreeMap<>();
    for (int k = 0; k < rows.columns().size(); k++) {
      String name = rows.columns().get(k);
      boolean figure = k == countAt || amounts.containsKey(name) || name.matches(TOPIC);
      if (!figure && !only.containsKey(name)) {
        variables.put(name, k);
      }
    }
    return variables;
  }

  private SortedMap<String, String> codes(List<String> row, Map<String, Integer> variables) {
    SortedMap<String, String> codes = new TreeMap<>();
    variables.forEach(
        (variable, at) -> {
          String code = row.get(at);
          String total = totals.get(variable);
          if (!(total == null ? code.matches(TOTAL) : code.equals(total))) {
            codes.put(variable, code);
          }
        });
    return codes;
  }

  private static OptionalLong count(String text, PublishedRows rows, int row) {
    if (left(text)) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,15}")) {
      long line = rows.firstLine() == 0 ? 0 : rows.firstLine() + row;
      throw Refusal.badInput("disclosure.ledger.count", Where.file(rows.file()).atLine(line))
          .asException();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private static boolean left(String text) {
    return text.isEmpty() || text.equals(".");
  }
}
