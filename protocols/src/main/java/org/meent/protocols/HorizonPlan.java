// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.SequencedMap;

/**
 * One effect at several moments, such as lock-in and later gain.
 *
 * @param unit what moments are counted in, in words
 * @param effects the moment of each planned effect, ascending
 */
public record HorizonPlan(String unit, SequencedMap<String, Integer> effects) {

  /** Copies the moments. */
  public HorizonPlan {
    effects = Ordered.copy(effects);
  }
}
