// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.Arrays;

/**
 * A sparse linear form over numbered unknowns with coefficients modulo {@link PrimeField#PRIME}.
 *
 * @param unknowns numbers of the unknowns, ascending
 * @param coefficients one per unknown, not zero
 */
public record LinearForm(int[] unknowns, long[] coefficients) {
  /** The form that is zero. */
  public static final LinearForm ZERO = new LinearForm(new int[0], new long[0]);

  /** One unknown by itself. */
  public static LinearForm of(int unknown) {
    return new LinearForm(new int[] {unknown}, new long[] {1});
  }

  /** Whether nothing is left of it. */
  public boolean isZero() {
    return unknowns.length == 0;
  }

  /** The coefficient of an unknown. */
  public long at(int unknown) {
    int place = Arrays.binarySearch(unknowns, unknown);
    return place < 0 ? 0 : coefficients[place];
  }

  /** This form plus a factor times another one. */
  public LinearForm plus(long factor, LinearForm other) {
    int[] merged = new int[unknowns.length + other.unknowns.length];
    long[] sums = new long[merged.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < unknowns.length || j < other.unknowns.length) {
      int left = i < unknowns.length ? unknowns[i] : Integer.MAX_VALUE;
      int right = j < other.unknowns.length ? other.unknowns[j] : Integer.MAX_VALUE;
      long sum = left <= right ? coefficients[i++] : 0;
      if (right <= left) {
        sum = PrimeField.add(sum, PrimeField.multiply(factor, other.coefficients[j++]));
      }
      if (sum != 0) {
        merged[count] = Math.min(left, right);
        sums[count++] = sum;
      }
    }
    return new LinearForm(Arrays.copyOf(merged, count), Arrays.copyOf(sums, count));
  }

  /** Equal for two forms if one is a multiple of the other, and hardly ever otherwise. */
  long direction() {
    long sum = 0;
    for (int k = 0; k < unknowns.length; k++) {
      long weight = PrimeField.of(mixed(unknowns[k] + 1L));
      sum = PrimeField.add(sum, PrimeField.multiply(coefficients[k], weight));
    }
    return isZero() ? 0 : PrimeField.multiply(sum, PrimeField.inverse(coefficients[0]));
  }

  /** A fixed scatter of numbers over 64 bits. */
  private static long mixed(long number) {
    long z = number * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
