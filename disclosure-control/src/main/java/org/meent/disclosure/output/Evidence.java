// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a checker needs to judge an output: measured from the same records as the output, by the
 * code that made it. It stays inside, and {@code toString} never shows a figure of it.
 */
public sealed interface Evidence {

  /**
   * Behind a frequency table: the unweighted counts themselves.
   *
   * @param units one list per row, one count per column, without margins
   * @param zeros what an empty cell means
   */
  record Counts(List<List<Long>> units, Zeros zeros) implements Evidence {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if there is no cell, rows differ in length, or a count is
     *     negative
     */
    public Counts {
      units = Grid.copy(units);
      if (units.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException("a count is negative");
      }
    }

    @Override
    public String toString() {
      return "Counts[" + Grid.shape(units) + "]";
    }
  }

  /**
   * Behind a magnitude table: units, sum and the largest contributors of every cell.
   *
   * @param cells one list per row, one cell per column, without margins: every unit is in one cell,
   *     so that margins follow by {@link MagnitudeCell#merge}
   * @param sign whether everybody knows that no contribution is negative
   */
  record Contributions(List<List<MagnitudeCell>> cells, Sign sign) implements Evidence {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if there is no cell or rows differ in length
     */
    public Contributions {
      cells = Grid.copy(cells);
    }

    @Override
    public String toString() {
      return "Contributions[" + Grid.shape(cells) + "]";
    }
  }

  /**
   * Behind estimates: one fit per row, in the order of the rows.
   *
   * @param rows the fits
   */
  record Fits(List<FitEvidence> rows) implements Evidence {

    /** Copies the fits. */
    public Fits {
      rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
      return "Fits[" + rows.size() + "]";
    }
  }

  /**
   * Behind a flow: its tracks, which balance at every step.
   *
   * @param tracks the tracks
   */
  record Balance(List<FlowTrack> tracks) implements Evidence {

    /** Copies the tracks. */
    public Balance {
      tracks = List.copyOf(tracks);
    }

    @Override
    public String toString() {
      return "Balance[" + tracks.size() + " tracks]";
    }
  }

  /**
   * Behind an output whose rows stand by themselves: one piece of evidence per row, in their order.
   *
   * @param rows the evidence of each row
   */
  record PerRow(List<? extends RowEvidence> rows) implements Evidence {

    /** Copies the rows. */
    public PerRow {
      rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
      return "PerRow[" + rows.size() + "]";
    }
  }

  /**
   * Behind a figure of bins.
   *
   * @param edges units on the outermost edges
   * @param bins units and means of each bin
   */
  record Bins(BinnedFigure.Edges edges, List<GroupEvidence> bins) implements Evidence {

    /** Copies the bins. */
    public Bins {
      bins = List.copyOf(bins);
    }

    @Override
    public String toString() {
      return "Bins[" + bins.size() + "]";
    }
  }

  /**
   * Behind a regression.
   *
   * @param residualDegreesOfFreedom units minus estimated parameters
   * @param parameters estimated parameters, those that are not shown included
   * @param patterns different rows of the design; as many as parameters is a saturated model
   * @param smallestPattern fewest units with the same row of the design
   * @param smallestOutcome fewest units with one value of the outcome in any category that the
   *     model uses, where the outcome is discrete; empty where it is not
   * @param largestLeverage largest diagonal element of the hat matrix, from 0 to 1
   * @param meanOf measure whose cell means a saturated model gives back, so that the gate links the
   *     two; empty if there is none
   */
  record Model(
      long residualDegreesOfFreedom,
      int parameters,
      long patterns,
      long smallestPattern,
      OptionalLong smallestOutcome,
      double largestLeverage,
      String meanOf)
      implements Evidence {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one cannot be
     */
    public Model {
      boolean negative =
          residualDegreesOfFreedom < 0
              || smallestPattern < 1
              || smallestOutcome.orElse(0) < 0
              || parameters < 1;
      if (negative || patterns < parameters || !(largestLeverage >= 0 && largestLeverage <= 1)) {
        throw new IllegalArgumentException("evidence of a regression contradicts itself");
      }
    }

    /** Whether there is a parameter for every pattern, so that it is a table in other words. */
    public boolean saturated() {
      return patterns == parameters;
    }

    @Override
    public String toString() {
      return "Model[" + parameters + " parameters]";
    }
  }

  /**
   * Behind a forest.
   *
   * @param trees number of trees
   * @param smallestLeaf fewest unweighted units in any leaf of any tree
   */
  record Leaves(int trees, long smallestLeaf) implements Evidence {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one cannot be
     */
    public Leaves {
      if (trees < 1 || smallestLeaf < 1) {
        throw new IllegalArgumentException("evidence of a forest contradicts itself");
      }
    }

    @Override
    public String toString() {
      return "Leaves[" + trees + " trees]";
    }
  }

  /**
   * Behind a model card: every cell that it shows, with the output it stands in.
   *
   * @param cited the cells, each once
   */
  record Citations(List<ModelCard.Cited> cited) implements Evidence {

    /** Copies the citations. */
    public Citations {
      cited = List.copyOf(cited);
    }

    @Override
    public String toString() {
      return "Citations[" + cited.size() + "]";
    }
  }

  /** What an empty cell of a table means. */
  enum Zeros {
    /** Nobody happened to be there, and saying so harms nobody. */
    SAFE,
    /** That nobody was there tells something about a group: protected like a small count. */
    SENSITIVE,
    /** Nobody can be there by definition: everybody knows it, so it is always shown. */
    STRUCTURAL
  }

  /** What everybody knows about the sign of a measure. */
  enum Sign {
    /** No contribution can be negative, as with earnings. */
    NON_NEGATIVE,
    /** Contributions may be negative, as with profits. */
    ANY
  }
}
