// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format;

/**
 * What one code means, by the dictionary of the file.
 *
 * @param code the code
 * @param label its meaning
 */
public record ValueLabel(Code code, String label) {}
