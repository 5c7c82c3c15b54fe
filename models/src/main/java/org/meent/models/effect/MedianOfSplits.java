// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.models.frame.Frame;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Takes the luck of one division into folds out of an estimate: rows are divided several times, and
 * the median counts. Its variance is the median of each division's variance plus the square of its
 * distance from the median, so that what the divisions disagree about is in the standard error.
 */
public final class MedianOfSplits {
  /** Rows in the smaller arm from which one division is enough. */
  private static final int MANY = 600;

  private static final int MOST = 15;

  private MedianOfSplits() {}

  /**
   * How many divisions: as many as asked, or if none were asked the more the smaller the smaller
   * arm is: the square of 600 over its rows, made odd: 15 below 155 rows, 11 at 185, 5 at 297, and
   * 1 from 600 on.
   */
  public static int count(int asked, Frame frame) {
    return asked > 0
        ? asked
        : count(IntStream.range(0, frame.arms().size()).mapToLong(frame::count).min().orElse(MANY));
  }

  /** How many divisions a smallest number of rows needs. */
  static int count(long fewest) {
    long rows = Math.max(1, fewest);
    long wished = Math.max(1, Math.min(MOST, (long) MANY * MANY / (rows * rows)));
    return (int) (wished % 2 == 1 ? wished : wished + 1);
  }

  /** The seed of a division; the first is that of the whole. */
  public static long seed(long seed, int split) {
    return split == 0 ? seed : RandomStream.of(seed, "split", split).nextLong();
  }

  /** The median of estimates of the same thing on the same rows. */
  @Reference(
      authors = "V. Chernozhukov and others (2018)",
      title = "Double/debiased machine learning for treatment and structural parameters",
      source = "The Econometrics Journal 21, C1-C68, definition 3.3",
      url = "https://doi.org/10.1111/ectj.12097")
  public static EffectEstimate of(List<EffectEstimate> splits) {
    EffectEstimate first = splits.getFirst();
    if (splits.size() == 1) {
      return first;
    }
    double value = median(splits.stream().mapToDouble(EffectEstimate::value).toArray());
    double variance =
        median(
            splits.stream()
                .mapToDouble(e -> e.se() * e.se() + (e.value() - value) * (e.value() - value))
                .toArray());
    double se = StrictMath.sqrt(variance);
    return first.withFigures(value, se, Interval.of(value, se, first.degreesOfFreedom()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
