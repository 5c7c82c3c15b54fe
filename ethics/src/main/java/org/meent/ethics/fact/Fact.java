// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.fact;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that is known of a study, or is known not to be.
 *
 * @param id what it is about: lower case with dots and hyphens, such as {@code flow.cohort.persons}
 * @param value what is known, as text; empty exactly when nobody filled it in
 * @param origin how it is known
 */
public record Fact(String id, String value, Origin origin) {
  private static final Pattern ID =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");

  /**
   * Checks id and value.
   *
   * @throws IllegalArgumentException if the id has another form, or value and origin contradict
   */
  public Fact {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not the id of a fact: " + id);
    }
    if (value.isEmpty() != (origin == Origin.NOT_FILLED_IN)) {
      throw new IllegalArgumentException("a fact has a value or is not filled in: " + id);
    }
  }

  /** How a fact is known. */
  public enum Origin {
    /** Written in the protocol. */
    PROTOCOL,
    /** Measured by Meent. */
    MEASURED,
    /** Said by a person. */
    HUMAN,
    /** Asked, and not answered. */
    NOT_FILLED_IN;

    /** The name as written in documents, such as {@code not-filled-in}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A fact from the protocol. */
  public static Fact ofProtocol(String id, String value) {
    return new Fact(id, value, Origin.PROTOCOL);
  }

  /** A measured fact. */
  public static Fact measured(String id, String value) {
    return new Fact(id, value, Origin.MEASURED);
  }

  /** What a person said. */
  public static Fact human(String id, String value) {
    return new Fact(id, value, Origin.HUMAN);
  }

  /** What nobody answered: no silent blanks. */
  public static Fact notFilledIn(String id) {
    return new Fact(id, "", Origin.NOT_FILLED_IN);
  }
}
