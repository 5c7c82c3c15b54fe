// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.Recipe;
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
   * @param leftOut what the file does not show, by the codes of its row
   * @param places what the file does not show, by where it stands in the releasable form
   * @param unknown codes of findings that would say of something unknown that it passes
   * @param recipe what the output asks of the records, where these are given
   * @param findings what was found while reading
   */
  record Whole(
      String kind,
      StatisticalOutput output,
      Origin evidence,
      Set<Spot> leftOut,
      Set<Place> places,
      Set<String> unknown,
      Optional<Recipe> recipe,
      List<Finding> findings)
      implements Reading {
    /** Copies. */
    public Whole {
      leftOut = Set.copyOf(leftOut);
      places = Set.copyOf(places);
      unknown = Set.copyOf(unknown);
      findings = List.copyOf(findings);
    }

    /** A table, of which everything is known. */
    Whole(
        String kind,
        StatisticalOutput output,
        Origin evidence,
        Set<Spot> leftOut,
        List<Finding> findings) {
      this(kind, output, evidence, leftOut, Set.of(), Set.of(), Optional.empty(), findings);
    }

    /** Measured from the records, all but the places that the file does not show. */
    static Whole measured(
        String kind, StatisticalOutput output, Set<Place> places, Optional<Recipe> recipe) {
      return new Whole(kind, output, Origin.RECORDS, Set.of(), places, Set.of(), recipe, List.of());
    }

    /** As the file states it; of what is unknown nothing may be said to pass. */
    static Whole stated(
        String kind, StatisticalOutput output, Set<String> unknown, List<Finding> findings) {
      return new Whole(
          kind, output, Origin.FILE, Set.of(), Set.of(), unknown, Optional.empty(), findings);
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

  /**
   * A place in the releasable form of an output.
   *
   * @param row number of the row, from 0
   * @param column number of the column, from 0
   */
  record Place(int row, int column) {}

  /** Who measured the evidence. */
  enum Origin {
    /** Meent, from the records. */
    RECORDS,
    /** Whoever made the file. */
    FILE
  }
}
