// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import org.meent.models.frame.Frame;
import org.meent.protocols.run.RandomStream;

/**
 * The same rows with more error in some covariates. A number gets normal noise with {@code λ} times
 * the variance of its error; a covariate with two values is exchanged for the other with the chance
 * {@code (1 - (1 - 2q)^λ)/2}, where {@code (1 - 2q)²} is its reliability.
 */
final class NoisierFrame {
  private final Frame frame;
  private final SequencedMap<String, Double> reliability;
  private final long seed;

  NoisierFrame(Frame frame, SequencedMap<String, Double> reliability, long seed) {
    this.frame = frame;
    this.reliability = reliability;
    this.seed = seed;
  }

  /** One draw with {@code lambda} times as much error again. */
  Frame draw(double lambda, int draw) {
    double[][] columns = frame.columns();
    List<String> names = frame.names();
    for (int j = 0; j < columns.length; j++) {
      Double share = reliability.get(names.get(j));
      if (share != null) {
        disturb(columns[j], names.get(j), share, lambda, draw);
      }
    }
    return frame.withColumns(names, columns);
  }

  /** The rows without these covariates. */
  Frame without() {
    double[][] columns = frame.columns();
    List<String> kept =
        frame.names().stream().filter(name -> !reliability.containsKey(name)).toList();
    return frame.withColumns(
        kept,
        kept.stream().map(name -> columns[frame.names().indexOf(name)]).toArray(double[][]::new));
  }

  private void disturb(double[] column, String name, double share, double lambda, int draw) {
    double[] seen = Arrays.stream(column).filter(v -> !Double.isNaN(v)).toArray();
    double[] different = Arrays.stream(seen).sorted().distinct().toArray();
    double spread = StrictMath.sqrt(variance(seen) * (1 - share) * lambda);
    double exchanged = (1 - StrictMath.pow(StrictMath.sqrt(share), lambda)) / 2;
    for (int i = 0; i < column.length; i++) {
      RandomStream random = RandomStream.of(seed, "measurement " + name, draw, i);
      if (different.length == 2) {
        boolean turn = random.nextDouble() < exchanged;
        column[i] = turn ? different[0] + different[1] - column[i] : column[i];
      } else {
        column[i] += spread * random.nextGaussian();
      }
    }
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
  }
}
