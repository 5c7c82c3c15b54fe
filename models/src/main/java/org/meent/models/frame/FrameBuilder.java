// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Makes a {@link Frame} from arrays in the order of the input, checks them, and puts the rows into
 * the order of their ids. Refused: unequal lengths, infinite values, a missing outcome, duplicate
 * ids, negative weights, weights that sum to zero. A covariate that never varies is left out, with
 * a note.
 */
public final class FrameBuilder {
  private final Map<String, double[]> covariates = new LinkedHashMap<>();
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private String source = "";
  private IntUnaryOperator line = row -> row + 1;
  private int[] treatment = {};
  private List<String> arms = List.of();
  private double[] outcome = {};
  private String outcomeName = "outcome";
  private List<String> ids = List.of();
  private List<String> clusters = List.of();
  private List<String> crossing = List.of();
  private double[] weights = {};

  FrameBuilder() {}

  /** The file that refusals point to, and the line where each of its rows begins. */
  public FrameBuilder source(String file, IntUnaryOperator lineOf) {
    source = file;
    line = lineOf;
    return this;
  }

  /** Adds a covariate; {@code NaN} is missing. */
  public FrameBuilder covariate(String name, double[] values) {
    if (covariates.put(name, values.clone()) != null) {
      throw new IllegalArgumentException("covariate twice: " + name);
    }
    return this;
  }

  /**
   * Adds a covariate of categories, by the label of each row; empty is missing. See {@link
   * Category}.
   */
  public FrameBuilder category(String name, List<String> labels) {
    Category category = Category.of(name, labels);
    if (category.labels().size() < 2) {
      notes.add(neverVaries(name));
      return this;
    }
    if (category.labels().contains(Category.RARE)) {
      notes.add("covariate " + name + ": rare categories are taken together");
    }
    double[][] indicators = category.indicators(labels);
    List<String> columns = category.columns();
    for (int k = 0; k < indicators.length; k++) {
      covariate(columns.get(k), indicators[k]);
    }
    categories.put(columns.getFirst(), category);
    return this;
  }

  /** The arm of each row (0 is the reference) and the labels of the arms, the reference first. */
  public FrameBuilder treatment(int[] arm, List<String> labels) {
    treatment = arm.clone();
    arms = List.copyOf(labels);
    return this;
  }

  /** The outcome of each row. */
  public FrameBuilder outcome(String name, double[] values) {
    outcomeName = name;
    outcome = values.clone();
    return this;
  }

  /** One unique id per row. */
  public FrameBuilder ids(List<String> values) {
    ids = List.copyOf(values);
    return this;
  }

  /** The cluster of each row, such as household or municipality. */
  public FrameBuilder clusters(List<String> values) {
    clusters = List.copyOf(values);
    return this;
  }

  /** A second cluster of each row that crosses the first, such as municipality. */
  public FrameBuilder crossing(List<String> values) {
    crossing = List.copyOf(values);
    return this;
  }

  /** The sampling weight of each row. */
  public FrameBuilder weights(double[] values) {
    weights = values.clone();
    return this;
  }

  /** Adds a declared grouping. */
  public FrameBuilder grouping(String name, List<String> labels) {
    groups.put(name, List.copyOf(labels));
    return this;
  }

  /**
   * Checks and makes the frame.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the rows cannot be analysed
   */
  public Frame build() {
    checkLengths();
    checkValues();
    Integer[] order = order();
    int[] rows = Arrays.stream(order).mapToInt(i -> i).toArray();
    Map<String, double[]> kept = varying();
    double[][] columns =
        kept.values().stream().map(values -> pick(values, rows)).toArray(double[][]::new);
    int[] arm = Arrays.stream(rows).map(i -> treatment[i]).toArray();
    return new Frame(
        List.copyOf(kept.keySet()),
        columns,
        arm,
        arms,
        pick(outcome, rows),
        optionals(rows, List.copyOf(kept.keySet())),
        rows,
        notes);
  }

  private Frame.Optionals optionals(int[] rows, List<String> names) {
    List<String> sortedIds = ids.isEmpty() ? ids : Arrays.stream(rows).mapToObj(ids::get).toList();
    int[] cluster =
        clusters.isEmpty() ? IntStream.range(0, rows.length).toArray() : numbered(clusters, rows);
    int[] second = crossing.isEmpty() ? new int[0] : numbered(crossing, rows);
    double[] weight = new double[rows.length];
    Arrays.fill(weight, 1);
    List<Grouping> groupings = new ArrayList<>();
    groups.forEach(
        (name, labels) ->
            groupings.add(new Grouping(name, Arrays.stream(rows).mapToObj(labels::get).toList())));
    return new Frame.Optionals(
        sortedIds,
        cluster,
        count(cluster),
        second,
        count(second),
        weights.length == 0 ? weight : pick(weights, rows),
        groupings,
        placed(names));
  }

  /** The indicators of a category all vary, so that they stand together among the columns. */
  private List<Category> placed(List<String> names) {
    return categories.entrySet().stream()
        .map(entry -> entry.getValue().at(names.indexOf(entry.getKey())))
        .toList();
  }

  private static int count(int[] numbers) {
    return Arrays.stream(numbers).max().orElse(-1) + 1;
  }

  /** The number of each row's label in the order of the labels. */
  private static int[] numbered(List<String> labels, int[] rows) {
    Map<String, Integer> numbers = new HashMap<>();
    labels.stream().distinct().sorted().forEach(label -> numbers.put(label, numbers.size()));
    return Arrays.stream(rows).map(i -> numbers.getOrDefault(labels.get(i), 0)).toArray();
  }

  private void checkLengths() {
    int n = outcome.length;
    List<Integer> lengths = new ArrayList<>(List.of(treatment.length));
    covariates.values().forEach(values -> lengths.add(values.length));
    groups.values().forEach(labels -> lengths.add(labels.size()));
    if (!ids.isEmpty()) {
      lengths.add(ids.size());
    }
    if (!clusters.isEmpty()) {
      lengths.add(clusters.size());
    }
    if (!crossing.isEmpty()) {
      lengths.add(crossing.size());
    }
    if (weights.length > 0) {
      lengths.add(weights.length);
    }
    if (lengths.stream().anyMatch(length -> length != n)) {
      throw new IllegalArgumentException("columns of different lengths: " + lengths + ", " + n);
    }
    for (int w : treatment) {
      if (w < 0 || w >= arms.size()) {
        throw new IllegalArgumentException("treatment outside the arms");
      }
    }
  }

  private void checkValues() {
    for (int i = 0; i < outcome.length; i++) {
      if (!Double.isFinite(outcome[i])) {
        throw Refusal.badInput("models.frame.outcome-not-finite", at(i).in(outcomeName))
            .asException();
      }
    }
    covariates.forEach(
        (name, values) -> {
          for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
              throw Refusal.badInput("models.frame.infinite", at(i).in(name)).asException();
            }
          }
        });
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!Double.isFinite(weights[i]) || weights[i] < 0) {
        throw Refusal.badInput("models.frame.weight", at(i)).asException();
      }
      sum += weights[i];
    }
    if (weights.length > 0 && sum <= 0) {
      throw Refusal.badInput("models.frame.weights-zero", Where.file(source)).asException();
    }
  }

  private Integer[] order() {
    Integer[] order = IntStream.range(0, outcome.length).boxed().toArray(Integer[]::new);
    if (ids.isEmpty()) {
      return order;
    }
    Arrays.sort(order, Comparator.comparing(ids::get));
    for (int k = 1; k < order.length; k++) {
      if (ids.get(order[k]).equals(ids.get(order[k - 1]))) {
        int first = Math.min(order[k], order[k - 1]);
        int second = Math.max(order[k], order[k - 1]);
        throw Refusal.badInput(
                "models.frame.duplicate-id",
                at(second),
                line.applyAsInt(first),
                line.applyAsInt(second))
            .asException();
      }
    }
    return order;
  }

  private Map<String, double[]> varying() {
    Map<String, double[]> kept = new LinkedHashMap<>();
    covariates.forEach(
        (name, values) -> {
          long distinct = Arrays.stream(values).distinct().limit(2).count();
          if (distinct > 1) {
            kept.put(name, values);
          } else {
            notes.add(neverVaries(name));
          }
        });
    return kept;
  }

  private static String neverVaries(String name) {
    return "covariate " + name + " never varies and was left out";
  }

  private Where at(int row) {
    return Where.file(source).atLine(line.applyAsInt(row));
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }
}
