// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/** What a secondary suppression costs. */
public enum Cost {
  /** Each cell costs the same. */
  CELLS,
  /** A cell costs its value. */
  VALUE,
  /** A cell costs the logarithm of one plus its value. */
  INFORMATION;

  double of(long value) {
    double size = Math.max(1, Math.abs((double) value));
    return switch (this) {
      case CELLS -> 1;
      case VALUE -> size;
      case INFORMATION -> StrictMath.log1p(size);
    };
  }
}
