// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The period that a file is about: a year, a month or a quarter.
 *
 * @param year the year
 * @param month 1 to 12; 0 if the name does not say
 * @param quarter 1 to 4; 0 if the name does not say
 */
public record FilePeriod(int year, int month, int quarter) implements Comparable<FilePeriod> {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4})(?:[kK]([1-4])|(0[1-9]|1[0-2]))?");
  private static final Comparator<FilePeriod> ORDER =
      Comparator.comparingInt(FilePeriod::year)
          .thenComparingInt(FilePeriod::month)
          .thenComparingInt(FilePeriod::quarter);

  /** Reads {@code 2019}, {@code 201912} or {@code 2019k4}; empty for anything else. */
  static Optional<FilePeriod> of(String written) {
    Matcher found = WRITTEN.matcher(written);
    return found.matches()
        ? Optional.of(
            new FilePeriod(
                Integer.parseInt(found.group(1)),
                found.group(3) == null ? 0 : Integer.parseInt(found.group(3)),
                found.group(2) == null ? 0 : Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  /** As a name writes it: {@code 2019}, {@code 201912}, {@code 2019k4}. */
  @Override
  public String toString() {
    String within = month == 0 ? "" : "%02d".formatted(month);
    return year + (quarter == 0 ? within : "k" + quarter);
  }

  @Override
  public int compareTo(FilePeriod other) {
    return ORDER.compare(this, other);
  }
}
