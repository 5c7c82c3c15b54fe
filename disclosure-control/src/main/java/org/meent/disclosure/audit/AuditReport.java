// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.util.List;
import org.meent.disclosure.protect.Finding;
import org.meent.disclosure.protect.Standard;

/**
 * What an audit found of a pattern made elsewhere. It names sensitive cells and stays inside.
 *
 * @param standard the standard it was judged by
 * @param cells number of cells
 * @param suppressed number of cells left out
 * @param findings one per sensitive cell
 * @param names the cells of the findings in words
 */
public record AuditReport(
    Standard standard, int cells, int suppressed, List<Finding> findings, List<String> names) {

  /** Copies the lists. */
  public AuditReport {
    findings = List.copyOf(findings);
    names = List.copyOf(names);
  }

  /** How many sensitive cells are in a state. */
  public long count(Finding.State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  /** True if every sensitive cell is protected. */
  public boolean holds() {
    return count(Finding.State.PROTECTED) == findings.size();
  }
}
