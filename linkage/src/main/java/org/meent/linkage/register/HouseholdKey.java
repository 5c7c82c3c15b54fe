// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.Optional;

/**
 * The key of a household: its number and the day on which it began. The number alone is used again
 * and joins strangers.
 *
 * @param number the number as written, leading zeros kept
 * @param start the first day
 */
public record HouseholdKey(String number, LocalDate start) implements Comparable<HouseholdKey> {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Comparator<HouseholdKey> ORDER =
      Comparator.comparing(HouseholdKey::number).thenComparing(HouseholdKey::start);

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public HouseholdKey {
    if (number.isBlank()) {
      throw new IllegalArgumentException("a household has a number");
    }
  }

  /**
   * Reads the two columns of a row.
   *
   * @param number HUISHOUDNR
   * @param start DATUMAANVANGHH, yyyymmdd
   * @return the key; empty if the number is blank or the day is not one
   */
  public static Optional<HouseholdKey> of(String number, String start) {
    if (number.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new HouseholdKey(number, LocalDate.parse(start, DAY)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(HouseholdKey other) {
    return ORDER.compare(this, other);
  }
}
