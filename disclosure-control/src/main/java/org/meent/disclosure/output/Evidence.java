// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

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
