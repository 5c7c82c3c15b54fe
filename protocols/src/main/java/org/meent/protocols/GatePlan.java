// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;

/**
 * What the gates of a planned effect need to know beside the covariates. Each is empty if the
 * protocol does not say; the gate then does not run, and says so.
 *
 * @param negativeControl covariate that the treatment cannot have changed, and that no method
 *     adjusts for
 * @param within covariates whose combinations are compared only within themselves
 * @param anticipation outcome within a month of the index date that is above zero for those whose
 *     job may have been the reason of the start
 * @param recordedBy covariate that says who recorded the treatment
 */
public record GatePlan(
    String negativeControl, List<String> within, String anticipation, String recordedBy) {
  /** Nothing is said. */
  public static final GatePlan NONE = new GatePlan("", List.of(), "", "");

  /** Copies the list. */
  public GatePlan {
    within = List.copyOf(within);
  }
}
