// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a text of a YAML file means as a number or day; empty if it is none. */
final class Scalars {
  private Scalars() {}

  static Optional<Long> integer(Node node) {
    return plain(node)
        .filter(CoreSchema::isInteger)
        .map(digits -> new BigDecimal(digits).longValue());
  }

  static Optional<BigDecimal> decimal(Node node) {
    try {
      return plain(node).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A day between 1900 and 2100; quotes around it do not matter. */
  static Optional<LocalDate> day(Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(scalar.text()))
          .filter(day -> day.getYear() >= 1900 && day.getYear() <= 2100);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> plain(Node node) {
    return node instanceof Node.Scalar scalar && scalar.plain()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
