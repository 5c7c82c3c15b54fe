// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

/**
 * On what a statement about a register rests.
 *
 * @param verified whether it was seen in a public text or in public code
 * @param by where it was seen; if not verified, why it is there all the same
 */
public record Basis(boolean verified, String by) {}
