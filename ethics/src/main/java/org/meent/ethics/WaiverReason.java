// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.util.Locale;

/** Why a soft finding may be set aside. A closed list, so that reasons can be counted. */
public enum WaiverReason {
  /** The figure follows from a definition or a design and tells nothing about a person. */
  STRUCTURAL,
  /** The same is public already. */
  PUBLIC,
  /** Both looked at the records behind it: nobody can be recognised, and nothing be learned. */
  RECORDS_SEEN,
  /** The rule of thumb was made for another kind of figure. */
  RULE_DOES_NOT_FIT;

  /** The code as written in documents and on the command line, such as {@code records-seen}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
