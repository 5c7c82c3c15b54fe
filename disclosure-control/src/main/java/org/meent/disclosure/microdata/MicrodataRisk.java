// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.microdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How easily persons are found in records, in numbers over all records.
 *
 * @param records number of records
 * @param below per k of {@link #LEVELS}, records that share their values with fewer than k
 * @param expected expected number of right links, if somebody tries every record
 * @param risky records with a risk above 1 in 10
 * @param householdRisk mean chance that somebody of a household is found; the mean over records if
 *     no households are known
 * @param uniques minimal sample uniques by size; place 0 is empty
 * @param scored records in at least one
 * @param columns the columns, with their share of all points, largest first
 */
public record MicrodataRisk(
    int records,
    int[] below,
    double expected,
    int risky,
    OptionalDouble householdRisk,
    int[] uniques,
    int scored,
    List<ColumnShare> columns) {
  /** The levels of k-anonymity that are counted. */
  public static final int[] LEVELS = {2, 3, 5, 10};

  private static final double RISKY = 0.1;

  /** A column's part of what makes records unique. */
  public record ColumnShare(String name, double share) {}

  /**
   * Measures.
   *
   * @param keys what somebody outside may know
   * @param weights sampling weights from 1; empty if all of the population is there
   * @param households household of each record, numbered from 0; empty if not known
   * @param most largest size of a set of columns that is searched, from 1
   * @throws IllegalArgumentException if lengths differ or a weight is below 1
   */
  public static MicrodataRisk of(KeyColumns keys, double[] weights, int[] households, int most) {
    int[] frequency = keys.frequencies(keys.all());
    double[] risk = risks(keys, frequency, weights);
    MinimalUniques uniques = MinimalUniques.of(keys, most);
    return new MicrodataRisk(
        keys.size(),
        Arrays.stream(LEVELS)
            .map(k -> (int) Arrays.stream(frequency).filter(f -> f < k).count())
            .toArray(),
        Arrays.stream(risk).sum(),
        (int) Arrays.stream(risk).filter(r -> r > RISKY).count(),
        households.length == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(householdRisk(risk, households)),
        uniques.bySize(),
        (int) Arrays.stream(uniques.score()).filter(score -> score > 0).count(),
        shares(keys, uniques));
  }

  private static double[] risks(KeyColumns keys, int[] frequency, double[] weights) {
    if (weights.length == 0) {
      return Arrays.stream(frequency).mapToDouble(f -> 1.0 / f).toArray();
    }
    if (weights.length != keys.size() || Arrays.stream(weights).anyMatch(w -> !(w >= 1))) {
      throw new IllegalArgumentException("one weight from 1 per record");
    }
    double[] sums = keys.sums(weights);
    double[] risk = new double[frequency.length];
    Arrays.setAll(risk, i -> IndividualRisk.of(frequency[i], sums[i]));
    return risk;
  }

  private static double householdRisk(double[] risk, int[] households) {
    if (households.length != risk.length) {
      throw new IllegalArgumentException("one household per record");
    }
    double[] hidden = new double[Arrays.stream(households).max().orElse(-1) + 1];
    Arrays.fill(hidden, 1);
    for (int i = 0; i < risk.length; i++) {
      hidden[households[i]] *= 1 - risk[i];
    }
    return 1 - mean(hidden);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static List<ColumnShare> shares(KeyColumns keys, MinimalUniques uniques) {
    List<ColumnShare> shares = new ArrayList<>();
    for (int c = 0; c < keys.names().size(); c++) {
      shares.add(new ColumnShare(keys.names().get(c), uniques.share(c)));
    }
    shares.sort(java.util.Comparator.comparingDouble(ColumnShare::share).reversed());
    return List.copyOf(shares);
  }
}
