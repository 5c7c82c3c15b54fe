// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.Collection;
import java.util.Optional;
import org.meent.disclosure.measure.Heading;

/**
 * What is known beside a file.
 *
 * @param populations names of the populations so far
 * @param records the records, where they are given
 * @param minimum fewest units behind a figure
 */
record Knowledge(Populations populations, Optional<Records> records, long minimum) {

  /** What stands above an output that is measured from the records in which these are known. */
  Heading heading(Sheet sheet, Collection<String> variables) {
    return new Heading(
        sheet.id(),
        sheet.free("title", sheet.id()),
        populations.of(sheet, records.orElseThrow().sample().known(variables)));
  }
}
