// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

import java.util.List;
import java.util.Optional;

/**
 * Which values of a column mean missing, as the file declares (user-missing values).
 *
 * @param discrete single codes, at most three in SPSS
 * @param range a range of numbers, both ends included
 */
public record MissingCodes(List<Code> discrete, Optional<Range> range) {
  /** No code means missing. */
  public static final MissingCodes NONE = new MissingCodes(List.of(), Optional.empty());

  /**
   * Numbers from low to high, both included; infinite where SPSS says LOWEST or HIGHEST.
   *
   * @param low the lowest
   * @param high the highest
   */
  public record Range(double low, double high) {}

  /** Copies the codes. */
  public MissingCodes {
    discrete = List.copyOf(discrete);
  }

  /** Whether nothing is declared. */
  public boolean isEmpty() {
    return discrete.isEmpty() && range.isEmpty();
  }

  /** Whether this number was declared missing; NaN never is (it is missing by itself). */
  public boolean holds(double value) {
    for (Code code : discrete) {
      if (code instanceof Code.Number number && number.value() == value) {
        return true;
      }
    }
    return range.isPresent() && value >= range.get().low() && value <= range.get().high();
  }

  /** Whether this text, without trailing blanks, was declared missing. */
  public boolean holds(String value) {
    for (Code code : discrete) {
      if (code instanceof Code.Text text && text.value().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
