// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import org.meent.disclosure.gate.Decision;

/** The words for what the gate decided. */
public final class Verdicts {
  private Verdicts() {}

  /** The key of the words in the desk's texts. */
  public static String key(Decision decision) {
    return switch (decision) {
      case Decision.Release release -> "report.gate.released";
      case Decision.Protected changed -> "report.gate.protected";
      case Decision.Referral referral -> "report.gate.referred";
      case Decision.Refusal refusal -> "report.gate.refused";
    };
  }
}
