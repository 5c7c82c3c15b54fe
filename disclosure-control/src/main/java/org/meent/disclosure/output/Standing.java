// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/** How an estimate stands among what is read together with it. */
public sealed interface Standing {
  /** No family was declared. */
  Standing ALONE = new Alone();

  /** A family was declared, and this is not in it. */
  Standing EXPLORATORY = new Exploratory();

  /** No family was declared: an interval holds by itself. */
  record Alone() implements Standing {}

  /** Planned, and not in the declared family. */
  record Exploratory() implements Standing {}

  /**
   * In a family whose intervals hold all at once.
   *
   * @param lower lower end of the interval that holds together with all others
   * @param upper its upper end
   */
  record Simultaneous(double lower, double upper) implements Standing {

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if one is not finite, or they are reversed
     */
    public Simultaneous {
      if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
        throw new IllegalArgumentException("an interval is not finite, or it is reversed");
      }
    }

    /** No figure. */
    @Override
    public String toString() {
      return "Simultaneous";
    }
  }

  /**
   * In a family of which at most one in twenty that are called an effect is none.
   *
   * @param p adjusted p-value. It never leaves: it can be that of another member, which may be
   *     hidden. What leaves is whether it is at most 0.05
   */
  record Discovery(double p) implements Standing {
    /** The share of false ones among those that are called an effect. */
    public static final double RATE = 0.05;

    /** Whether it is called an effect. */
    public boolean found() {
      return p <= RATE;
    }

    /** No figure. */
    @Override
    public String toString() {
      return "Discovery";
    }
  }
}
