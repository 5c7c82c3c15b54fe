// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Locale;

/** Whose average effect is asked. */
public enum Estimand {
  /** Everybody in the population. */
  ATE,
  /** Those who were treated. */
  ATT,
  /** Those who were not treated. */
  ATC,
  /** Those who could have been either, weighted by e(1-e). */
  OVERLAP;

  /** The name as written in a protocol and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
