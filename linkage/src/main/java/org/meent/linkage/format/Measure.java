// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

/** The level of measurement that a file declares; only SPSS files do. */
public enum Measure {
  /** Not declared. */
  UNKNOWN,
  /** Categories without order. */
  NOMINAL,
  /** Categories with an order. */
  ORDINAL,
  /** Amounts. */
  SCALE
}
