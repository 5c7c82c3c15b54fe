// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.plan;

/** How strongly a trait that no file holds drives both who gets support and who finds work. */
public enum Confounding {
  /** Assignment depends on recorded things only. */
  NONE(0),
  /** A log odds ratio of 0.4 per standard deviation of motivation. */
  MILD(0.4),
  /** A log odds ratio of 0.9 per standard deviation of motivation. */
  STRONG(0.9);

  private final double strength;

  Confounding(double strength) {
    this.strength = strength;
  }

  /** The log odds ratio of getting support per standard deviation of the hidden trait. */
  public double strength() {
    return strength;
  }
}
