// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a covariate must be on the index date: a number between two limits ({@code 18..66}, {@code
 * ..12}, {@code 3..}, {@code 4}), or one of some codes ({@code "23 | 29"}). An unknown value is
 * never eligible.
 *
 * @param covariate the covariate
 * @param least smallest number allowed; empty for none, or for codes
 * @param most largest number allowed; empty for none, or for codes
 * @param codes codes allowed; empty for numbers
 */
public record Eligibility(
    String covariate, Optional<BigDecimal> least, Optional<BigDecimal> most, List<String> codes) {
  private static final String NUMBER = "-?[0-9]{1,12}(?:\\.[0-9]{1,6})?";
  private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")?\\.\\.(" + NUMBER + ")?");

  /** Copies the codes. */
  public Eligibility {
    codes = List.copyOf(codes);
  }

  /** One of some codes, with {@code |} between them. */
  static Eligibility ofCodes(String covariate, String text) {
    return new Eligibility(
        covariate, Optional.empty(), Optional.empty(), List.of(text.split("\\s*\\|\\s*", -1)));
  }

  /** A number or a range; empty if the text is neither. */
  static Optional<Eligibility> ofNumbers(String covariate, String text) {
    if (text.matches(NUMBER)) {
      Optional<BigDecimal> exactly = Optional.of(new BigDecimal(text));
      return Optional.of(new Eligibility(covariate, exactly, exactly, List.of()));
    }
    Matcher range = RANGE.matcher(text);
    if (text.equals("..") || !range.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Eligibility(
            covariate,
            Optional.ofNullable(range.group(1)).map(BigDecimal::new),
            Optional.ofNullable(range.group(2)).map(BigDecimal::new),
            List.of()));
  }

  /** Whether a code is allowed. */
  public boolean allows(String code) {
    return codes.contains(code);
  }

  /** Whether a number is allowed. */
  public boolean allows(BigDecimal number) {
    return least.map(limit -> number.compareTo(limit) >= 0).orElse(true)
        && most.map(limit -> number.compareTo(limit) <= 0).orElse(true);
  }

  /** The condition without its covariate, as a protocol may write it. */
  public String condition() {
    if (!codes.isEmpty()) {
      return String.join(" | ", codes);
    }
    if (least.isPresent() && least.equals(most)) {
      return least.get().toPlainString();
    }
    return least.map(BigDecimal::toPlainString).orElse("")
        + ".."
        + most.map(BigDecimal::toPlainString).orElse("");
  }
}
