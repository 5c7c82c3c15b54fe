// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

/**
 * Takes rows, value by value from left to right. Closing it makes the table; {@link #discard} makes
 * none.
 */
public interface TableWriter extends AutoCloseable {

  /**
   * The next value, a text without a NUL character.
   *
   * @throws IllegalArgumentException if the field holds no text or the row is full
   */
  void text(String value);

  /**
   * The next value: an unscaled integer, or days since 1970-01-01.
   *
   * @throws IllegalArgumentException if the field holds text or the row is full
   */
  void number(long value);

  /** The next value is missing. */
  void missing();

  /**
   * Ends the row.
   *
   * @throws IllegalArgumentException if a value was not given
   */
  void endRow();

  /** Throws the table away; closing afterwards does nothing. */
  void discard();

  @Override
  void close();
}
