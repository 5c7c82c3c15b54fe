// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

/**
 * The best rule of its depth.
 *
 * @param tree the rule
 * @param total sum of the scores of the arms that the rule gives
 */
public record PolicyResult(PolicyTree tree, double total) {}
