// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

/**
 * Missing numbers. A missing number is a NaN; the low byte of its payload holds the letter of a
 * tagged missing (Stata's and SAS's {@code .a} to {@code .z}), or zero for the plain one.
 */
public final class Missing {
  private static final long QUIET = 0x7ff8_0000_0000_0000L;

  /** The plain missing number: SPSS's system-missing, Stata's and SAS's {@code .}. */
  public static final double SYSTEM = Double.longBitsToDouble(QUIET);

  private Missing() {}

  /**
   * The missing number with a letter.
   *
   * @param letter {@code a} to {@code z}, or {@code _} (SAS only)
   * @throws IllegalArgumentException for another letter
   */
  public static double tagged(char letter) {
    if (letter != '_' && (letter < 'a' || letter > 'z')) {
      throw new IllegalArgumentException("a tagged missing has a letter a-z, not " + letter);
    }
    return Double.longBitsToDouble(QUIET | letter);
  }

  /** The letter of a tagged missing, or 0 for a plain missing or a number. */
  public static char tag(double value) {
    if (!Double.isNaN(value)) {
      return 0;
    }
    char letter = (char) (Double.doubleToRawLongBits(value) & 0xff);
    return letter == '_' || (letter >= 'a' && letter <= 'z') ? letter : 0;
  }
}
