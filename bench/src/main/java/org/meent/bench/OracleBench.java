// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.disclosure.protect.Cost;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.protect.Insider;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.protect.Proof;
import org.meent.disclosure.protect.Standard;
import org.meent.disclosure.protect.SuppressionPattern;
import org.meent.disclosure.protect.Suppressor;
import org.meent.protocols.run.RandomStream;

/**
 * Small random tables of counts, protected and then attacked by trying every possible table: {@code
 * SEED COUNT}. Shapes are 2 to 4 by 2 to 4 cells with margins, a third of them with an extra level
 * over the rows, and cubes of 2 by 2 by 2 or 3. Prints how many primary cells an attacker got.
 */
public final class OracleBench {
  private OracleBench() {}

  /** Runs. */
  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    int count = Integer.parseInt(args[1]);
    long primaries = 0;
    long attackers = 0;
    int failures = 0;
    for (int c = 0; c < count; c++) {
      RandomStream random = RandomStream.of(seed, "oracle bench", c);
      RandomTable drawn = RandomTable.of(random);
      Standard standard = Standard.values()[c % 3];
      List<Demand> demands = demands(drawn.table(), standard);
      SuppressionPattern pattern =
          Suppressor.withDefaults()
              .with(standard)
              .with(Cost.values()[random.nextInt(3)])
              .withInsiders(drawn.insiders())
              .withEffort(random.nextInt(2) == 0 ? 200_000 : 10_000)
              .protect(drawn.table(), demands);
      for (Insider attacker : attackers(drawn, standard)) {
        attackers++;
        failures += got(drawn, pattern, attacker) ? 1 : 0;
      }
      primaries += demands.size();
    }
    System.out.printf(
        "seed %d: tables %d, primaries %d, attackers %d, failures %d%n",
        seed, count, primaries, attackers, failures);
  }

  private static List<Demand> demands(LinearTable table, Standard standard) {
    return IntStream.range(0, table.size())
        .filter(cell -> table.values()[cell] == 1 || table.values()[cell] == 2)
        .mapToObj(
            cell ->
                standard == Standard.INTERVAL
                    ? new Demand(cell, 1, table.values()[cell])
                    : Demand.exact(cell))
        .toList();
  }

  /** The public, who contributes nothing, and where it matters each contributor. */
  private static List<Insider> attackers(RandomTable drawn, Standard standard) {
    List<Insider> attackers = new ArrayList<>(List.of(new Insider(new int[0], new long[0])));
    if (standard == Standard.INSIDER) {
      attackers.addAll(drawn.insiders());
    }
    return attackers;
  }

  private static boolean got(RandomTable drawn, SuppressionPattern pattern, Insider attacker) {
    LinearTable table = drawn.table();
    long[] parts = new long[table.size()];
    for (int i = 0; i < attacker.cells().length; i++) {
      parts[attacker.cells()[i]] = attacker.parts()[i];
    }
    BruteForce tables = new BruteForce(table, pattern.suppressed(table.size()), parts);
    for (Proof proof : pattern.certificate()) {
      Demand demand = proof.demand();
      int cell = demand.cell();
      long value = table.values()[cell];
      if (parts[cell] != 0 && parts[cell] == value) {
        continue;
      }
      boolean levels = pattern.standard() != Standard.EXACT;
      long least = Math.max(parts[cell], drawn.filled(cell));
      long up = levels ? demand.upper() : 0;
      long down = levels ? Math.min(demand.lower(), value - least) : 0;
      boolean open =
          (up == 0 || tables.exists(cell, value + up, Long.MAX_VALUE))
              && (down == 0 || tables.exists(cell, 0, value - down))
              && (tables.exists(cell, value + 1, Long.MAX_VALUE)
                  || tables.exists(cell, 0, value - 1));
      if (!open) {
        return true;
      }
    }
    return false;
  }
}
