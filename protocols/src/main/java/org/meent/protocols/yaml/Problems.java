// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Everything that is wrong with one file, gathered while reading on, so that its author hears it
 * all at once, in the order of the lines. Not for use by several threads.
 */
public final class Problems {
  private final String file;
  private final List<Refusal> found = new ArrayList<>();

  /** No problems yet in the file of that name. */
  public Problems(String file) {
    this.file = file;
  }

  /** A fault of the file's form or of what it refers to (exit code 4). */
  public void badInput(String code, Spot at, Object... args) {
    found.add(Refusal.badInput(code, where(at), args));
  }

  /** Something that a rule of the house forbids (exit code 3). */
  public void refused(String code, Spot at, Object... args) {
    found.add(Refusal.refused(code, where(at), args));
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The problems in the order of their lines; on one line in the order found. */
  public List<Refusal> inOrder() {
    return found.stream()
        .sorted(Comparator.comparingLong(problem -> problem.where().line()))
        .toList();
  }

  /**
   * Ends the reading if anything was wrong.
   *
   * @throws RefusalException with all problems
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new RefusalException(inOrder());
    }
  }

  private Where where(Spot at) {
    return new Where(file, at.line(), at.path());
  }
}
