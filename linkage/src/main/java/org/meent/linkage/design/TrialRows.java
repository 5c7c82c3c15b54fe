// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.flow.FlowStep;

/**
 * The rows of all trials of a design, by trial, person and arm, and what became of every person in
 * every trial that is not among them.
 */
public final class TrialRows {
  private static final int WIDTH = 8;
  private static final TrialRow.End[] ENDS = TrialRow.End.values();

  private final int[] cells;
  private final FlowStep step;

  private TrialRows(int[] cells, FlowStep step) {
    this.cells = cells;
    this.step = step;
  }

  /** Number of rows. */
  public int size() {
    return cells.length / WIDTH;
  }

  /** A row. */
  public TrialRow row(int number) {
    int at = number * WIDTH;
    return new TrialRow(
        cells[at],
        cells[at + 1],
        cells[at + 2],
        cells[at + 3],
        cells[at + 4],
        cells[at + 5],
        ENDS[cells[at + 6]],
        cells[at + 7]);
  }

  /**
   * In = persons times trials, out = rows; lost are those who are not in a trial, by reason, and
   * each clone after the first is a duplication.
   */
  public FlowStep step() {
    return step;
  }

  /** Shows the number of rows, never a row. */
  @Override
  public String toString() {
    return size() + " rows of trials";
  }

  /** Gathers rows and losses. */
  static final class Builder {
    private final String name;
    private int[] cells = new int[64 * WIDTH];
    private int size;
    private long candidates;
    private long clones;
    private final SortedMap<String, Long> losses = new TreeMap<>();

    Builder(String name) {
      this.name = name;
    }

    /** Counts a person who could be in a trial. */
    void candidate() {
      candidates++;
    }

    void lose(String reason) {
      losses.merge(reason, 1L, Long::sum);
    }

    /** Counts a row as one more of the same candidate. */
    void cloned() {
      clones++;
    }

    void add(TrialRow row) {
      if (size + WIDTH > cells.length) {
        cells = Arrays.copyOf(cells, 2 * cells.length);
      }
      cells[size++] = row.person();
      cells[size++] = row.trial();
      cells[size++] = row.arm();
      cells[size++] = row.open();
      cells[size++] = row.from();
      cells[size++] = row.to();
      cells[size++] = row.end().ordinal();
      cells[size++] = row.mayDeviateTo();
    }

    TrialRows rows() {
      SortedMap<String, Long> added = new TreeMap<>();
      if (clones > 0) {
        added.put("clone for another arm", clones);
      }
      FlowStep step = new FlowStep(name, candidates, losses, added, size / WIDTH);
      return new TrialRows(Arrays.copyOf(cells, size), step);
    }
  }
}
