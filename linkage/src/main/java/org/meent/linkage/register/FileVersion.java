// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.Comparator;
import java.util.Optional;

/**
 * The version of a file, compared as a number: 10 is newer than 9. A provisional month of SPOLISBUS
 * ({@code V011} to {@code V123}: month and version) is older than every final version.
 *
 * @param number the version, from 0
 * @param provisionalMonth 1 to 12; 0 if the version is final
 */
public record FileVersion(int number, int provisionalMonth) implements Comparable<FileVersion> {
  private static final Comparator<FileVersion> ORDER =
      Comparator.comparing(FileVersion::isProvisional, Comparator.reverseOrder())
          .thenComparingInt(FileVersion::provisionalMonth)
          .thenComparingInt(FileVersion::number);

  /**
   * Reads the digits after the V.
   *
   * @param digits the digits; anything else gives no version
   * @param monthly whether three digits are a provisional month and its version
   */
  static Optional<FileVersion> of(String digits, boolean monthly) {
    if (!digits.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int whole = Integer.parseInt(digits);
    int month = whole / 10;
    return Optional.of(
        monthly && digits.length() == 3 && month >= 1 && month <= 12 && whole % 10 > 0
            ? new FileVersion(whole % 10, month)
            : new FileVersion(whole, 0));
  }

  /** Whether it is a provisional month. */
  public boolean isProvisional() {
    return provisionalMonth > 0;
  }

  /** As a name writes it, such as {@code V2} or {@code V011}. */
  @Override
  public String toString() {
    return isProvisional() ? "V%02d%d".formatted(provisionalMonth, number) : "V" + number;
  }

  @Override
  public int compareTo(FileVersion other) {
    return ORDER.compare(this, other);
  }
}
