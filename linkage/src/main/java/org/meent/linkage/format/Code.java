// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

/** A value that a dictionary names: one with a label, or one that means missing. */
public sealed interface Code {
  /**
   * A number, in the unit of its column (see {@link ValueType}).
   *
   * @param value not NaN
   */
  record Number(double value) implements Code {}

  /**
   * A text without trailing blanks.
   *
   * @param value may be empty
   */
  record Text(String value) implements Code {}

  /**
   * A tagged missing.
   *
   * @param letter {@code a} to {@code z} or {@code _}
   */
  record Tag(char letter) implements Code {}
}
