// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

/**
 * What Meent took a column for, when the user did not say.
 *
 * @param column the column
 * @param kind the kind; {@link FieldKind#IGNORE} if it is not compared
 * @param reason why, in a few words
 */
public record FieldGuess(String column, FieldKind kind, String reason) {}
