// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.Arrays;
import java.util.List;
import org.meent.models.learner.CategoryColumns;
import org.meent.models.learner.Design;

/**
 * An immutable table of numbers with one row per person or spell: {@code p} covariates ({@code NaN}
 * is missing), the arm each row was in, one outcome, and optionally ids, clusters, weights and
 * groupings.
 *
 * <p>Where ids were given the rows stand in the order of their ids, whatever the order of the
 * input: every random choice is keyed by that position, so results do not depend on the order of
 * the file. {@link #inputRow(int)} leads back. Arrays handed out are copies, except through the
 * package of this class.
 */
public final class Frame {
  private final List<String> names;
  private final double[][] columns;
  private final int[] treatment;
  private final List<String> arms;
  private final double[] outcome;
  private final List<String> ids;
  private final int[] clusters;
  private final int clusterCount;
  private final int[] crossing;
  private final int crossingCount;
  private final double[] weights;
  private final List<Grouping> groupings;
  private final List<Category> categories;
  private final int[] inputRows;
  private final List<String> notes;

  Frame(
      List<String> names,
      double[][] columns,
      int[] treatment,
      List<String> arms,
      double[] outcome,
      Optionals optionals,
      int[] inputRows,
      List<String> notes) {
    this.names = List.copyOf(names);
    this.columns = columns;
    this.treatment = treatment;
    this.arms = List.copyOf(arms);
    this.outcome = outcome;
    this.ids = List.copyOf(optionals.ids);
    this.clusters = optionals.clusters;
    this.clusterCount = optionals.clusterCount;
    this.crossing = optionals.crossing;
    this.crossingCount = optionals.crossingCount;
    this.weights = optionals.weights;
    this.groupings = List.copyOf(optionals.groupings);
    this.categories = List.copyOf(optionals.categories);
    this.inputRows = inputRows;
    this.notes = List.copyOf(notes);
  }

  /** The parts that a frame may lack. */
  record Optionals(
      List<String> ids,
      int[] clusters,
      int clusterCount,
      int[] crossing,
      int crossingCount,
      double[] weights,
      List<Grouping> groupings,
      List<Category> categories) {}

  /** Starts a frame; see {@link FrameBuilder}. */
  public static FrameBuilder builder() {
    return new FrameBuilder();
  }

  /** Number of rows. */
  public int rows() {
    return outcome.length;
  }

  /** Names of the covariates. */
  public List<String> names() {
    return names;
  }

  /** One array of row values per covariate; a copy. */
  public double[][] columns() {
    double[][] copy = new double[columns.length][];
    for (int j = 0; j < copy.length; j++) {
      copy[j] = columns[j].clone();
    }
    return copy;
  }

  /** Covariates of categories, and which columns they are, ascending. */
  public List<Category> categories() {
    return categories;
  }

  /** The covariates as learners see them. */
  public Design design() {
    return new Design(columns, rows(), categoryColumns());
  }

  /** Which columns stand for a variable of three or more categories. */
  public List<CategoryColumns> categoryColumns() {
    return categories.stream()
        .filter(category -> category.count() > 1)
        .map(category -> new CategoryColumns(category.first(), category.count()))
        .toList();
  }

  /** The arm of each row: 0 is the reference; a copy. */
  public int[] treatment() {
    return treatment.clone();
  }

  /** Labels of the arms, the reference first. */
  public List<String> arms() {
    return arms;
  }

  /** The outcome of each row; a copy. */
  public double[] outcome() {
    return outcome.clone();
  }

  /** The ids in the order of the rows; empty if none were given. */
  public List<String> ids() {
    return ids;
  }

  /** Whether rows were declared to belong together. */
  public boolean clustered() {
    return clusterCount < rows();
  }

  /** The cluster of each row, from 0; without declared clusters each row is its own; a copy. */
  public int[] clusters() {
    return clusters.clone();
  }

  /** Number of clusters. */
  public int clusterCount() {
    return clusterCount;
  }

  /** The second cluster of each row, such as municipality beside household; a copy. */
  public int[] crossing() {
    return crossing.clone();
  }

  /** Number of second clusters; 0 if there are none. */
  public int crossingCount() {
    return crossingCount;
  }

  /** What is drawn, or put in a fold, as a whole; see {@link Units}. */
  public Units units() {
    return Units.of(clusters, clusterCount, crossing, crossingCount);
  }

  /** The sampling weight of each row, 1 where none was given; a copy. */
  public double[] weights() {
    return weights.clone();
  }

  /** The declared groupings. */
  public List<Grouping> groupings() {
    return groupings;
  }

  /** What was changed on the way in, such as a constant covariate left out. */
  public List<String> notes() {
    return notes;
  }

  /** The row of the input, from 0, that stands at a position. */
  public int inputRow(int position) {
    return inputRows[position];
  }

  /** Number of rows in an arm. */
  public long count(int arm) {
    return Arrays.stream(treatment).filter(w -> w == arm).count();
  }

  /** The smaller of the numbers of rows that are in, in the reference and in one arm. */
  public long fewestInArms(boolean[] in, int arm) {
    long[] count = new long[2];
    for (int i = 0; i < treatment.length; i++) {
      if (in[i] && (treatment[i] == 0 || treatment[i] == arm)) {
        count[treatment[i] == 0 ? 0 : 1]++;
      }
    }
    return Math.min(count[0], count[1]);
  }

  /**
   * The rows of the reference and one arm, the arm renamed to 1. Clusters keep their meaning and
   * are numbered anew; input rows still point to the first input.
   */
  public Frame contrast(int arm) {
    if (arms.size() == 2 && arm == 1) {
      return this;
    }
    int[] kept = positions(arm);
    double[][] x = new double[columns.length][];
    for (int j = 0; j < x.length; j++) {
      x[j] = pick(columns[j], kept);
    }
    int[] arms01 = Arrays.stream(kept).map(i -> treatment[i] == 0 ? 0 : 1).toArray();
    int[] dense = dense(pick(clusters, kept));
    int[] denseCrossing = crossingCount == 0 ? crossing : dense(pick(crossing, kept));
    List<String> keptIds = ids.isEmpty() ? ids : Arrays.stream(kept).mapToObj(ids::get).toList();
    List<Grouping> keptGroups =
        groupings.stream()
            .map(
                g ->
                    new Grouping(
                        g.name(), Arrays.stream(kept).mapToObj(i -> g.labels().get(i)).toList()))
            .toList();
    Optionals optionals =
        new Optionals(
            keptIds,
            dense,
            count(dense),
            denseCrossing,
            count(denseCrossing),
            pick(weights, kept),
            keptGroups,
            categories);
    return new Frame(
        names,
        x,
        arms01,
        List.of(arms.get(0), arms.get(arm)),
        pick(outcome, kept),
        optionals,
        Arrays.stream(kept).map(i -> inputRows[i]).toArray(),
        notes);
  }

  /**
   * The same rows with other covariates; rows keep their order. Covariates of other names have no
   * categories.
   */
  public Frame withColumns(List<String> otherNames, double[][] otherColumns) {
    Optionals optionals =
        new Optionals(
            ids,
            clusters,
            clusterCount,
            crossing,
            crossingCount,
            weights,
            groupings,
            otherNames.equals(names) ? categories : List.of());
    return new Frame(
        otherNames, otherColumns, treatment, arms, outcome, optionals, inputRows, notes);
  }

  /** The positions of the reference and one arm, in order. */
  public int[] positions(int arm) {
    if (arm < 1 || arm >= arms.size()) {
      throw new IllegalArgumentException("no such arm: " + arm);
    }
    int[] kept = new int[rows()];
    int count = 0;
    for (int i = 0; i < rows(); i++) {
      if (treatment[i] == 0 || treatment[i] == arm) {
        kept[count++] = i;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** The same division numbered from 0 without gaps. */
  private static int[] dense(int[] numbers) {
    int[] seen = Arrays.stream(numbers).distinct().sorted().toArray();
    return Arrays.stream(numbers).map(c -> Arrays.binarySearch(seen, c)).toArray();
  }

  private static int count(int[] dense) {
    return Arrays.stream(dense).max().orElse(-1) + 1;
  }

  private static int[] pick(int[] values, int[] rows) {
    return Arrays.stream(rows).map(i -> values[i]).toArray();
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }
}
