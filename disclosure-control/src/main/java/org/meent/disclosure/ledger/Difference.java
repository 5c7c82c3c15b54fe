// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

/**
 * What anybody could compute of few units from a request together with earlier releases.
 *
 * @param output the output of the request that completes it
 * @param about whom the computed count is about
 * @param equation how it is computed, by names; never a figure
 */
public record Difference(String output, String about, String equation) {}
