// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import org.meent.protocols.literature.Reference;

/**
 * How strong the protection is. The attacker always knows every published cell, all equations and
 * what {@link LinearTable.Kind} says.
 */
@Reference(
    authors = "A. Hundepool, J. Domingo-Ferrer, L. Franconi, S. Giessing, et al. (2012)",
    title = "Statistical Disclosure Control",
    source = "Wiley, chapter 4; minimum protection standards of the Handbook on SDC, section 4.3")
public enum Standard {
  /** No primary cell can be computed exactly: its smallest possible value is below its largest. */
  EXACT,
  /** As exact, and the possible values reach the protection levels of each primary cell. */
  INTERVAL,
  /**
   * As interval, also for each single contributor who knows what he contributed to every cell. A
   * contributor who is alone in a cell is taken to know that cell; of a primary cell in which he
   * has a part the lower level is demanded as far as his own part leaves room.
   */
  INSIDER
}
