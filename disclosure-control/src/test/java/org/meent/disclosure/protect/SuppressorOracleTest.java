// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meent.protocols.run.RandomStream;

/**
 * Patterns of small random tables against the enumeration of all tables an attacker can think of.
 */
class SuppressorOracleTest {
  private static final int ROWS = 3;
  private static final int COLUMNS = 3;
  private static final int CELLS = (ROWS + 1) * (COLUMNS + 1);
  private static final int HIGHEST = 12;
  private static final int CASES = 340;

  @ParameterizedTest
  @EnumSource(Standard.class)
  void everyPrimaryIsOpenInTheEnumerationOfAllTables(Standard standard) {
    cases(standard, 0, CASES);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Standard.class)
  void everyPrimaryIsOpenInManyMoreTables(Standard standard) {
    cases(standard, CASES, CASES + 3_000);
  }

  private static void cases(Standard standard, int from, int to) {
    int primariesSeen = 0;
    for (int c = from; c < to; c++) {
      RandomStream random = RandomStream.of(61, "oracle", c);
      long[] values = values(random, 5);
      LinearTable table = new LinearTable(values, equations());
      List<Demand> demands = demands(values, standard);
      List<Insider> insiders = insiders(values);
      SuppressionPattern pattern =
          Suppressor.withDefaults()
              .with(standard)
              .with(Cost.values()[c % 3])
              .withInsiders(insiders)
              .withEffort(c % 4 == 0 ? 300_000 : 20_000)
              .protect(table, demands);
      check(table, pattern, insiders);
      primariesSeen += demands.size();
    }
    assertThat(primariesSeen).isGreaterThan(to - from);
  }

  private static void check(LinearTable table, SuppressionPattern pattern, List<Insider> insiders) {
    boolean[] suppressed = pattern.suppressed(table.size());
    List<long[]> attackers = new ArrayList<>();
    attackers.add(new long[table.size()]);
    if (pattern.standard() == Standard.INSIDER) {
      for (Insider insider : insiders) {
        long[] parts = new long[table.size()];
        for (int i = 0; i < insider.cells().length; i++) {
          parts[insider.cells()[i]] = insider.parts()[i];
        }
        attackers.add(parts);
      }
    }
    for (long[] parts : attackers) {
      long[] least = new long[table.size()];
      long[] most = new long[table.size()];
      java.util.Arrays.fill(least, Long.MAX_VALUE);
      java.util.Arrays.fill(most, Long.MIN_VALUE);
      enumerate(table, suppressed, parts, new long[table.size()], 0, least, most);
      for (Proof proof : pattern.certificate()) {
        Demand demand = proof.demand();
        int cell = demand.cell();
        long value = table.values()[cell];
        if (parts[cell] != 0 && parts[cell] == value) {
          continue;
        }
        assertThat(least[cell]).isLessThan(most[cell]);
        if (pattern.standard() != Standard.EXACT) {
          assertThat(most[cell]).isGreaterThanOrEqualTo(value + demand.upper());
          assertThat(least[cell])
              .isLessThanOrEqualTo(value - Math.min(demand.lower(), value - parts[cell]));
        }
      }
    }
  }

  /** All tables that agree with what is published and with what the attacker contributed. */
  private static void enumerate(
      LinearTable table,
      boolean[] suppressed,
      long[] parts,
      long[] y,
      int inner,
      long[] least,
      long[] most) {
    if (inner == ROWS * COLUMNS) {
      margins(y);
      for (int cell = 0; cell < CELLS; cell++) {
        if (!possible(table, suppressed, parts, cell, y[cell])) {
          return;
        }
      }
      for (int cell = 0; cell < CELLS; cell++) {
        least[cell] = Math.min(least[cell], y[cell]);
        most[cell] = Math.max(most[cell], y[cell]);
      }
      return;
    }
    int cell = inner / COLUMNS * (COLUMNS + 1) + inner % COLUMNS;
    for (long v = 0; v <= HIGHEST; v++) {
      if (!possible(table, suppressed, parts, cell, v)) {
        continue;
      }
      y[cell] = v;
      int row = cell / (COLUMNS + 1);
      if (inner % COLUMNS == COLUMNS - 1) {
        long sum = 0;
        for (int j = 0; j < COLUMNS; j++) {
          sum += y[row * (COLUMNS + 1) + j];
        }
        if (!possible(table, suppressed, parts, row * (COLUMNS + 1) + COLUMNS, sum)) {
          continue;
        }
      }
      enumerate(table, suppressed, parts, y, inner + 1, least, most);
    }
  }

  private static boolean possible(
      LinearTable table, boolean[] suppressed, long[] parts, int cell, long v) {
    long value = table.values()[cell];
    if (!suppressed[cell] || (parts[cell] != 0 && parts[cell] == value)) {
      return v == value;
    }
    return v >= parts[cell] && v <= value + 6;
  }

  private static void margins(long[] y) {
    for (int i = 0; i < ROWS; i++) {
      y[i * (COLUMNS + 1) + COLUMNS] = 0;
      for (int j = 0; j < COLUMNS; j++) {
        y[i * (COLUMNS + 1) + COLUMNS] += y[i * (COLUMNS + 1) + j];
      }
    }
    for (int j = 0; j <= COLUMNS; j++) {
      y[ROWS * (COLUMNS + 1) + j] = 0;
      for (int i = 0; i < ROWS; i++) {
        y[ROWS * (COLUMNS + 1) + j] += y[i * (COLUMNS + 1) + j];
      }
    }
  }

  private static long[] values(RandomStream random, int bound) {
    long[] y = new long[CELLS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        y[i * (COLUMNS + 1) + j] = random.nextInt(bound);
      }
    }
    margins(y);
    return y;
  }

  private static List<Equation> equations() {
    List<Equation> out = new ArrayList<>();
    for (int i = 0; i <= ROWS; i++) {
      int at = i * (COLUMNS + 1);
      out.add(Equation.sum("row " + i, at + 3, at, at + 1, at + 2));
    }
    for (int j = 0; j <= COLUMNS; j++) {
      out.add(Equation.sum("column " + j, 12 + j, j, 4 + j, 8 + j));
    }
    return out;
  }

  private static List<Demand> demands(long[] values, Standard standard) {
    List<Demand> out = new ArrayList<>();
    for (int cell = 0; cell < CELLS; cell++) {
      if (values[cell] == 1 || values[cell] == 2) {
        out.add(
            standard == Standard.INTERVAL ? new Demand(cell, 1, values[cell]) : Demand.exact(cell));
      }
    }
    return out;
  }

  /** One person per inner cell: persons of the same cell know the same. */
  private static List<Insider> insiders(long[] values) {
    List<Insider> out = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        if (values[i * (COLUMNS + 1) + j] > 0) {
          out.add(
              new Insider(
                  new int[] {
                    i * (COLUMNS + 1) + j,
                    i * (COLUMNS + 1) + COLUMNS,
                    ROWS * (COLUMNS + 1) + j,
                    ROWS * (COLUMNS + 1) + COLUMNS
                  },
                  new long[] {1, 1, 1, 1}));
        }
      }
    }
    return out;
  }
}
