// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.meent.models.learner.CategoryColumns;

/**
 * A covariate of categories as it stands in a frame: one indicator column for each category but the
 * first, all {@code NaN} where it is missing.
 *
 * @param name name of the covariate
 * @param labels its categories, ascending; {@link #RARE} takes the rare ones
 * @param first the column of the frame that holds the indicator of the second category
 */
public record Category(String name, List<String> labels, int first) {
  /** What stands for all rare categories together. */
  public static final String RARE = "(rare)";

  private static final int FEWEST = 10;
  private static final int MOST = CategoryColumns.MOST + 1;

  private static final List<String> ZERO_ONE = List.of("0", "1");

  /**
   * The categories of rows, ascending. Those that fewer than ten rows hold are taken together as
   * {@link #RARE}, the last, unless all are; so are the rarest where trees cannot hold so many.
   *
   * @param rows a label for each row; empty is missing
   */
  public static Category of(String name, List<String> rows) {
    Map<String, Long> counts =
        rows.stream()
            .filter(label -> !label.isEmpty())
            .collect(Collectors.groupingBy(label -> label, TreeMap::new, Collectors.counting()));
    List<String> labels = new ArrayList<>(counts.keySet());
    long common = counts.values().stream().filter(count -> count >= FEWEST).count();
    long kept = common == 0 ? labels.size() : common;
    boolean tooMany = kept > MOST - (kept < labels.size() ? 1 : 0);
    kept = tooMany ? MOST - 1 : kept;
    if (kept < labels.size()) {
      // The sort is stable, so that of equally frequent ones the first stay.
      labels.sort(Comparator.comparing(label -> -counts.getOrDefault(label, 0L)));
      labels = new ArrayList<>(labels.subList(0, Math.toIntExact(kept)));
      labels.sort(Comparator.naturalOrder());
      labels.add(RARE);
    }
    return new Category(name, labels, 0);
  }

  /** The same at another column. */
  Category at(int column) {
    return new Category(name, labels, column);
  }

  /** Copies the labels. */
  public Category {
    labels = List.copyOf(labels);
  }

  /** Number of columns. */
  public int count() {
    return Math.max(0, labels.size() - 1);
  }

  /**
   * The indicator columns of rows, in the order of the categories. A label that is no category is a
   * rare one if there are such, otherwise missing.
   */
  public double[][] indicators(List<String> rows) {
    int[] place = rows.stream().mapToInt(this::place).toArray();
    double[][] columns = new double[count()][place.length];
    for (int k = 0; k < columns.length; k++) {
      int at = k + 1;
      columns[k] =
          IntStream.of(place).mapToDouble(p -> p < 0 ? Double.NaN : p == at ? 1 : 0).toArray();
    }
    return columns;
  }

  /** Names of the columns: with the category, but for one that is 0 or 1 already. */
  List<String> columns() {
    return labels.equals(ZERO_ONE)
        ? List.of(name)
        : labels.stream().skip(1).map(label -> name + "=" + label).toList();
  }

  private int place(String label) {
    int place = labels.indexOf(label);
    return place >= 0 || label.isEmpty() ? place : labels.indexOf(RARE);
  }
}
