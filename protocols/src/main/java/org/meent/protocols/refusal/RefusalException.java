// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.refusal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One or more refusals on their way to the user. The first one decides the exit code. */
public final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  /**
   * Carries refusals upwards.
   *
   * @throws IllegalArgumentException if the list is empty
   */
  public RefusalException(List<Refusal> refusals) {
    super(
        refusals.stream()
            .map(refusal -> refusal.sentence(Locale.ENGLISH))
            .collect(Collectors.joining("\n")));
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("a refusal exception needs at least one refusal");
    }
    this.refusals = List.copyOf(refusals);
  }

  /** The refusals, the first one deciding the exit code. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** How the command ends. */
  public ExitCode exit() {
    return refusals.getFirst().exit();
  }
}
