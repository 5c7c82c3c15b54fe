// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

/** A value that a condition compares with; never missing. */
public sealed interface Value {

  /**
   * A text.
   *
   * @param text the text, without a NUL character
   */
  record Text(String text) implements Value {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it holds a NUL character
     */
    public Text {
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("text with a NUL character");
      }
    }

    /** Shows no value. */
    @Override
    public String toString() {
      return "Text";
    }
  }

  /**
   * A number or a day.
   *
   * @param unscaled the unscaled integer, or days since 1970-01-01
   */
  record Number(long unscaled) implements Value {
    /** Shows no value. */
    @Override
    public String toString() {
      return "Number";
    }
  }
}
