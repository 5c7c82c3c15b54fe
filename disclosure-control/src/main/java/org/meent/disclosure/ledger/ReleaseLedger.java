// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.meent.protocols.refusal.RefusalException;

/**
 * The earlier releases of an environment, read from {@code <home>/ledger/releases.jsonl}: one JSON
 * object per line and released output, in the order of release; {@link LedgerLine} says which. No
 * such file means that no earlier release is known, which is not the same as none. The ledger stays
 * inside.
 *
 * @param entries one per released output
 */
public record ReleaseLedger(List<Entry> entries) {
  /** Copies the entries. */
  public ReleaseLedger {
    entries = List.copyOf(entries);
  }

  /**
   * An output that was let out.
   *
   * @param release id of the release
   * @param output id of the output
   * @param population id of its population
   * @param units unweighted number of units of that population
   * @param within id of a population that holds every unit of this one; empty if none is known
   * @param counts the counts of units that were published; empty if none is known
   * @param amounts the sums, means and estimates that were published; empty if none is known
   */
  public record Entry(
      String release,
      String output,
      String population,
      long units,
      String within,
      List<ReleasedCount> counts,
      List<ReleasedAmount> amounts) {

    /** Copies the lists. */
    public Entry {
      counts = List.copyOf(counts);
      amounts = List.copyOf(amounts);
    }

    /** An output of counts only. */
    public Entry(
        String release,
        String output,
        String population,
        long units,
        String within,
        List<ReleasedCount> counts) {
      this(release, output, population, units, within, counts, List.of());
    }

    /** An output of which only the size of its population is known. */
    public Entry(String release, String output, String population, long units) {
      this(release, output, population, units, "", List.of());
    }

    /** The same output under the id of a release. */
    public Entry in(String id) {
      return new Entry(id, output, population, units, within, counts, amounts);
    }

    /** The names; never the number. */
    @Override
    public String toString() {
      return "Entry[" + release + ", " + output + ", " + population + "]";
    }
  }

  /** A ledger that knows no release. */
  public static ReleaseLedger empty() {
    return new ReleaseLedger(List.of());
  }

  /**
   * Reads the ledger of an environment.
   *
   * @param home the environment's folder
   * @throws RefusalException if a line is not an entry
   */
  public static ReleaseLedger open(Path home) {
    Path file = home.resolve("ledger").resolve("releases.jsonl");
    if (!Files.exists(file)) {
      return empty();
    }
    return new ReleaseLedger(LedgerFile.read(file));
  }

  /** Number of distinct releases. */
  public long releases() {
    return entries.stream().map(Entry::release).distinct().count();
  }
}
