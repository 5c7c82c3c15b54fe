// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.key;

import java.util.List;
import java.util.Optional;

/**
 * Says which pairs of set and number identify a person, and gives each such pair one whole number:
 * {@code place of the set in ascending order * 10^9 + number}. Ascending order of these numbers is
 * ascending order of the pairs, because every number has nine digits.
 */
public final class KeyRule {
  private static final int DIGITS = 9;
  private static final long SET_STEP = 1_000_000_000L;

  private final List<String> sets;

  /**
   * A rule for these sets.
   *
   * @param identify the sets that identify a person, such as {@code R}
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public KeyRule(List<String> identify) {
    this.sets = identify.stream().sorted().distinct().toList();
    if (sets.isEmpty() || sets.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("at least one set must identify, and none may be blank");
    }
  }

  /** What is wrong with a pair; empty if it identifies a person. Nothing is trimmed or padded. */
  public Optional<KeyFault> fault(CharSequence set, CharSequence number) {
    if (set.isEmpty() || set.toString().isBlank()) {
      return Optional.of(KeyFault.SET_BLANK);
    }
    if (place(set) < 0) {
      return Optional.of(KeyFault.SET_DOES_NOT_IDENTIFY);
    }
    return numberFault(number);
  }

  /**
   * The whole number of a pair without fault.
   *
   * @throws IllegalArgumentException if the pair has a fault
   */
  public long pseudonym(CharSequence set, CharSequence number) {
    if (fault(set, number).isPresent()) {
      throw new IllegalArgumentException("this pair does not identify a person");
    }
    long value = 0;
    for (int i = 0; i < DIGITS; i++) {
      value = 10 * value + (number.charAt(i) - '0');
    }
    return place(set) * SET_STEP + value;
  }

  private int place(CharSequence set) {
    for (int i = 0; i < sets.size(); i++) {
      if (sets.get(i).contentEquals(set)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<KeyFault> numberFault(CharSequence number) {
    if (number.isEmpty() || number.toString().isBlank()) {
      return Optional.of(KeyFault.NUMBER_BLANK);
    }
    long value = 0;
    for (int i = 0; i < number.length(); i++) {
      char digit = number.charAt(i);
      if (digit < '0' || digit > '9') {
        return Optional.of(KeyFault.NOT_DIGITS);
      }
      value = Math.min(10 * value + (digit - '0'), SET_STEP);
    }
    if (value == 0) {
      return Optional.of(KeyFault.ALL_ZEROS);
    }
    if (value == 1) {
      return Optional.of(KeyFault.PLACEHOLDER);
    }
    return number.length() == DIGITS ? Optional.empty() : Optional.of(KeyFault.NOT_NINE_DIGITS);
  }
}
