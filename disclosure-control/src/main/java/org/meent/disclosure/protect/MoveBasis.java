// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * The basis of a {@link MoveProgram}: for each equation its slack, which must become zero, or the
 * variable that took its place; their values, and the steepest-edge weights. Only equations that
 * the move has reached hold anything.
 */
final class MoveBasis {
  /** Exchanges after which the inverse is written anew: sooner if it has grown much. */
  private static final int LEAST = 20;

  private static final int MOST = 100;

  private final Incidence incidence;
  private final MoveColumns columns;
  private final EtaFile file = new EtaFile();
  private final Reinversion reinversion;

  /** Per equation: the basic variable + 1; 0 for the slack. */
  private final int[] variable;

  private final SparseVector value;
  private final double[] weight;
  private final SparseVector line;
  private final SparseVector image;
  private final SparseVector edge;
  private int seed;
  private int sense;
  private int inverted;
  private int invertedEntries;
  private int size;
  private long looked;

  MoveBasis(Incidence incidence, MoveColumns columns) {
    this.incidence = incidence;
    this.columns = columns;
    int rows = incidence.rows();
    reinversion = new Reinversion(incidence, file);
    variable = new int[rows];
    weight = new double[rows];
    value = new SparseVector(rows);
    line = new SparseVector(rows);
    image = new SparseVector(rows);
    edge = new SparseVector(rows);
  }

  long work() {
    return file.work() + looked;
  }

  int size() {
    return size;
  }

  /** Starts from slacks alone, with what the seed's move leaves open. */
  void start(int cell, int newSense) {
    for (int k = 0; k < value.count(); k++) {
      variable[value.index(k)] = 0;
    }
    file.clear();
    inverted = 0;
    invertedEntries = 0;
    size = 0;
    seed = cell;
    sense = newSense;
    value.clear();
    image.clear();
    load(cell, sense);
    spread();
  }

  /** Adds a multiple of a cell's column to the image. */
  private void load(int cell, double by) {
    for (int k = incidence.cellStart[cell]; k < incidence.cellStart[cell + 1]; k++) {
      image.add(incidence.cellRow[k], by * incidence.cellCoefficient[k]);
    }
  }

  /** Takes the image off the values. */
  private void spread() {
    for (int k = 0; k < image.count(); k++) {
      int row = image.index(k);
      move(row, -image.get(row));
    }
  }

  private void move(int row, double by) {
    int before = value.count();
    value.add(row, by);
    if (value.count() > before) {
      weight[row] = 1;
    }
  }

  /** The equation with the worst violation for its weight, or -1. */
  int worst() {
    int worst = -1;
    double most = 0;
    for (int k = 0; k < value.count(); k++) {
      int row = value.index(k);
      double off = violation(row);
      if (Math.abs(off) > MoveProgram.TINY && off * off > most * weight[row]) {
        most = off * off / weight[row];
        worst = row;
      }
    }
    looked += value.count();
    return worst;
  }

  /** By how much the basic variable of an equation is too large; negative if too small. */
  double violation(int row) {
    return value.get(row) - target(row);
  }

  private double target(int row) {
    double upper = variable[row] == 0 ? 0 : columns.bound(variable[row] - 1);
    return Math.min(Math.max(value.get(row), 0), upper);
  }

  /** Computes the line of the tableau. */
  void price(int row) {
    line.clear();
    line.set(row, 1);
    file.backward(line);
    columns.clearLine();
    if (variable[row] > 0) {
      columns.leaving(variable[row] - 1);
    }
    for (int k = 0; k < line.count(); k++) {
      int at = line.index(k);
      if (Math.abs(line.get(at)) > MoveProgram.TINY) {
        columns.scatter(at, line.get(at));
      }
    }
  }

  /** Moves the columns that a step passed to their other bounds. */
  void flip(RatioTest ratio) {
    if (ratio.flipped() == 0) {
      return;
    }
    image.clear();
    for (int k = 0; k < ratio.flipped(); k++) {
      int flipped = ratio.flip(k);
      load(flipped >> 1, columns.flip(flipped) * MoveColumns.sign(flipped));
    }
    file.forward(image);
    spread();
  }

  /**
   * Exchanges a basic variable for another one; false if the arithmetic can no longer be trusted.
   */
  boolean enter(int row, int entering) {
    image.clear();
    load(entering >> 1, MoveColumns.sign(entering));
    file.forward(image);
    double pivot = image.get(row);
    double expected = columns.line(entering >> 1) * MoveColumns.sign(entering);
    if (Math.abs(pivot - expected) > 1e-5 * (1 + Math.abs(pivot)) || Math.abs(pivot) < 1e-7) {
      return false;
    }
    weigh(row, pivot);
    looked += 4L * image.count() + 2L * line.count();
    double start = columns.at(entering);
    double goal = target(row);
    double step = (value.get(row) - goal) / pivot;
    for (int k = 0; k < image.count(); k++) {
      int at = image.index(k);
      move(at, -step * image.get(at));
    }
    if (variable[row] > 0) {
      columns.leave(variable[row] - 1, goal);
    } else {
      size++;
    }
    file.append(row, image);
    value.set(row, start + step);
    variable[row] = entering + 1;
    columns.enter(entering, row);
    return true;
  }

  /** Weights of the steepest edges after the exchange. */
  private void weigh(int row, double pivot) {
    double length = line.squaredLength();
    edge.copy(line);
    file.forward(edge);
    for (int k = 0; k < image.count(); k++) {
      int at = image.index(k);
      double factor = image.get(at) / pivot;
      if (at != row && factor != 0) {
        move(at, 0);
        double next = weight[at] - 2 * factor * edge.get(at) + factor * factor * length;
        weight[at] = Math.max(next, 1e-4);
      }
    }
    weight[row] = Math.max(length / (pivot * pivot), 1e-4);
  }

  /** Whether the inverse has become long enough to write it anew. */
  boolean isLong() {
    int news = file.size() - inverted;
    return news >= MOST || (news >= LEAST && file.entries() > 5 * invertedEntries + 5_000);
  }

  /** Writes the inverse anew and computes the values from it; false if the basis is singular. */
  boolean reinvert() {
    int[] rows = new int[size];
    int[] basics = new int[size];
    double[] weights = new double[size];
    int count = 0;
    for (int k = 0; k < value.count(); k++) {
      int row = value.index(k);
      if (variable[row] > 0) {
        rows[count] = row;
        weights[count] = weight[row];
        basics[count++] = variable[row] - 1;
      }
    }
    int[] places = reinversion.invert(rows, basics);
    if (places == null) {
      return false;
    }
    for (int k = 0; k < size; k++) {
      variable[places[k]] = basics[k] + 1;
      weight[places[k]] = weights[k];
      columns.enter(basics[k], places[k]);
    }
    inverted = file.size();
    invertedEntries = file.entries();
    recompute();
    return true;
  }

  private void recompute() {
    image.clear();
    load(seed, -sense);
    columns.fullyDown(this::load);
    file.forward(image);
    for (int k = 0; k < value.count(); k++) {
      value.set(value.index(k), 0);
    }
    for (int k = 0; k < image.count(); k++) {
      move(image.index(k), image.get(image.index(k)));
    }
  }

  /** Gives the values to the columns. */
  void settle() {
    for (int k = 0; k < value.count(); k++) {
      int row = value.index(k);
      if (variable[row] > 0) {
        columns.settle(variable[row] - 1, value.get(row));
      }
    }
  }
}
