// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.List;
import java.util.Set;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.output.StatisticalOutput;

/** What a file turned out to be. */
sealed interface Reading {
  /** The name of the output. */
  String id();

  /** What kind it is, in the words of the documentation. */
  String kind();

  /** What was found while reading. */
  List<Finding> findings();

  /**
   * Everything is known that the gate needs.
   *
   * @param kind which kind of file
   * @param output the typed output with its evidence
   * @param evidence who measured the evidence
   * @param leftOut what the file does not show
   * @param findings what was found while reading
   */
  record Whole(
      String kind,
      StatisticalOutput output,
      Origin evidence,
      Set<Spot> leftOut,
      List<Finding> findings)
      implements Reading {
    /** Copies. */
    public Whole {
      leftOut = Set.copyOf(leftOut);
      findings = List.copyOf(findings);
    }

    @Override
    public String id() {
      return output.id();
    }
  }

  /**
   * The gate cannot judge it: figures are left out that nobody gave, or no kind fits.
   *
   * @param id name of the output
   * @param kind which kind of file, or the words of the tool that made it
   * @param findings what was found, at least one of them more than a pass
   */
  record Partial(String id, String kind, List<Finding> findings) implements Reading {
    /** Copies. */
    public Partial {
      findings = List.copyOf(findings);
    }
  }

  /** Who measured the evidence. */
  enum Origin {
    /** Meent, from the records. */
    RECORDS,
    /** Whoever made the file. */
    FILE
  }
}
