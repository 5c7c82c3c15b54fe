// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.flow.FlowStep;

/**
 * The rows of all trials of a design, by trial, person and arm, and what became of every person in
 * every trial that is not among them.
 */
public final class TrialRows {
  private static final int WIDTH = 9;
  private static final TrialRow.End[] ENDS = TrialRow.End.values();

  /** No rows of nobody. */
  public static final TrialRows NONE = new Builder("no design").rows();

  private final int[] cells;
  private final FlowStep step;
  private final List<Lost> lost;
  private final int deadline;

  private TrialRows(int[] cells, FlowStep step, List<Lost> lost, int deadline) {
    this.cells = cells;
    this.step = step;
    this.lost = lost;
    this.deadline = deadline;
  }

  /**
   * A person who is not in a trial.
   *
   * @param person place of the person
   * @param reason why
   */
  public record Lost(int person, String reason) {}

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
        cells[at + 7],
        cells[at + 8]);
  }

  /**
   * In = persons times trials, out = rows; lost are those who are not in a trial, by reason, and
   * each clone after the first is a duplication.
   */
  public FlowStep step() {
    return step;
  }

  /** Who is not in a trial, by trial and person. */
  public List<Lost> lost() {
    return Collections.unmodifiableList(lost);
  }

  /** Some of the rows, with the same losses. */
  public TrialRows only(int[] rows) {
    int[] kept = new int[rows.length * WIDTH];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(cells, rows[i] * WIDTH, kept, i * WIDTH, WIDTH);
    }
    return new TrialRows(kept, step, lost, deadline);
  }

  /** How a row can deviate in a month. */
  public TrialRow.Phase phase(int row, int month) {
    return row(row).phase(month, deadline);
  }

  /**
   * The month since the trial's start at whose end an arm must have been started to keep to it; -1
   * if arms were settled before follow-up began.
   */
  public int deadline() {
    return deadline;
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
    private final List<Lost> lost = new ArrayList<>();
    private int deadline = -1;

    Builder(String name) {
      this.name = name;
    }

    /** Counts a person who could be in a trial. */
    void candidate() {
      candidates++;
    }

    void lose(int person, String reason) {
      lost.add(new Lost(person, reason));
    }

    Builder deadline(int month) {
      deadline = month;
      return this;
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
      cells[size++] = row.settled();
      cells[size++] = row.mayDeviateTo();
    }

    TrialRows rows() {
      SortedMap<String, Long> added = new TreeMap<>();
      if (clones > 0) {
        added.put("clone for another arm", clones);
      }
      SortedMap<String, Long> losses = new TreeMap<>();
      lost.forEach(one -> losses.merge(one.reason(), 1L, Long::sum));
      FlowStep step = new FlowStep(name, candidates, losses, added, size / WIDTH);
      return new TrialRows(Arrays.copyOf(cells, size), step, lost, deadline);
    }
  }
}
