// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

/**
 * How well a covariate measures what it is meant to.
 *
 * @param covariate its name
 * @param share the share of its variance that is not error, above 0 and at most 1
 */
public record Reliability(String covariate, double share) {

  /** Checks the share. */
  public Reliability {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a reliability lies above 0 and at most at 1");
    }
  }
}
