// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * Whom an output speaks of; two outputs on nearly the same population can be subtracted.
 *
 * @param id stable name within the environment, used to compare outputs and releases
 * @param definition the definition in words, as the protocol states it
 * @param units unweighted number of units
 */
public record Population(String id, String definition, long units) {}
