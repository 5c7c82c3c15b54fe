// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

/**
 * One state of a {@link StateComposition}: what its source can tell, and when.
 *
 * @param state code of the state, which its spells bear
 * @param coverage the days for which the source was delivered; outside them the absence of a spell
 *     says nothing
 * @param absorbing whether a spell is believed after the coverage too, such as death
 */
public record StateLayer(int state, Window coverage, boolean absorbing) {
  /** A state that is known on the days of the coverage only. */
  public static StateLayer of(int state, Window coverage) {
    return new StateLayer(state, coverage, false);
  }

  /** A state that nobody leaves: its spells are believed after the coverage too. */
  public static StateLayer absorbing(int state, Window coverage) {
    return new StateLayer(state, coverage, true);
  }
}
