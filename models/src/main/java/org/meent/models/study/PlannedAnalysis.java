// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

/**
 * An analysis that the protocol plans, as the register lists it. A kind of analysis that is not
 * here is not in the register; whoever plans a new kind adds it here, and the compiler asks for its
 * line.
 */
public sealed interface PlannedAnalysis {

  /**
   * An average effect by one method.
   *
   * @param effect name in the protocol
   * @param method how it is estimated, in the protocol's words
   * @param estimand whose average
   * @param group variable by whose codes it is shown; empty for everybody
   */
  record Average(String effect, String method, String estimand, String group)
      implements PlannedAnalysis {}

  /**
   * Whether effects differ between people, against one effect for everybody.
   *
   * @param effect name in the protocol
   */
  record Heterogeneity(String effect) implements PlannedAnalysis {}

  /**
   * Curves of how people leave.
   *
   * @param exits name in the protocol
   */
  record Curves(String exits) implements PlannedAnalysis {}

  /**
   * A rule of which support for whom.
   *
   * @param policy name in the protocol
   */
  record Rule(String policy) implements PlannedAnalysis {}

  /**
   * How much of an effect goes through a mediator.
   *
   * @param mechanism name in the protocol
   */
  record Mechanism(String mechanism) implements PlannedAnalysis {}
}
