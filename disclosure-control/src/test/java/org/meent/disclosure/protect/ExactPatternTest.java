// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

class ExactPatternTest {
  private static final int SIDE = 5;

  /** The oracle is the audit, which finds an exact direction by other means. */
  @Test
  void noPrimaryIsACombinationOfWhatIsPublished() {
    for (int c = 0; c < 60; c++) {
      LinearTable table = table(RandomStream.of(23, "pattern", c));
      boolean[] primary = new boolean[table.size()];
      boolean[] usable = new boolean[table.size()];
      double[] cost = new double[table.size()];
      List<Demand> demands = new ArrayList<>();
      for (int cell = 0; cell < table.size(); cell++) {
        long value = table.values()[cell];
        primary[cell] = value == 1 || value == 2;
        usable[cell] = value != 0;
        cost[cell] = Math.max(1, value);
        if (primary[cell]) {
          demands.add(Demand.exact(cell));
        }
      }
      boolean[] suppressed = ExactPattern.of(table, primary, usable, cost).orElseThrow();
      assertThat(Suppressor.withDefaults().with(Standard.EXACT).audit(table, demands, suppressed))
          .as("case " + c)
          .allMatch(finding -> finding.state() == Finding.State.PROTECTED);
    }
  }

  /** Amounts that may be negative, so that only what is linear counts. */
  private static LinearTable table(RandomStream random) {
    int wide = SIDE + 1;
    long[] values = new long[wide * wide];
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        long value = random.nextInt(9);
        for (int cell :
            new int[] {i * wide + j, i * wide + SIDE, SIDE * wide + j, SIDE * wide + SIDE}) {
          values[cell] += value;
        }
      }
    }
    for (int k = 0; k <= SIDE; k++) {
      int line = k;
      int[] row = new int[SIDE];
      int[] column = new int[SIDE];
      Arrays.setAll(row, j -> line * wide + j);
      Arrays.setAll(column, i -> i * wide + line);
      equations.add(Equation.sum("row", k * wide + SIDE, row));
      equations.add(Equation.sum("column", SIDE * wide + k, column));
    }
    return new LinearTable(values, equations, LinearTable.Kind.SIGNED_AMOUNTS);
  }

  @Test
  void thePrimeFieldAgreesWithUnlimitedWholeNumbers() {
    BigInteger prime = BigInteger.valueOf(PrimeField.PRIME);
    RandomStream random = RandomStream.of(24, "field");
    for (int c = 0; c < 200; c++) {
      long a = PrimeField.of(random.nextInt(Integer.MAX_VALUE) * 3_000_000_019L);
      long b = PrimeField.of(-1 - random.nextInt(Integer.MAX_VALUE) * 2_000_000_011L);
      BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).mod(prime);
      assertThat(PrimeField.multiply(a, b)).isEqualTo(product.longValueExact());
      assertThat(PrimeField.multiply(a, PrimeField.inverse(a))).isEqualTo(a == 0 ? 0 : 1);
      assertThat(PrimeField.subtract(PrimeField.add(a, b), b)).isEqualTo(a);
    }
  }
}
