// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.List;

/** One thing to change in an output. */
public sealed interface Change {
  /**
   * Make one code of several neighbouring ones, in every output of the request.
   *
   * @param variable the variable
   * @param codes the codes, in the order shown
   * @param into the code that they become
   */
  record Merge(String variable, List<String> codes, String into) implements Change {
    /** Copies the codes. */
    public Merge {
      codes = List.copyOf(codes);
    }
  }

  /**
   * Leave figures out: sensitive ones, and those that would give them back.
   *
   * @param figures the figures by their labels, in the order shown
   * @param then what the gate says of the rest
   */
  record LeaveOut(List<String> figures, Then then) implements Change {
    /** Copies the labels. */
    public LeaveOut {
      figures = List.copyOf(figures);
    }
  }

  /** What the gate says of what is left. */
  enum Then {
    /** It may be asked out. */
    PASSES,
    /** A checker has to judge it. */
    REVIEWED
  }

  /** Do not ask the output out. */
  record Withdraw() implements Change {}
}
