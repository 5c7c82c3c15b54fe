// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meent.protocols.run.RandomStream;

/** Linked sums that are no table: every witness is checked with arithmetic of the test's own. */
class LinearSystemTest {
  private static final int INNER = 14;
  private static final int SUMS = 9;

  @ParameterizedTest
  @EnumSource(LinearTable.Kind.class)
  void everyWitnessIsPossibleAndReachesItsLevel(LinearTable.Kind kind) {
    int proofs = 0;
    for (int c = 0; c < 200; c++) {
      RandomStream random = RandomStream.of(17, "linked sums", c);
      LinearTable table = table(random, kind);
      List<Demand> demands = new ArrayList<>();
      for (int cell = 0; cell < table.size(); cell++) {
        long value = Math.abs(table.values()[cell]);
        if (value > 0 && random.nextInt(5) == 0) {
          demands.add(new Demand(cell, Math.min(value, 1 + value / 5), 1 + value / 5));
        }
      }
      SuppressionPattern pattern =
          Suppressor.withDefaults().with(Cost.CELLS).withEffort(100_000).protect(table, demands);
      boolean[] out = pattern.suppressed(table.size());
      for (Proof proof : pattern.certificate()) {
        boolean up = false;
        boolean down = proof.demand().lower() == 0; // it cannot be lower
        for (Witness witness : proof.witnesses()) {
          long by = move(table, witness, proof.demand().cell(), out);
          up |= by >= proof.demand().upper() * witness.denominator();
          down |= -by >= proof.demand().lower() * witness.denominator();
        }
        assertThat(up && down).isTrue();
        proofs++;
      }
    }
    assertThat(proofs).isGreaterThan(300);
  }

  private static long move(LinearTable table, Witness witness, int cell, boolean[] out) {
    long[] move = new long[table.size()];
    for (int i = 0; i < witness.cells().length; i++) {
      move[witness.cells()[i]] = witness.moves()[i];
    }
    for (int i = 0; i < move.length; i++) {
      long least = table.kind() == LinearTable.Kind.COUNTS && table.values()[i] > 0 ? 1 : 0;
      assertThat(move[i] == 0 || out[i]).isTrue();
      assertThat(
              table.kind() == LinearTable.Kind.SIGNED_AMOUNTS
                  || (table.values()[i] - least) * witness.denominator() + move[i] >= 0)
          .isTrue();
    }
    for (Equation equation : table.equations()) {
      long sum = 0;
      for (int k = 0; k < equation.cells().length; k++) {
        sum += equation.coefficients()[k] * move[equation.cells()[k]];
      }
      assertThat(sum).isZero();
    }
    assertThat(witness.denominator() == 1 || table.kind() != LinearTable.Kind.COUNTS).isTrue();
    return move[cell];
  }

  private static LinearTable table(RandomStream random, LinearTable.Kind kind) {
    long[] values = new long[INNER + SUMS];
    for (int i = 0; i < INNER; i++) {
      values[i] = random.nextInt(30);
      if (kind == LinearTable.Kind.SIGNED_AMOUNTS && random.nextInt(4) == 0) {
        values[i] = -values[i];
      }
    }
    List<Equation> equations = new ArrayList<>();
    for (int s = 0; s < SUMS; s++) {
      int[] parts = IntStream.range(0, INNER).filter(i -> random.nextInt(3) == 0).toArray();
      values[INNER + s] = Arrays.stream(parts).mapToLong(i -> values[i]).sum();
      equations.add(Equation.sum("sum " + s, INNER + s, parts));
    }
    return new LinearTable(values, equations, kind);
  }
}
