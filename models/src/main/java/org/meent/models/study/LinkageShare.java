// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

/**
 * How much of the variance of one pooled estimate is doubt about who is who.
 *
 * @param effect name of the effect in the protocol
 * @param row the estimate: its method, estimand and group, in words
 * @param within mean variance within a linkage
 * @param between variance of the estimates between linkages
 * @param share of the whole variance that is between linkages
 */
public record LinkageShare(
    String effect, String row, double within, double between, double share) {}
