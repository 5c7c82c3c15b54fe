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

  /**
   * Make one code of several, in this output, and compute its figures again from the records.
   *
   * @param variable the variable
   * @param codes the codes
   * @param into the code that they become
   */
  record Again(String variable, List<String> codes, String into) implements Change {
    /** Copies the codes. */
    public Again {
      codes = List.copyOf(codes);
    }
  }

  /**
   * Make the outermost values of a number alike, and compute the figures again from the records.
   *
   * @param variable the number
   * @param units how many units share the highest value then, and the lowest
   */
  record TopCode(String variable, long units) implements Change {}

  /**
   * Round the figures.
   *
   * @param width to multiples of it
   */
  record Round(double width) implements Change {}

  /**
   * Leave the outermost bins open.
   *
   * @param variable the number
   */
  record OpenEdges(String variable) implements Change {}

  /**
   * Make fewer steps of a curve.
   *
   * @param times ends of the steps that stay
   */
  record Steps(List<String> times) implements Change {
    /** Copies the times. */
    public Steps {
      times = List.copyOf(times);
    }
  }

  /**
   * Show the coarser table of counts instead.
   *
   * @param variable its variable
   * @param codes its codes
   */
  record Instead(String variable, List<String> codes) implements Change {
    /** Copies the codes. */
    public Instead {
      codes = List.copyOf(codes);
    }
  }

  /** Do not ask the output out. */
  record Withdraw() implements Change {}
}
