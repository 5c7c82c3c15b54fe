// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.perturb;

import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.literature.Reference;

/**
 * Which noise a count gets for which cell key: for each count a distribution, written as the upper
 * bounds of half-open pieces {@code (lower, upper]} of the unit interval. The last row serves all
 * larger counts.
 *
 * <p>Cell keys are whole numbers from 1 to {@link #KEYS}, which stand for (0, 1]; so sums of record
 * keys are exact and do not depend on the order of the records.
 */
@Reference(
    authors = "Eurostat, Centre of Excellence on SDC (2024)",
    title = "Handbook on Statistical Disclosure Control, second edition",
    source = "sections 4.6 and 5.4",
    url = "https://sdctools.github.io/HandbookSDC/")
public final class PerturbationTable {
  /** Pieces of the unit interval: keys have eight digits. */
  public static final int KEYS = 100_000_000;

  private final List<Row> rows;

  private PerturbationTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The distribution of the noise for one count.
   *
   * @param noise possible noise, ascending
   * @param probability one probability per noise; together 1
   */
  public record Row(int[] noise, double[] probability) {
    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if lengths differ or the probabilities are no distribution
     */
    public Row {
      if (noise.length != probability.length || noise.length == 0) {
        throw new IllegalArgumentException("one probability per noise");
      }
      double sum = 0;
      for (double p : probability) {
        sum += p;
        if (!(p >= 0)) {
          throw new IllegalArgumentException("a negative probability");
        }
      }
      if (Math.abs(sum - 1) > 1e-9) {
        throw new IllegalArgumentException("probabilities add up to " + sum);
      }
      noise = noise.clone();
      probability = probability.clone();
    }

    /** Upper bounds of the pieces, in keys; the last is {@link #KEYS}. */
    int[] bounds() {
      int[] bounds = new int[noise.length];
      double sum = 0;
      for (int i = 0; i < bounds.length; i++) {
        sum += probability[i];
        bounds[i] = i == bounds.length - 1 ? KEYS : (int) Math.round(sum * KEYS);
      }
      return bounds;
    }

    /** Mean of the noise. */
    public double mean() {
      double mean = 0;
      for (int i = 0; i < noise.length; i++) {
        mean += noise[i] * probability[i];
      }
      return mean;
    }

    /** Mean of the squared noise. */
    public double variance() {
      double square = 0;
      for (int i = 0; i < noise.length; i++) {
        square += (double) noise[i] * noise[i] * probability[i];
      }
      return square;
    }
  }

  /** A table of rows for the counts 0, 1, 2, …; the last row serves all larger counts. */
  public static PerturbationTable of(Row... rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("no rows");
    }
    for (int count = 0; count < rows.length; count++) {
      if (count + rows[count].noise()[0] < 0) {
        throw new IllegalArgumentException("a negative result for " + count);
      }
    }
    return new PerturbationTable(List.of(rows));
  }

  /**
   * The table of greatest entropy under a design.
   *
   * @throws org.meent.protocols.refusal.RefusalException if no distribution fits the design
   */
  public static PerturbationTable of(NoiseDesign design) {
    List<Row> rows = new ArrayList<>();
    for (int count = 0; count <= design.deviation() + design.forbidden(); count++) {
      rows.add(MaximumEntropy.row(count, design));
    }
    return of(rows.toArray(Row[]::new));
  }

  /**
   * The key of a cell: of the sum of the keys of its records, the part after the point.
   *
   * @param sumOfKeys the sum of record keys, each a whole number of 1 / {@link #KEYS}
   */
  public static int cellKey(long sumOfKeys) {
    return (int) Math.floorMod(sumOfKeys - 1, (long) KEYS) + 1;
  }

  /** The rows, by count from 0. */
  public List<Row> rows() {
    return rows;
  }

  /** The largest noise of any row. */
  public int deviation() {
    int largest = 0;
    for (Row row : rows) {
      largest = Math.max(largest, Math.max(-row.noise[0], row.noise[row.noise.length - 1]));
    }
    return largest;
  }

  /**
   * The noise of a count.
   *
   * @param count a count from 0
   * @param key a cell key from 1 to {@link #KEYS}
   */
  public int noise(long count, int key) {
    Row row = rows.get((int) Math.min(count, rows.size() - 1));
    int[] bounds = row.bounds();
    int piece = 0;
    while (key > bounds[piece]) {
      piece++;
    }
    return row.noise[piece];
  }

  /**
   * The noise of a number between counts, by straight line between the rows on both sides.
   *
   * @param number a number from 0
   * @param key a cell key
   */
  public double noise(double number, int key) {
    int last = rows.size() - 1;
    if (number >= last) {
      return noise((long) last, key);
    }
    long below = (long) Math.floor(number);
    double above = number - below;
    return noise(below, key) * (1 - above) + noise(below + 1, key) * above;
  }
}
