// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;
import java.util.Locale;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Verdict;

/**
 * What a check found. It names cells by their labels and never shows a figure that it protects; all
 * the same it stays inside, because which cell is sensitive tells something.
 *
 * @param rule id of the limit, or of the check where it has no limit
 * @param verdict how the check ended; on a change it is what the verdict would have been without it
 * @param subject what was checked: an output, or cells of it by their labels
 * @param code which sentence
 * @param args what the sentence names: limits, numbers of cells, names; never a figure
 */
public record Finding(
    String rule, Verdict verdict, String subject, String code, List<String> args) {

  /** Copies the arguments. */
  public Finding {
    args = List.copyOf(args);
  }

  static Finding of(String rule, Verdict verdict, String subject, String code, Object... args) {
    return new Finding(
        rule, verdict, subject, code, java.util.Arrays.stream(args).map(String::valueOf).toList());
  }

  /**
   * Whether people may set it aside: two checkers with a reason, see {@link
   * org.meent.ethics.Waiver}. A failed check is hard, and nobody can waive it.
   */
  public boolean soft() {
    return verdict == Verdict.REVIEW;
  }

  /** The sentence, in Dutch or English. */
  public String sentence(Locale locale) {
    return FindingTexts.part(code, 0, args, locale);
  }

  /** What the researcher can do; empty where there is nothing to do. */
  public String advice(Locale locale) {
    return FindingTexts.part(code, 1, args, locale);
  }

  /** This finding as a block of a report for checkers. */
  public Block.Finding block(Locale locale) {
    String advice = advice(locale);
    return new Block.Finding(
        verdict, subject, advice.isEmpty() ? sentence(locale) : sentence(locale) + " " + advice);
  }
}
