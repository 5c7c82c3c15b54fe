// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

/**
 * What a code of a column means.
 *
 * @param code the code as it is written, leading zeros kept
 * @param meaning its meaning; both languages may hold the register's own Dutch word
 * @param basis on what this rests
 */
public record CodeMeaning(String code, Wording meaning, Basis basis) {}
