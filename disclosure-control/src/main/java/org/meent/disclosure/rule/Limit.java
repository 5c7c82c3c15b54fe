// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.rule;

import java.math.BigDecimal;
import java.util.Locale;
import org.meent.disclosure.report.Block.Verdict;

/**
 * One number of a rule set.
 *
 * @param id its name, such as {@code minimum-units}
 * @param value the number, exactly as written
 * @param unit what it counts: units, share, digits, probability, degrees of freedom
 * @param verdict what the gate says when it is not kept: {@link Verdict#FAIL} or {@link
 *     Verdict#REVIEW}
 * @param meaningEn what it limits, in English
 * @param meaningNl the same in Dutch
 * @param source where the number comes from
 * @param verification whether somebody read it there
 * @param by who or what verified it, or what still has to be done
 * @param ruleSet id of the rule set that states it; {@code meent} for Meent's own
 */
public record Limit(
    String id,
    BigDecimal value,
    String unit,
    Verdict verdict,
    String meaningEn,
    String meaningNl,
    String source,
    Verification verification,
    String by,
    String ruleSet) {

  /** Whether somebody read the number at its source. */
  public enum Verification {
    /** Read there. */
    VERIFIED,
    /** From memory, from second hand, or derived. */
    NOT_VERIFIED
  }

  /**
   * The number as a whole number.
   *
   * @throws ArithmeticException if it has a fraction; the reader lets none through for counts
   */
  public long whole() {
    return value.longValueExact();
  }

  /** The number for computation with doubles. */
  public double asDouble() {
    return value.doubleValue();
  }

  /** What it limits, in the language asked for. */
  public String meaning(Locale locale) {
    return locale.getLanguage().equals("nl") ? meaningNl : meaningEn;
  }
}
