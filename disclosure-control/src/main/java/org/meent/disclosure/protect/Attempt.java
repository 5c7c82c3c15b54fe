// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * One way to protect everything.
 *
 * @param pattern what is suppressed
 * @param protector what proves it
 */
record Attempt(WorkingPattern pattern, Protector protector) {}
