// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

/** What becomes of a row whose person starts another arm once the grace is over. */
public enum Deviation {
  /** It is followed on: the effect of having started (intention to treat). */
  FOLLOWED,
  /** It is censored in that month: the effect of keeping to the arm; needs weights. */
  CENSORED
}
