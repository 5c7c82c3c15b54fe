// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;

/**
 * How the gate did on the drawn outputs of one plot.
 *
 * @param plot name of the plot
 * @param leaking cases in which the attack on the outputs as they stand succeeded
 * @param caught those of them that the gate did not release as they stand, and whose rest gave the
 *     attack nothing
 * @param safe cases in which the attack found nothing
 * @param alarms those of them that the gate did not release as they stand
 * @param failing outputs that the gate did not release as they stand
 * @param repaired those for which a repair was found that the gate accepts
 * @param withheld those that have to be withheld so that other outputs of the request can leave
 * @param withdrawn those for which it accepts nothing smaller than not asking anything out
 * @param missed places in the draw of the cases that leaked and were not caught
 */
public record Score(
    String plot,
    int leaking,
    int caught,
    int safe,
    int alarms,
    int failing,
    int repaired,
    int withheld,
    int withdrawn,
    List<Integer> missed) {

  /** Copies the list. */
  public Score {
    missed = List.copyOf(missed);
  }
}
