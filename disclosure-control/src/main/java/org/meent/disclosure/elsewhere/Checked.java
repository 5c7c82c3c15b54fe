// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.List;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.repair.Repair;
import org.meent.disclosure.report.Block.Verdict;

/**
 * What the gate says of an output that was made elsewhere.
 *
 * @param file name of the file
 * @param output name of the output
 * @param kind what kind it is
 * @param verdict pass only where Meent measured the evidence itself
 * @param recomputed whether Meent measured the evidence from the records
 * @param made what the tool that made it says of it
 * @param findings what was found, in the order of the checks
 * @param repairs changes with which it would pass, the one to try first first
 */
public record Checked(
    String file,
    String output,
    String kind,
    Verdict verdict,
    boolean recomputed,
    Made made,
    List<Finding> findings,
    List<Repair> repairs) {

  /** Copies the lists. */
  public Checked {
    findings = List.copyOf(findings);
    repairs = List.copyOf(repairs);
  }

  /**
   * What the tool that made an output says of it: shown beside the verdict, never believed.
   *
   * @param by name and version of the tool; empty for a plain file
   * @param status its verdict
   * @param command what made the output
   * @param exception why the researcher asks for an exception
   */
  public record Made(String by, String status, String command, String exception) {
    /** A plain file. */
    public static final Made PLAIN = new Made("", "", "", "");
  }
}
