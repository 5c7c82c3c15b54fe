// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.Arrays;
import java.util.List;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.Recipe;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Sentences about outputs made elsewhere. */
final class Elsewhere {
  /** Most cells that one sentence names. */
  static final int NAMED = 12;

  /** The check, where a finding belongs to no limit. */
  static final String EVIDENCE = "evidence";

  private Elsewhere() {}

  static Finding finding(
      Verdict verdict, String rule, String subject, String code, Object... args) {
    return new Finding(
        rule, verdict, subject, code, Arrays.stream(args).map(String::valueOf).toList());
  }

  /** What a file does not hold and what was therefore not checked. */
  static Finding gap(String output, String what) {
    return finding(Verdict.REVIEW, EVIDENCE, output, "elsewhere.gap", what);
  }

  /**
   * What a recipe gives.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it cannot be computed from the records
   */
  static RowOutput computed(Sheet sheet, Recipe recipe) {
    try {
      return recipe.output();
    } catch (IllegalArgumentException impossible) {
      throw Refusal.unverified("disclosure.elsewhere.not-computed", Where.file(sheet.name()))
          .asException();
    }
  }

  /**
   * Refuses figures that are not those of the records.
   *
   * @param wrong names of the cells; nothing happens if there is none
   */
  static void contradicts(Sheet sheet, String column, List<String> wrong, int records) {
    if (!wrong.isEmpty()) {
      throw Refusal.unverified(
              "disclosure.elsewhere.contradicts",
              Where.file(sheet.name()).in(column),
              wrong.size(),
              String.join("; ", wrong.stream().limit(NAMED).toList()),
              records)
          .asException();
    }
  }
}
