// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

/** What released figures say of a support for a group, against its alternative. */
public sealed interface Answer {

  /**
   * A difference that is told from none.
   *
   * @param lower least difference that fits the figures; both ends have one sign
   * @param upper largest difference that fits the figures
   */
  record Difference(double lower, double upper) implements Answer {

    /** Whether people with the support came out higher. */
    public boolean higher() {
      return lower > 0;
    }
  }

  /**
   * Anything from less to more fits the figures: whether it makes a difference is not known.
   *
   * @param lower least difference that fits the figures
   * @param upper largest difference that fits the figures
   */
  record Undecided(double lower, double upper) implements Answer {}

  /**
   * There is no figure.
   *
   * @param why what stands in the way
   */
  record NoFigure(Why why) implements Answer {}

  /** Why there is no figure. */
  enum Why {
    /** The figure was left out of what was released, for whatever reason. */
    LEFT_OUT,
    /** So few people that an interval is not to be trusted. */
    TOO_FEW,
    /** People with and without the support were too different to compare. */
    NOT_COMPARABLE,
    /** Only differences were released that nobody made comparable. */
    NOT_COMPARED
  }

  /** The answer for an interval. */
  static Answer of(double lower, double upper) {
    return lower > 0 || upper < 0 ? new Difference(lower, upper) : new Undecided(lower, upper);
  }
}
