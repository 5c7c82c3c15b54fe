// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

/**
 * A planned question why support works: how much of an effect goes through something that support
 * changes and that changes the outcome.
 *
 * @param effect name of the planned effect that is split
 * @param mediator name of the outcome of the cohort that the effect may go through
 * @param assumptions why nothing else drives mediator and outcome, in words
 */
public record MechanismPlan(String effect, String mediator, String assumptions) {}
