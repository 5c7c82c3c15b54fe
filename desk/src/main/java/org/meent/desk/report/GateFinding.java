// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.models.check.GateResult;

/** A gate of a fit as a finding in words. */
final class GateFinding {
  private GateFinding() {}

  static Block.Finding of(GateResult gate, Texts texts) {
    String key = "fit.gate." + gate.gate();
    String name = texts.get(key);
    return switch (gate.verdict()) {
      case PASSED -> new Block.Finding(Block.Verdict.PASS, name, measured(gate, texts));
      case WARNED ->
          new Block.Finding(
              Block.Verdict.REVIEW, name, measured(gate, texts) + " " + texts.get(key + ".warned"));
      case REFUSED -> new Block.Finding(Block.Verdict.FAIL, name, measured(gate, texts));
      case NOT_RUN -> new Block.Finding(Block.Verdict.NOT_RUN, name, texts.get(key + ".not-run"));
    };
  }

  /**
   * In a study: what did not run says what the protocol would have to declare, or that there was no
   * answer to look at.
   */
  static Block.Finding inStudy(GateResult gate, boolean answered, Texts texts) {
    if (gate.verdict() != GateResult.Verdict.NOT_RUN) {
      return of(gate, texts);
    }
    boolean asks =
        switch (gate.gate()) {
          case "within-strata", "declared-break", "anticipation", "registration" -> true;
          default -> answered;
        };
    String key = asks ? "study.gate." + gate.gate() + ".not-run" : "study.gate.no-answer";
    return new Block.Finding(
        Block.Verdict.NOT_RUN, texts.get("fit.gate." + gate.gate()), texts.get(key));
  }

  private static String measured(GateResult gate, Texts texts) {
    double limit = Double.isFinite(gate.highest()) ? gate.highest() : gate.lowest();
    return texts.get(
        "fit.gate." + gate.gate() + ".text",
        written(gate.measured(), texts),
        written(limit, texts));
  }

  private static String written(double value, Texts texts) {
    return Double.isInfinite(value)
        ? texts.get("fit.beyond-measure")
        : Figures.decimals(value, value >= 10 || value == Math.rint(value) ? 0 : 3);
  }
}
