// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.meent.protocols.literature.Reference;

/**
 * A sum of doubles without rounding, so that the order of rows cannot be seen in it: a fixed-point
 * number as long as the range of doubles, in limbs of 32 bits that are carried now and then.
 */
@Reference(
    authors = "U. Kulisch (2013)",
    title = "Computer Arithmetic and Validity: Theory, Implementation, and Applications",
    source = "de Gruyter, 2nd edition, chapter 8",
    url = "https://doi.org/10.1515/9783110301793")
final class ExactSum {
  private static final int LIMBS = 68;

  /** The exponent of the lowest bit of a double. */
  private static final int LOWEST = 1074;

  private static final int CARRY_EVERY = 1 << 29;
  private static final long MASK = 0xffff_ffffL;

  private final long[] limbs = new long[LIMBS];
  private int uncarried;

  /**
   * Adds a number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("only finite numbers have a sum");
    }
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) ((bits >>> 52) & 0x7ff);
    long mantissa = bits & 0xf_ffff_ffff_ffffL;
    if (exponent > 0) {
      mantissa |= 0x10_0000_0000_0000L;
      exponent--;
    }
    int limb = exponent >>> 5;
    int shift = exponent & 31;
    long sign = bits < 0 ? -1 : 1;
    long low = (mantissa & MASK) << shift;
    long high = (mantissa >>> 32) << shift;
    limbs[limb] += sign * (low & MASK);
    limbs[limb + 1] += sign * ((low >>> 32) + (high & MASK));
    limbs[limb + 2] += sign * (high >>> 32);
    if (++uncarried == CARRY_EVERY) {
      carry();
    }
  }

  /** The sum, exactly. */
  BigDecimal value() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = LIMBS - 1; i >= 0; i--) {
      sum = sum.shiftLeft(32).add(BigInteger.valueOf(limbs[i]));
    }
    int zeros = Math.min(LOWEST, Math.max(0, sum.getLowestSetBit()));
    return new BigDecimal(sum.shiftRight(zeros))
        .divide(new BigDecimal(BigInteger.TWO.pow(LOWEST - zeros)));
  }

  private void carry() {
    for (int i = 0; i < LIMBS - 1; i++) {
      limbs[i + 1] += limbs[i] >> 32;
      limbs[i] &= MASK;
    }
    uncarried = 0;
  }
}
