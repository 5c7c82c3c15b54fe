// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.Optional;

/**
 * What is known beside a file.
 *
 * @param populations names of the populations so far
 * @param records the records, where they are given
 * @param minimum fewest units behind a figure
 */
record Knowledge(Populations populations, Optional<Records> records, long minimum) {}
