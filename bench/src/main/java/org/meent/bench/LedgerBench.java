// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.meent.disclosure.ledger.Differencing;
import org.meent.disclosure.ledger.ReleaseLedger;
import org.meent.disclosure.ledger.ReleasedAmount;
import org.meent.disclosure.ledger.ReleasedCount;
import org.meent.protocols.run.RandomStream;

/**
 * A ledger of 200 releases with 500 counts each against a table of 1,000 cells, then planted
 * one-record differences and disjoint populations: {@code [RELEASES PLANTED]}.
 */
public final class LedgerBench {
  private static final int LEAST = 10;

  private LedgerBench() {}

  /** Runs it. */
  public static void main(String[] args) {
    int releases = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int planted = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    List<ReleaseLedger.Entry> entries = new ArrayList<>();
    for (int r = 0; r < releases; r++) {
      String within = r % 4 == 0 ? "" : "p" + (r - 1);
      entries.add(table("r" + r, "p" + r, within, 25, 20, 4_000 - 1_000 * (r % 4), r));
    }
    ReleaseLedger ledger = new ReleaseLedger(entries);
    long start = System.nanoTime();
    int alarms =
        Differencing.of(ledger, List.of(table("", "new", "", 40, 25, 900, releases)), LEAST).size();
    System.out.printf(
        "%d counts in %d releases, table of 1,000 cells: %d alarms, %.2f s%n",
        entries.stream().mapToInt(e -> e.counts().size()).sum(),
        releases,
        alarms,
        (System.nanoTime() - start) / 1e9);
    planted("counts", planted, entry -> entry);
    planted("sums", planted, LedgerBench::sums);
  }

  private static void planted(String what, int planted, UnaryOperator<ReleaseLedger.Entry> as) {
    int found = 0;
    int falseAlarms = 0;
    for (int c = 0; c < planted; c++) {
      ReleaseLedger.Entry before = table("r", "all", "", 5, 4, 300, c);
      ReleaseLedger few = new ReleaseLedger(List.of(as.apply(before)));
      ReleaseLedger.Entry request = as.apply(lacking(before, c));
      found += Differencing.of(few, List.of(request), LEAST).isEmpty() ? 0 : 1;
      ReleaseLedger.Entry other = as.apply(table("", "others", "", 5, 4, 300, planted + c));
      falseAlarms += Differencing.of(few, List.of(other), LEAST).isEmpty() ? 0 : 1;
    }
    System.out.printf(
        "%s: planted one-record differences found %d of %d; false alarms on disjoint populations"
            + " %d%n",
        what, found, planted, falseAlarms);
  }

  /** The same table as sums of a measure: counts only stand behind the figures. */
  private static ReleaseLedger.Entry sums(ReleaseLedger.Entry table) {
    List<ReleasedAmount> amounts =
        table.counts().stream()
            .map(count -> new ReleasedAmount("pay", count.codes(), OptionalLong.of(count.value())))
            .toList();
    boolean inner = !table.within().isEmpty();
    return new ReleaseLedger.Entry(
        table.release(),
        table.output(),
        table.population(),
        inner ? table.units() - LEAST : table.units(),
        table.within(),
        List.of(),
        amounts);
  }

  private static ReleaseLedger.Entry table(
      String release, String population, String within, int rows, int columns, int base, int seed) {
    RandomStream random = RandomStream.of(17, "ledger", seed);
    List<ReleasedCount> counts = new ArrayList<>();
    long units = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        long value = base + random.nextInt(500);
        units += value;
        counts.add(
            new ReleasedCount(new TreeMap<>(Map.of("row", "R" + i, "column", "C" + j)), value));
      }
    }
    return new ReleaseLedger.Entry(release, "table", population, units, within, counts);
  }

  private static ReleaseLedger.Entry lacking(ReleaseLedger.Entry whole, int seed) {
    RandomStream random = RandomStream.of(18, "planted", seed);
    List<ReleasedCount> counts = new ArrayList<>(whole.counts());
    int at = random.nextInt(counts.size());
    counts.set(at, new ReleasedCount(counts.get(at).codes(), counts.get(at).value() - 1));
    return new ReleaseLedger.Entry("", "table", "most", whole.units() - 1, "all", counts);
  }
}
