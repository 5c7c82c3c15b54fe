// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import org.meent.disclosure.output.Population;

/**
 * What stands above an output.
 *
 * @param id name of the output
 * @param title what it shows
 * @param population whom it speaks of
 */
public record Heading(String id, String title, Population population) {}
