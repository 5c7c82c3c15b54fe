// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

/**
 * What anybody could compute of few units from a request together with earlier releases.
 *
 * @param output the output of the request that completes it
 * @param about what the computed figure is, and of whom
 * @param equation how it is computed, by names; never a figure
 * @param counted whether the number of units behind it is known to be small; false if it is not
 *     known
 */
public record Difference(String output, String about, String equation, boolean counted) {}
