// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Optional;

/**
 * How the column of the treatment is read.
 *
 * @param continuous whether it is an amount whatever its values; otherwise numbers with more than
 *     twenty different values are one
 * @param reference label of the reference arm; empty = the first label in order
 */
public record FitArms(boolean continuous, Optional<String> reference) {

  /** Arms by their labels, the first one as reference. */
  static FitArms usual() {
    return new FitArms(false, Optional.empty());
  }
}
