// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
      TableEnumeration tables = new TableEnumeration(table.values(), suppressed, parts);
      List<Predicate<long[]>> open = new ArrayList<>();
      for (Proof proof : pattern.certificate()) {
        Demand demand = proof.demand();
        int cell = demand.cell();
        long value = table.values()[cell];
        if (parts[cell] != 0 && parts[cell] == value) {
          continue;
        }
        open.add(y -> y[cell] != value);
        if (pattern.standard() != Standard.EXACT) {
          long least = Math.max(parts[cell], filled(table.values(), cell));
          long lower = Math.min(demand.lower(), value - least);
          open.add(y -> y[cell] >= value + demand.upper());
          open.add(y -> y[cell] <= value - lower);
        }
      }
      assertThat(tables.meets(open)).isTrue();
    }
  }

  /** How many inner cells of a cell are not empty: nobody can think that it is less. */
  private static long filled(long[] values, int cell) {
    long filled = 0;
    for (int inner = 0; inner < CELLS; inner++) {
      int row = inner / (COLUMNS + 1);
      int column = inner % (COLUMNS + 1);
      boolean finest = row < ROWS && column < COLUMNS && values[inner] > 0;
      boolean under = cell / (COLUMNS + 1) == ROWS || cell / (COLUMNS + 1) == row;
      boolean left = cell % (COLUMNS + 1) == COLUMNS || cell % (COLUMNS + 1) == column;
      filled += finest && under && left ? 1 : 0;
    }
    return filled;
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
