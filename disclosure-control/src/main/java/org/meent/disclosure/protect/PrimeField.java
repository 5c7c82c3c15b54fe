// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/** Arithmetic modulo the prime 2^61 - 1, for elimination that is exact but for a rare chance. */
public final class PrimeField {
  /** The prime. */
  public static final long PRIME = (1L << 61) - 1;

  private PrimeField() {}

  /** The remainder of any whole number, from 0. */
  public static long of(long number) {
    return Math.floorMod(number, PRIME);
  }

  /** A difference. */
  public static long subtract(long a, long b) {
    long difference = a - b;
    return difference < 0 ? difference + PRIME : difference;
  }

  /** A sum. */
  public static long add(long a, long b) {
    long sum = a + b;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  /** A product. */
  public static long multiply(long a, long b) {
    long low = a * b;
    long high = Math.multiplyHigh(a, b);
    long sum = (low & PRIME) + ((low >>> 61) | (high << 3));
    sum = (sum & PRIME) + (sum >>> 61);
    return sum >= PRIME ? sum - PRIME : sum;
  }

  /** The inverse of a number that is not zero, by Fermat's little theorem. */
  public static long inverse(long number) {
    long result = 1;
    long power = number;
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      result = (exponent & 1) == 1 ? multiply(result, power) : result;
      power = multiply(power, power);
    }
    return result;
  }
}
