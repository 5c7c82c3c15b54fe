// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tests that compare groups of values: t, F, and of ranks. */
final class Comparison {
  private final List<double[]> groups;

  /**
   * A comparison.
   *
   * @param groups the values of each group, ascending
   * @throws IllegalArgumentException if there are fewer than two groups, or an empty one
   */
  Comparison(List<double[]> groups) {
    if (groups.size() < 2 || groups.stream().anyMatch(group -> group.length == 0)) {
      throw new IllegalArgumentException("a test compares at least two groups with units");
    }
    this.groups = List.copyOf(groups);
  }

  /** All values. */
  double[] all() {
    return groups.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
  }

  long smallest() {
    return groups.stream().mapToLong(group -> group.length).min().orElse(0);
  }

  /** With one variance for both groups, and with one each; of either sign. */
  List<Double> t() {
    Moments a = new Moments(groups.getFirst());
    Moments b = new Moments(groups.get(1));
    double n = groups.getFirst().length;
    double m = groups.get(1).length;
    double apart = a.mean() - b.mean();
    double pooled = (a.sum(2) + b.sum(2)) / (n + m - 2) * (1 / n + 1 / m);
    double welch = a.sum(2) / ((n - 1) * n) + b.sum(2) / ((m - 1) * m);
    double t = apart / StrictMath.sqrt(pooled);
    double w = apart / StrictMath.sqrt(welch);
    return List.of(t, w, -t, -w);
  }

  /** {@code F = (between / (k - 1)) / (within / (n - k))}. */
  List<Double> f() {
    double within = groups.stream().mapToDouble(group -> new Moments(group).sum(2)).sum();
    double total = new Moments(all()).sum(2);
    int k = groups.size();
    return List.of((total - within) / (k - 1) / (within / (all().length - k)));
  }

  /** Sums of ranks of two groups, the statistic U of each, and H over all groups. */
  List<Double> ranks() {
    List<Double> values = new ArrayList<>();
    double[] all = all();
    double h = 0;
    for (double[] group : groups) {
      double sum = 0;
      for (double value : group) {
        sum += rank(all, value);
      }
      values.add(sum);
      values.add(sum - group.length * (group.length + 1.0) / 2);
      h += sum * sum / group.length;
    }
    double n = all.length;
    h = 12 / (n * (n + 1)) * h - 3 * (n + 1);
    values.add(h);
    values.add(h / (1 - ties(all) / (n * n * n - n)));
    return values;
  }

  /** Middle rank of a value among ascending ones, counted from 1. */
  static double rank(double[] ascending, double value) {
    int below = 0;
    int at = 0;
    for (double one : ascending) {
      below += one < value ? 1 : 0;
      at += one == value ? 1 : 0;
    }
    return below + (at + 1) / 2.0;
  }

  private static double ties(double[] ascending) {
    double ties = 0;
    int from = 0;
    for (int i = 1; i <= ascending.length; i++) {
      if (i == ascending.length || ascending[i] != ascending[from]) {
        double run = i - from;
        ties += run * run * run - run;
        from = i;
      }
    }
    return ties;
  }
}
