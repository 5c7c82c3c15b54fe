// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.List;
import java.util.Optional;

/**
 * A column of a register.
 *
 * @param spellings its spellings, the usual one first
 * @param type what its values are, as far as is known
 * @param meaning what it says; empty if nothing public says so
 * @param labels codes with their meanings
 * @param missing codes that stand for no value
 * @param basis on what the spellings rest
 */
public record RegisterColumn(
    List<Spelling> spellings,
    Type type,
    Optional<Wording> meaning,
    List<CodeMeaning> labels,
    List<CodeMeaning> missing,
    Basis basis) {

  /** What values are. */
  public enum Type {
    /** Not known from public sources. */
    UNKNOWN,
    /** Text or codes. */
    TEXT,
    /** Numbers. */
    NUMBER,
    /** Numbers that files hold as text. */
    NUMBER_AS_TEXT,
    /** Days written as text, yyyymmdd. */
    DAY_AS_TEXT,
    /** Days. */
    DAY;

    /** Whether files hold it as text. */
    public boolean isText() {
      return switch (this) {
        case TEXT, NUMBER_AS_TEXT, DAY_AS_TEXT -> true;
        case UNKNOWN, NUMBER, DAY -> false;
      };
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no spelling
   */
  public RegisterColumn {
    spellings = List.copyOf(spellings);
    labels = List.copyOf(labels);
    missing = List.copyOf(missing);
    if (spellings.isEmpty()) {
      throw new IllegalArgumentException("a column has at least one spelling");
    }
  }

  /** Its usual spelling. */
  public String name() {
    return spellings.getFirst().name();
  }

  /** Whether a written name is one of its spellings. */
  public boolean matches(String written) {
    return spellings.stream().anyMatch(spelling -> spelling.matches(written));
  }
}
