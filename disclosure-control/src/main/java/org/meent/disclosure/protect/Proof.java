// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.List;

/**
 * Why one primary cell is protected.
 *
 * @param demand what was demanded
 * @param witnesses possible tables that together reach the demand, for the public and, at {@link
 *     Standard#INSIDER}, for each contributor who cannot rule them out
 */
public record Proof(Demand demand, List<Witness> witnesses) {

  /** Copies the list. */
  public Proof {
    witnesses = List.copyOf(witnesses);
  }
}
