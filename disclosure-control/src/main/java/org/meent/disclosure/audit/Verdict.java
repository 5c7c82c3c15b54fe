// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.util.List;

/**
 * What the verifier found.
 *
 * @param standard the standard that was checked
 * @param cells number of cells of the table
 * @param primaries number of sensitive cells by the rules, recomputed
 * @param secondaries number of cells suppressed beside them
 * @param witnesses number of possible tables checked
 * @param faults what is wrong, by cell and never with a value; empty if the certificate holds
 */
public record Verdict(
    String standard,
    int cells,
    int primaries,
    int secondaries,
    int witnesses,
    List<String> faults) {

  /** The version of the verifier, to be stated beside its verdict. */
  public static final String VERSION = "meent-verifier/3";

  /** Copies the list. */
  public Verdict {
    faults = List.copyOf(faults);
  }

  /** True if every sensitive cell is proved to be protected. */
  public boolean holds() {
    return faults.isEmpty();
  }
}
