// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

/**
 * A row that stands under an earlier pseudonym and was carried to the later one. The list of them
 * stays inside; with it what was carried can be told apart and taken back.
 *
 * @param source name of the source
 * @param file the file as the protocol names it
 * @param line the row's place in the file
 * @param person 1, or 2 for the second person of a shared row
 */
public record BridgedRow(String source, String file, long line, int person) {}
