// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.List;
import java.util.Locale;
import org.meent.disclosure.repair.Repair;
import org.meent.disclosure.report.Block;

/** Advice how to repair an output, as it stands in reports. */
final class RepairBlocks {
  private RepairBlocks() {}

  /** One paragraph per repair, the one to try first first. */
  static List<Block> of(List<Repair> repairs, Locale language) {
    return repairs.stream()
        .map(
            repair ->
                (Block)
                    new Block.Paragraph(
                        String.join(
                            " ",
                            repair.findings().stream()
                                .map(finding -> finding.sentence(language))
                                .toList())))
        .toList();
  }
}
