// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the verifier reads in a specification: plain numbers, lists and maps. */
final class Plain {
  private Plain() {}

  static BigDecimal number(@Nullable Object value) {
    return new BigDecimal(String.valueOf(value));
  }

  static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }

  /** The ceiling of (a x - b rest) / b if that is above zero, else -1. */
  static BigInteger ceiling(BigDecimal a, BigDecimal x, BigDecimal b, BigDecimal rest) {
    BigDecimal excess = a.multiply(x).subtract(b.multiply(rest));
    return excess.signum() > 0
        ? excess.divide(b, 0, RoundingMode.CEILING).toBigIntegerExact()
        : BigInteger.ONE.negate();
  }
}
