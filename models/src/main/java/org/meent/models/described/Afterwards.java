// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What people of a group had afterwards, by support, as it was found. Who had which support was not
 * left to chance, so a difference between two of these is no effect.
 *
 * @param group the group
 * @param outcome name of the outcome in the protocol
 * @param means a mean for each support
 */
public record Afterwards(Likeness group, String outcome, List<Mean> means) {

  /** Copies the means. */
  public Afterwards {
    means = List.copyOf(means);
  }

  /**
   * One support.
   *
   * @param arm its name in the protocol
   * @param mean the mean; empty where it was left out or nobody had the support
   */
  public record Mean(String arm, OptionalDouble mean) {}
}
