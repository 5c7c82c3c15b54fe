// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import java.util.Optional;

/**
 * A declared mechanism.
 *
 * @param column column of its value
 * @param day column of the day on which it was measured; empty if none says
 */
public record MechanismColumn(String column, Optional<String> day) {

  /** Reads {@code column} or {@code column@day}. */
  public static MechanismColumn parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new MechanismColumn(text, Optional.empty())
        : new MechanismColumn(text.substring(0, at), Optional.of(text.substring(at + 1)));
  }
}
