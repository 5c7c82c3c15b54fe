// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.Optional;

/**
 * What is decided from outside in the month of the plan of approach.
 *
 * @param forced whether the support of that month is decided from outside
 * @param instrument the support of that month; empty for none
 * @param later whether support may follow as it naturally would
 * @param fixed whether one fixed caseworker is given or withheld; empty for as it naturally is
 */
record Regime(
    boolean forced, Optional<Instrument> instrument, boolean later, Optional<Boolean> fixed) {

  /** What really happens. */
  static final Regime NATURAL = new Regime(false, Optional.empty(), true, Optional.empty());

  static Regime none(boolean later) {
    return new Regime(true, Optional.empty(), later, Optional.empty());
  }

  static Regime start(Instrument instrument, boolean later) {
    return new Regime(true, Optional.of(instrument), later, Optional.empty());
  }

  static Regime scheme(boolean fixed) {
    return new Regime(false, Optional.empty(), true, Optional.of(fixed));
  }
}
