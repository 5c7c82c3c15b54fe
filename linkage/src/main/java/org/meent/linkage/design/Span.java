// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

/**
 * A declared window in whole steps (months, or days) from the index date: {@code from <= step <
 * to}; negative steps lie before it.
 *
 * @param from first step
 * @param to first step after it
 */
public record Span(int from, int to) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it has no step
   */
  public Span {
    if (from >= to) {
      throw new IllegalArgumentException("a span must have at least one step");
    }
  }

  /** As people write it: {@code -12..0}. */
  @Override
  public String toString() {
    return from + ".." + to;
  }
}
